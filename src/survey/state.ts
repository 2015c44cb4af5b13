import { localDate } from './calendar.ts'

export type State = 'draft' | 'scheduled' | 'open' | 'closed'

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
  /** days in which tablets may still deliver, where the survey says */
  graceDays?: number
}

/** The state of a survey at an instant (milliseconds since 1970), by its own zone's calendar. */
export function stateOf(dates: Dates, instant: number): State {
  if (!dates.issued) return 'draft'
  if (dates.closed) return 'closed'
  const date = localDate(instant, dates.timeZone)
  if (dates.closes !== undefined && date > dates.closes) return 'closed'
  if (dates.opens !== undefined && date < dates.opens) return 'scheduled'
  return 'open'
}
