import { z } from 'zod'
import { countsOf } from '../survey/counts.ts'
import type { Dated } from '../survey/tablets/grace.ts'
import type { Delivered } from '../survey/tablets/kiosk.ts'
import { quoteFields, receive, textFields } from '../survey/receive.ts'
import type { Answers, Channel } from '../survey/response.ts'
import type { Dates } from '../survey/state.ts'
import type { IssuedSurvey } from '../store/store.ts'
import type { Deps } from './deps.ts'

/** One person's answers as a machine brings them: well-formed, and nothing more is known. */
export interface Sending {
  id: string
  /** the number that was answered */
  questionnaire: number
  language: string
  site: string
  channel: Channel
  /** local date in the survey's zone */
  answeredOn: string
  answers: Answers
}

/** How the answers must look for `receive` to read them. */
export const answers = z
  .record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).max(60)]))
  .describe('by question id: option id, several, a step, a text, or a ranking in order')

export type Outcome = Delivered['results'][number]
/** Says under which date an answer counts now, if it does. */
export type Dating = (dates: Dates, answeredOn: string, now: number) => Dated

export const refused = (id: string, reason: string): Outcome => ({ id, outcome: 'refused', reason })

export const refusedIds = (outcomes: Outcome[]) =>
  outcomes.filter(({ outcome }) => outcome === 'refused').map(({ id }) => id)

/** Keeps one sending of many; each outcome tells a queue that it may forget it. */
export async function keepSending(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  survey: IssuedSurvey,
  sending: Sending,
  dating: Dating,
): Promise<Outcome> {
  const { id, channel, language, site } = sending
  const questionnaire = await store.questionnaire(survey.id, sending.questionnaire)
  if (!questionnaire) return refused(id, 'questionnaire unknown')
  if (!questionnaire.languages.includes(language)) return refused(id, 'language unknown')
  const { questions } = questionnaire
  const names = new Set(
    questions.flatMap((question) => [
      question.id,
      ...textFields(question),
      ...quoteFields(question),
    ]),
  )
  const stray = Object.keys(sending.answers).filter((name) => !names.has(name))
  if (stray.length > 0) return refused(id, `no such question: ${stray.join(', ')}`)
  const dated = dating(survey.dates, sending.answeredOn, clock())
  if ('refused' in dated) {
    const known = await store.isKept(survey.id, id)
    return known ? { id, outcome: 'already' } : refused(id, dated.refused)
  }
  const fields = { ...sending.answers, submission: id, site }
  const received = receive(questionnaire, fields, { channel, language, date: dated.date })
  if ('faults' in received) {
    return refused(id, received.faults.map(({ field, code }) => `${field}: ${code}`).join(', '))
  }
  const { response } = received
  const counts = countsOf(questionnaire, response)
  const { smallestGroup } = survey.questionnaire
  const kept = await store.keep({ response, counts, smallestGroup })
  if (kept === 'closed') return refused(id, 'closed')
  return { id, outcome: kept === 'kept' ? 'kept' : 'already' }
}

/** The id of an item that is not as it should be. */
export function idOf(given: unknown): string {
  const { id } = (given ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id.slice(0, 64) : ''
}

export const faultsOf = (error: z.ZodError) =>
  error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; ')
