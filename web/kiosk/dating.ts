import { localDate } from '../../src/survey/calendar.ts'
import type { Clock, Moment } from './clock.ts'

/**
 * Dates answers, and dates those of this session again when the server has told the time. The
 * moments are in memory only: what is stored of a person has no time.
 */
export function makeDating(clock: Clock) {
  const given = new Map<string, { moment: Moment; timeZone: string; date: string }>()
  return {
    date(id: string, timeZone: string): string {
      const moment = clock.moment()
      const date = localDate(clock.at(moment), timeZone)
      given.set(id, { moment, timeZone, date })
      return date
    },
    /** The answers that were given on another date than was thought; forgets the moments. */
    corrected(): Map<string, string> {
      const changed = new Map<string, string>()
      for (const [id, { moment, timeZone, date }] of given) {
        const right = localDate(clock.at(moment), timeZone)
        if (right !== date) changed.set(id, right)
      }
      given.clear()
      return changed
    },
  }
}
