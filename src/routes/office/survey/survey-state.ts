import type { FastifyInstance, FastifyReply } from 'fastify'
import {
  stateDoings,
  statePage,
  type StateView,
} from '../../../pages/office/survey/survey-state.tsx'
import type { Past } from '../../../pages/office/survey/survey-history.tsx'
import type { Move } from '../../../store/store.ts'
import { isDate } from '../../../survey/calendar.ts'
import { differences } from '../../../survey/draft/differences.ts'
import type { Tree } from '../../../survey/draft/tree.ts'
import { one } from '../../../survey/fields.ts'
import { isMove, movesFrom, type MoveName, REGRET } from '../../../survey/life.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { type Asked, discardProof, makeOwnSurvey, toSurvey } from './own-survey.ts'
import { actOf, isoOf, userOf } from '../session.ts'
import { numberIn } from './survey-open.ts'

const opening = { config: { right: 'surveys.open' } } as const
const editing = { config: { right: 'surveys.edit' } } as const

type Loaded = Awaited<ReturnType<ReturnType<typeof makeOwnSurvey>>>

/** How a survey stands, and moving it on: each move is made on what its form has shown. */
export function stateRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock, live } = deps
  const ownSurvey = makeOwnSurvey(deps, face)

  office.get('/surveys/:survey/state', opening, async (request: Asked, reply) => {
    const asked = one(request.query as Fields, 'done')
    const done = stateDoings.find((name) => name === asked)
    return reply.send(await pageOf(await ownSurvey(request, reply), { done }))
  })

  office.post('/surveys/:survey/state', opening, async (request: Asked, reply) => {
    const loaded = await ownSurvey(request, reply)
    const { organisation, id } = loaded
    const fields = (request.body ?? {}) as Fields
    const what = one(fields, 'what')
    if (!isMove(what)) throw new Problem('bad-request')
    const given = { until: one(fields, 'until'), closes: one(fields, 'closes') }
    const seen = numberIn(request, 'seen')
    const fault = seen === loaded.facts.seen ? faultIn(loaded, what, given) : undefined
    if (fault) return reply.code(422).send(await pageOf(loaded, { fault }))
    const move = { what, seen, ...alongWith(loaded, what, given) }
    const outcome = await store.move(organisation, id, move, actOf(request, clock))
    if (outcome === 'moved') {
      return reply.code(409).send(await pageOf(await ownSurvey(request, reply), { moved: true }))
    }
    live.announce(id)
    return toSurvey(request, reply, 'state', what)
  })

  office.post('/surveys/:survey/discard', editing, async (request: Asked, reply) => {
    const { organisation } = userOf(request)
    const { survey: id } = request.params
    const proof = one((request.body ?? {}) as Fields, 'once')
    if (proof !== discardProof(deps.secret, organisation, id)) throw new Problem('unknown')
    if (await store.surveyOf(organisation, id)) {
      const act = actOf(request, clock)
      const outcome = await store.discardDraft(organisation, id, numberIn(request, 'revision'), act)
      if (outcome === 'moved') return sendMoved(request, reply)
    }
    return reply.redirect(onward(request, '/office', { done: 'discarded' }), 303)
  })

  const sendMoved = async (request: Asked, reply: FastifyReply) =>
    reply.code(409).send(await pageOf(await ownSurvey(request, reply), { moved: true }))

  /** What else a move carries: dates that change with it, and how long it holds. */
  function alongWith({ facts, now }: Loaded, what: MoveName, { until, closes }: Given) {
    const { today, dates } = facts
    const more: Partial<Move> = {}
    if (what === 'pause' && until) more.until = until
    if (what === 'close') more.until = isoOf(now + REGRET)
    if (what === 'open') more.opens = today
    if (what === 'reopen' && closes && closes !== dates.closes) more.closes = closes
    return more
  }

  async function pageOf(loaded: Loaded, more: Partial<StateView>) {
    const { frame, facts, survey, now, draft, organisation, id } = loaded
    const final = survey.final ? await store.release(organisation, id) : undefined
    const responses = Math.max(facts.responses, final?.released ?? 0)
    const moves = movesFrom({ ...survey, responses }, now)
    const proof = discardProof(deps.secret, organisation, id)
    const latest = survey.questionnaire?.privacy.retainUntil ?? ''
    const { revision } = draft
    return statePage(frame, {
      facts,
      moves,
      revision,
      proof,
      latest,
      past: await pastOf(loaded),
      ...more,
    })
  }

  async function pastOf({ organisation, id, survey, nameOf }: Loaded): Promise<Past[]> {
    const issues = await store.issues(organisation, id)
    const contents = await Promise.all(
      issues.map(async ({ number }) => (await store.questionnaire(id, number)) as Tree | undefined),
    )
    const issued = issues.map(({ number, by, at }, index): Past => {
      const [is, was] = [contents[index], contents[index + 1]]
      const changed = is && was ? differences({ ...was, number }, is).length : 0
      return { what: 'issue', number, changed, name: nameOf(by), at }
    })
    const made = survey.moves.map(({ what, by, at, until }): Past => ({
      what,
      at,
      name: nameOf(by),
      ...(what === 'pause' && { until }),
    }))
    return [...issued, ...made].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  }
}

interface Given {
  until: string
  closes: string
}

function faultIn({ facts, survey }: Loaded, what: MoveName, { until, closes }: Given) {
  const { today, dates } = facts
  if (what === 'pause' && until) {
    const fault = (code: string) => ({ field: 'until' as const, code, given: until })
    if (!isDate(until)) return fault('date')
    if (until < today) return fault('past')
    return dates.closes && until >= dates.closes ? fault('pauseCloses') : undefined
  }
  if (what !== 'reopen') return undefined
  const fault = (code: string) => ({ field: 'closes' as const, code, given: closes })
  if (closes === '')
    return dates.closes && dates.closes < today ? fault('closesMissing') : undefined
  if (!isDate(closes)) return fault('date')
  if (closes < today) return fault('past')
  if (dates.opens && closes < dates.opens) return fault('beforeOpens')
  const { retainUntil = '' } = survey.questionnaire?.privacy ?? {}
  return closes > retainUntil ? fault('afterDeletion') : undefined
}
