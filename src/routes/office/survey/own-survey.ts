import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SurveyFacts } from '../../../pages/office/survey/survey-facts.tsx'
import { numberFor } from '../../../secrets.ts'
import { localDate } from '../../../survey/calendar.ts'
import { mapOf } from '../../../survey/draft/tree.ts'
import { Problem } from '../../../survey/problem.ts'
import { deletionOf } from '../../../survey/purge.ts'
import { pauseOn, stateOf } from '../../../survey/state.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { userOf } from '../session.ts'

export type Asked = FastifyRequest<{ Params: { survey: string } }>
export type OwnSurvey = ReturnType<typeof makeOwnSurvey>

/** Finds the survey of an address in the organisation's own office, with its draft. */
export function makeOwnSurvey({ store, clock }: Deps, face: OfficeFace) {
  return async (request: Asked, reply: FastifyReply, framing: { frames?: boolean } = {}) => {
    const { organisation } = userOf(request)
    const { survey: id } = request.params
    const survey = await store.surveyOf(organisation, id)
    const draft = await store.draft(organisation, id)
    if (!survey || !draft) throw new Problem('unknown')
    const frame = await face.frame(request, reply, framing)
    const participation = await store.participation(organisation, id)
    const now = clock()
    const { dates } = survey
    const { title, languages } = survey.questionnaire ?? survey.draft
    const facts: SurveyFacts = {
      id,
      title: title[frame.language] ?? title[languages[0]!] ?? id,
      state: stateOf(dates, now),
      dates,
      until: pauseOn(dates, localDate(now, dates.timeZone))?.until,
      today: localDate(now, dates.timeZone),
      archived: survey.archived,
      responses: participation?.responses ?? 0,
      number: survey.questionnaire?.number ?? 0,
      seen: survey.moves.length,
      deletion: deletionOf(survey, now),
    }
    const names = await store.names(organisation)
    const nameOf = (by: string) => names.get(by) ?? ''
    return {
      frame,
      organisation,
      id,
      survey,
      draft: { ...draft, tree: mapOf(draft.tree) },
      facts,
      nameOf,
      now,
    }
  }
}

/** Leads on to a page of a survey. */
export function toSurvey(request: Asked, reply: FastifyReply, page: string, done?: string) {
  const path = `/office/surveys/${encodeURIComponent(request.params.survey)}/${page}`
  return reply.redirect(onward(request, path, done ? { done } : {}), 303)
}

/** Only the pages of a survey know it: who throws it away twice is told of no stranger's survey. */
export const discardProof = (secret: string, organisation: string, survey: string) =>
  numberFor(secret, 'survey removal', `${organisation} ${survey}`).toString(36)
