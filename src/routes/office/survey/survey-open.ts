import type { FastifyInstance, FastifyReply } from 'fastify'
import { openPage } from '../../../pages/office/survey/survey-open.tsx'
import { reviewPage } from '../../../pages/office/survey/survey-approvals.tsx'
import { makeId } from '../../../secrets.ts'
import { checklistOf } from '../../../survey/draft/checklist.ts'
import { hindranceTo } from '../../../survey/draft/issuing.ts'
import { lenient } from '../../../survey/draft/lenient.ts'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { originOf } from '../../origin.ts'
import { type Asked, makeOwnSurvey, toSurvey } from './own-survey.ts'
import { actOf, userOf } from '../session.ts'

const opening = { config: { right: 'surveys.open' } } as const
const editing = { config: { right: 'surveys.edit' } } as const

type Loaded = Awaited<ReturnType<ReturnType<typeof makeOwnSurvey>>>

/** From a draft to a numbered questionnaire: the checklist, a colleague's eyes, and issuing. */
export function openingRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps
  const ownSurvey = makeOwnSurvey(deps, face)

  office.get('/surveys/:survey/open', opening, async (request: Asked, reply) => {
    const loaded = await ownSurvey(request, reply)
    const done = one(request.query as Fields, 'done')
    return reply.send(await pageOf(request, loaded, { done }))
  })

  office.post('/surveys/:survey/open', opening, async (request: Asked, reply) => {
    const loaded = await ownSurvey(request, reply)
    const { organisation, id, draft } = loaded
    const { content, hindrance } = judge(loaded)
    const revision = numberIn(request, 'revision')
    const number = numberIn(request, 'number')
    // What was sent twice is there already, whatever may be done now.
    if (!content || hindrance)
      return sendAgain(request, reply, loaded, draft.revision === revision ? 422 : 409)
    const act = actOf(request, clock)
    const outcome = await store.issueDraft(organisation, id, { content, revision, number }, act)
    if (outcome === 'moved') return sendAgain(request, reply, await ownSurvey(request, reply), 409)
    return toSurvey(request, reply, 'state', 'issued')
  })

  office.post('/surveys/:survey/no-sites', editing, async (request: Asked, reply) => {
    const loaded = await ownSurvey(request, reply)
    const { organisation, id, draft } = loaded
    if (Object.hasOwn(draft.tree, 'sites')) return toSurvey(request, reply, 'open')
    const edit = {
      base: numberIn(request, 'revision'),
      tree: { ...draft.tree, sites: [] },
      marks: draft.marks,
    }
    const edited = await store.editDraft(organisation, id, edit, actOf(request, clock))
    if ('conflict' in edited) return sendAgain(request, reply, await ownSurvey(request, reply), 409)
    return toSurvey(request, reply, 'open')
  })

  office.get('/surveys/:survey/review', editing, async (request: Asked, reply) => {
    const loaded = await ownSurvey(request, reply, { frames: true })
    const { frame, facts, draft, id } = loaded
    const { languages } = lenient(draft.tree, id, deps.interface.languages)
    const edited = draft.by === userOf(request).id
    const { revision } = draft
    const approvals = await approvalsOf(loaded)
    return reply.send(reviewPage(frame, { facts, revision, languages, approvals, edited }))
  })

  office.post('/surveys/:survey/approval', editing, async (request: Asked, reply) => {
    const loaded = await ownSurvey(request, reply)
    const { organisation, id, draft } = loaded
    const act = actOf(request, clock)
    if (draft.by === act.by) return toSurvey(request, reply, 'review')
    const revision = numberIn(request, 'revision')
    if (await store.approve(organisation, id, revision, act)) {
      return toSurvey(request, reply, 'open', 'approved')
    }
    return sendAgain(request, reply, loaded, 409)
  })

  function judge({ draft, id, survey, facts, now }: Loaded) {
    const checklist = checklistOf(draft, id, deps.interface.languages, now)
    const { content } = checklist
    const running = { ...survey, responses: facts.responses }
    return { checklist, content, hindrance: content && hindranceTo(running, content, now) }
  }

  async function approvalsOf({ organisation, id, nameOf, survey }: Loaded) {
    const zone = survey.dates.timeZone
    const approvals = await store.approvals(organisation, id)
    return approvals.map((approval) => ({ ...approval, name: nameOf(approval.by), zone }))
  }

  async function pageOf(request: Asked, loaded: Loaded, more: { done?: string; moved?: boolean }) {
    const { frame, facts, draft, survey, id } = loaded
    const { checklist, hindrance } = judge(loaded)
    const content = lenient(draft.tree, id, deps.interface.languages)
    return openPage(frame, {
      facts,
      draft: { ...draft, content },
      checklist,
      questionnaire: survey.questionnaire,
      hindrance,
      approvals: await approvalsOf(loaded),
      review: `${originOf(request, deps)}/office/surveys/${id}/review`,
      once: makeId(),
      ...more,
    })
  }

  const sendAgain = async (
    request: Asked,
    reply: FastifyReply,
    loaded: Loaded,
    status: 409 | 422,
  ) => reply.code(status).send(await pageOf(request, loaded, { moved: status === 409 }))
}

/** A number of a form; what is none fits no survey. */
export const numberIn = (request: Asked, name: string) => {
  const given = one((request.body ?? {}) as Fields, name)
  return /^\d{1,9}$/.test(given) ? Number(given) : -1
}
