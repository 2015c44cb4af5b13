import { localDate } from '../calendar.ts'
import { type Content, type Questionnaire } from '../questionnaire.ts'
import { type Dates, stateOf } from '../state.ts'
import { type Break, broken } from './breaks.ts'
import { breaking, worsened } from './changes.ts'

interface Running {
  questionnaire?: Questionnaire | undefined
  dates: Dates
  final: boolean
  /** how many have answered */
  responses: number
}

/** Why a new questionnaire may not be issued for a survey. */
export type Hindrance =
  { code: 'closed' } | { code: 'meaning'; breaks: Break[] } | { code: 'promise'; breaks: Break[] }

export function hindranceTo(
  { questionnaire, dates, final, responses }: Running,
  content: Content,
  now: number,
): Hindrance | undefined {
  if (!questionnaire) return undefined
  const isClosed = final || stateOf(dates, now) === 'closed'
  if (dates.closed || (isClosed && responses > 0)) return { code: 'closed' }
  const breaks = [
    ...breaking(questionnaire, content),
    ...(responses > 0 ? later(dates, content, now) : []),
  ]
  if (breaks.length > 0) return { code: 'meaning', breaks }
  const promises = responses > 0 ? worsened(questionnaire, content) : []
  return promises.length > 0 ? { code: 'promise', breaks: promises } : undefined
}

/**
 * A first day that is later than it was: answers that are still on their way are of the days
 * before, and the survey would shut on those who have begun.
 */
function later({ opens, timeZone }: Dates, content: Content, now: number): Break[] {
  const first = opens ?? localDate(now, timeZone)
  return (content.opens ?? '') > first ? [broken('opens', { date: first })] : []
}
