import type { FastifyInstance, FastifyReply } from 'fastify'
import { codingPage } from '../../../pages/office/text-room/coding.tsx'
import { many, one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Comment } from '../../../survey/text/comment.ts'
import type { Deps } from '../../deps.ts'
import { actOf } from '../session.ts'
import { type Asked, forTexts, type OwnRoom, toRoom } from './own-room.ts'

/** Sorting comments into themes one after the other; each person's own, apart from the others'. */
export function codingRoutes(office: FastifyInstance, { store, clock }: Deps, ownRoom: OwnRoom) {
  office.get('/surveys/:survey/coding', forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const first = unsortedIn(found)[0] ?? inOrder(found)[0]
    if (first && found.room.themes.length > 0) return toComment(request, reply, found, first.id)
    const { room } = found
    return codingPage(found.frame, { room, given: [], place: 0, sorted: 0 })
  })

  office.get('/surveys/:survey/texts/:text/coding', forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { comment } = found.own(request.params.text)
    if (comment.hiding) throw new Problem('unknown')
    const { frame, room } = found
    const order = inOrder(found)
    const next = order.find(({ id }) => id > comment.id)
    return codingPage(frame, {
      room,
      comment,
      given: ownCoding(found, comment.id)?.themes ?? [],
      place: order.filter(({ id }) => id <= comment.id).length,
      sorted: order.length - unsortedIn(found).length,
      ...(next && { next: next.id }),
    })
  })

  office.post('/surveys/:survey/texts/:text/coding', forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { comment, name } = found.own(request.params.text)
    if (comment.hiding) throw new Problem('unknown')
    const fields = (request.body ?? {}) as Fields
    const themes = many(fields, 'theme')
    const back = one(fields, 'go') === 'previous'
    // To go back is not to find that a comment is about nothing.
    if (!back || themes.length > 0 || ownCoding(found, comment.id)) {
      await store.code(name, themes, actOf(request, clock))
    }
    const order = inOrder(found)
    if (back) {
      const previous = order.findLast(({ id }) => id < comment.id) ?? comment
      return toComment(request, reply, found, previous.id)
    }
    const next =
      order.find(({ id }) => id > comment.id) ??
      unsortedIn(found).find(({ id }) => id !== comment.id)
    if (next) return toComment(request, reply, found, next.id)
    return toRoom(request, reply, found, 'texts', { done: 'coded' })
  })
}

type Found = Awaited<ReturnType<OwnRoom>>

/** What is hidden is not sorted. */
const inOrder = ({ room }: Found): Comment[] =>
  room.selected.flatMap(({ comment }) => (comment.hiding ? [] : [comment]))

const ownCoding = ({ room, coder }: Found, text: string) =>
  room.codings.get(text)?.find((coding) => coding.coder === coder)

const unsortedIn = (found: Found) => inOrder(found).filter(({ id }) => !ownCoding(found, id))

const toComment = (request: Asked, reply: FastifyReply, found: Found, text: string) =>
  toRoom(request, reply, found, `texts/${text}/coding`)
