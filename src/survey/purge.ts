import { daysBetween, localDate } from './calendar.ts'
import type { Questionnaire, Text } from './questionnaire.ts'
import { type Dates, stateOf } from './state.ts'

/** By itself on its day, by an operator's command, or again because an older backup was restored. */
export const purgeWays = ['due', 'command', 'restore'] as const
export type PurgeWay = (typeof purgeWays)[number]

/** The protocol of a purge: what is left of the raw responses. */
export interface Purge {
  survey: string
  /** local date */
  on: string
  /** the day that respondents were promised */
  retainUntil: string
  /** the decision it rests on, by language */
  decision: Text
  way: PurgeWay
  /** why it was done before its day */
  reason?: string
  responses: number
  /** people's own words, as many as were written */
  texts: number
  /** when nothing of it was left in the files (ISO instant); absent while rows still go */
  erasedAt?: string
  /** by so many pages the database shrank */
  pages?: number
}

/**
 * Whether raw responses are to go now: on the day promised, by the survey's own calendar, or as
 * soon as the survey has closed where that is its last day as well.
 */
export function isPurgeDue(retainUntil: string, dates: Dates, now: number): boolean {
  const today = localDate(now, dates.timeZone)
  if (today < retainUntil) return false
  return today > retainUntil || stateOf(dates, now) === 'closed'
}

/** So many days before, the office is told. */
export const warnings = [7, 30] as const
export type Warning = (typeof warnings)[number]

/** The warning that stands; after downtime only the nearest. */
export function warningDue(retainUntil: string, timeZone: string, now: number) {
  const left = daysBetween(localDate(now, timeZone), retainUntil)
  return left < 1 ? undefined : warnings.find((days) => left <= days)
}

/** The deletion of a survey's responses as the office is told of it. */
export interface Deletion {
  /** the day promised */
  on: string
  /** days until then, where it is near */
  left?: number
  purge?: Purge
}

export function deletionOf(
  survey: { questionnaire?: Questionnaire; dates: Dates; purge?: Purge },
  now: number,
): Deletion | undefined {
  const { questionnaire, dates, purge } = survey
  if (!questionnaire) return undefined
  const { retainUntil: on } = questionnaire.privacy
  if (purge) return { on, purge }
  const left = Math.max(0, daysBetween(localDate(now, dates.timeZone), on))
  return { on, ...(left <= warnings[1] && { left }) }
}
