import { localDate } from './calendar.ts'

export type State = 'draft' | 'scheduled' | 'open' | 'paused' | 'closed'

export interface Dates {
  /** inclusive local dates; absent: opened or closed by hand */
  opens?: string
  closes?: string
  timeZone: string
  /** a questionnaire has been issued */
  issued: boolean
  /** closed by hand, whatever the dates say */
  closed: boolean
  /** when that was (ISO instant) */
  closedAt?: string
  /** until then the closing can be taken back, and no final release is made (ISO instant) */
  heldUntil?: string
  /** oldest first; only the last may still go on */
  pauses?: Pause[]
  /** days in which tablets may still deliver, where the survey says */
  graceDays?: number
}

/** A time in which an open survey takes no answers. */
export interface Pause {
  /** ISO instant */
  at: string
  /** the last local date of it, where that is known; then it ends by itself */
  until?: string
  /** ended by hand (ISO instant) */
  endedAt?: string
}

/** The state of a survey at an instant (milliseconds since 1970), by its own zone's calendar. */
export function stateOf(dates: Dates, instant: number): State {
  if (!dates.issued) return 'draft'
  if (dates.closed) return 'closed'
  const date = localDate(instant, dates.timeZone)
  if (dates.closes !== undefined && date > dates.closes) return 'closed'
  if (dates.opens !== undefined && date < dates.opens) return 'scheduled'
  return pauseOn(dates, date) ? 'paused' : 'open'
}

/** The pause that goes on on a local date. */
export function pauseOn({ pauses = [] }: Dates, date: string): Pause | undefined {
  const last = pauses.at(-1)
  if (!last || last.endedAt !== undefined) return undefined
  return last.until === undefined || date <= last.until ? last : undefined
}

/** Whether the last pause began on a local date. */
export const pauseBeganOn = ({ pauses = [], timeZone }: Dates, date: string): boolean =>
  pauses.slice(-1).some(({ at }) => localDate(Date.parse(at), timeZone) === date)
