import { addDays, localDate } from '../calendar.ts'
import { GRACE_DAYS, type Questionnaire } from '../questionnaire.ts'
import { type Dates, type Pause, stateOf } from '../state.ts'

/** Without an opening date, answers may be this many days old. */
const OLDEST = 366

/** The local date under which an answer counts, or why it does not. */
export type Dated = { date: string } | { refused: string }

/** Whether what a tablet brings now, answered on a local date, is still taken. */
export function taken(dates: Dates, answeredOn: string, now: number): Dated {
  const today = localDate(now, dates.timeZone)
  const last = lastDay(dates)
  const until = graceUntil(dates)
  const date = answeredOn > today ? today : answeredOn
  if (date < firstDay(dates, today)) return { refused: 'answered before the survey opened' }
  if (last !== undefined && date > last) return { refused: 'answered after the survey closed' }
  if (isWithinPause(dates, date)) return { refused: 'answered while the survey was paused' }
  if (until !== undefined && today > until) return { refused: 'came after the days of grace' }
  return { date }
}

const DAY = 24 * 60 * 60 * 1000
/** A revoked tablet may bring what it has for so long. */
const REVOKED_GRACE = 7 * DAY

export const revokedUntil = (revokedAt: string) => instantOf(revokedAt) + REVOKED_GRACE

/** The same of a certain tablet: a revoked one brings what it had then, and not for ever. */
export function takenFrom(
  { revokedAt }: { revokedAt?: string },
  dates: Dates,
  answeredOn: string,
  now: number,
): Dated {
  const dated = taken(dates, answeredOn, now)
  if ('refused' in dated || revokedAt === undefined) return dated
  if (now > revokedUntil(revokedAt)) return { refused: 'came long after the tablet was revoked' }
  const last = localDate(instantOf(revokedAt), dates.timeZone)
  return dated.date > last ? { refused: 'answered after the tablet was revoked' } : dated
}

/** What others send, paper and machines, is taken while the survey is open. */
export function takenOpen(dates: Dates, answeredOn: string, now: number): Dated {
  const state = stateOf(dates, now)
  if (state === 'closed' || state === 'paused') return { refused: state }
  if (state !== 'open') return { refused: 'not yet open' }
  const today = localDate(now, dates.timeZone)
  if (answeredOn < firstDay(dates, today)) return { refused: 'answered before the survey opened' }
  return answeredOn > today ? { refused: 'answered in the future' } : { date: answeredOn }
}

const firstDay = ({ opens }: Dates, today: string) => opens ?? addDays(today, -OLDEST)

/**
 * Whether a survey was paused on the whole of a local date. On the days on which a pause begins
 * and ends nobody can tell which came first.
 */
function isWithinPause({ pauses = [], timeZone }: Dates, date: string): boolean {
  const dayOf = (at: string) => localDate(instantOf(at), timeZone)
  const isOver = ({ until, endedAt }: Pause) =>
    (until !== undefined && date > until) || (endedAt !== undefined && date >= dayOf(endedAt))
  return pauses.some((pause) => date > dayOf(pause.at) && !isOver(pause))
}

/** The last local date on which the survey was open, where it is closed or will be. */
function lastDay({ closes, closedAt, timeZone }: Dates): string | undefined {
  if (closedAt === undefined) return closes
  const day = localDate(instantOf(closedAt), timeZone)
  return closes !== undefined && closes < day ? closes : day
}

/** A questionnaire with the last day on which it could be answered in fact. */
export function asHeld(questionnaire: Questionnaire, dates: Dates): Questionnaire {
  const closes = lastDay(dates)
  return closes === undefined || closes === questionnaire.closes
    ? questionnaire
    : { ...questionnaire, closes }
}

/** The last local date on which tablets may deliver. */
export function graceUntil(dates: Dates): string | undefined {
  const last = lastDay(dates)
  return last === undefined ? undefined : addDays(last, dates.graceDays ?? GRACE_DAYS)
}

/** The instant from which the survey is closed, in milliseconds. */
export function closingOf({ closes, closedAt, timeZone }: Dates): number | undefined {
  const byHand = closedAt === undefined ? Infinity : instantOf(closedAt)
  const byDate =
    closes === undefined
      ? Infinity
      : Temporal.PlainDate.from(addDays(closes, 1)).toZonedDateTime(timeZone).epochMilliseconds
  const closing = Math.min(byHand, byDate)
  return closing === Infinity ? undefined : closing
}

const instantOf = (at: string) => Temporal.Instant.from(at).epochMilliseconds
