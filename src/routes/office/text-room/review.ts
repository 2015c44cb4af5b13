import type { FastifyInstance, FastifyReply } from 'fastify'
import {
  type ReviewDone,
  type ReviewFault,
  reviewPage,
} from '../../../pages/office/text-room/review.tsx'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { hidingReasons } from '../../../survey/text/comment.ts'
import type { Deps } from '../../deps.ts'
import { zoneOf } from '../sites/known-sites.ts'
import { actOf } from '../session.ts'
import { type Asked, doneIn, forTexts, type OwnRoom, surveyPath, toRoom } from './own-room.ts'

const doings = ['masked', 'unmasked', 'hidden', 'shown'] as const

/** What a moderator does about one text; each step is in the log, and can be undone. */
export function reviewRoutes(office: FastifyInstance, { store, clock }: Deps, ownRoom: OwnRoom) {
  const path = '/surveys/:survey/texts/:text'

  async function send(
    request: Asked,
    reply: FastifyReply,
    faulty: { fault?: ReviewFault; passage?: string } = {},
  ) {
    const { frame, organisation, room, own } = await ownRoom(request, reply)
    const { comment, name } = own(request.params.text)
    const done = doneIn(request, doings)
    if (faulty.fault) reply.code(422)
    return reply.send(
      reviewPage(
        { ...frame, path: textPath(request) },
        {
          room,
          comment,
          steps: await store.textSteps(name),
          people: await store.names(organisation),
          zone: await zoneOf(store, organisation),
          ...(done && !faulty.fault && { done }),
          ...faulty,
        },
      ),
    )
  }

  office.get(path, forTexts, (request: Asked, reply) => send(request, reply))

  office.post(`${path}/masking`, forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { comment, name } = found.own(request.params.text)
    const fields = (request.body ?? {}) as Fields
    const passage = one(fields, 'passage')
    if (passage === '') {
      return send(request, reply, { fault: { field: 'passage', code: 'missing' } })
    }
    const at = one(fields, 'at')
    const place = /^\d{1,6}$/.test(at) ? Number(at) : undefined
    const masked = await store.maskText(name, passage, place, actOf(request, clock))
    if (masked === 'unknown') throw new Problem('unknown')
    // Sent twice, the words are gone already.
    const before = Number(one(fields, 'maskings'))
    if (masked === 'absent' && comment.maskings.length <= before) {
      return send(request, reply, { passage, fault: { field: 'passage', code: 'absent' } })
    }
    return back(request, reply, found, 'masked')
  })

  office.post(`${path}/unmasking`, forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { name } = found.own(request.params.text)
    const from = one((request.body ?? {}) as Fields, 'from')
    if (!/^\d{1,6}$/.test(from)) throw new Problem('bad-request')
    await store.unmaskText(name, Number(from), actOf(request, clock))
    return back(request, reply, found, 'unmasked')
  })

  office.post(`${path}/hiding`, forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { name } = found.own(request.params.text)
    const given = one((request.body ?? {}) as Fields, 'reason')
    const reason = hidingReasons.find((each) => each === given)
    if (!reason) return send(request, reply, { fault: { field: 'reason', code: 'missing' } })
    await store.hideText(name, reason, actOf(request, clock))
    return back(request, reply, found, 'hidden')
  })

  office.post(`${path}/showing`, forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { name } = found.own(request.params.text)
    await store.showText(name, actOf(request, clock))
    return back(request, reply, found, 'shown')
  })
}

/** The page itself, also where a form of it was faulty. */
const textPath = (request: Asked) =>
  `${surveyPath(request)}/texts/${encodeURIComponent(request.params.text)}`

type Found = Awaited<ReturnType<OwnRoom>>

const back = (request: Asked, reply: FastifyReply, found: Found, done: ReviewDone) =>
  toRoom(request, reply, found, `texts/${encodeURIComponent(request.params.text)}`, { done })
