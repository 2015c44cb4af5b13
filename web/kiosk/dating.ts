import { localDate } from '../../src/survey/calendar.ts'
import type { Clock, Moment } from './clock.ts'

/**
 * Dates answers, and dates those of this session again when the server has told the time. The
 * moments are in memory only: what is stored of a person has no time.
 */
export function makeDating(clock: Clock) {
  const given = new Map<string, { moment: Moment; timeZone: string; date: string }>()
  const dateOf = (moment: Moment, timeZone: string) => localDate(clock.at(moment), timeZone)
  return {
    /** Calls with the date of this moment; remembers the moment where it is not sure. */
    async dated(id: string, timeZone: string, store: (date: string) => Promise<void>) {
      const moment = clock.moment()
      const sure = clock.sure()
      const date = dateOf(moment, timeZone)
      await store(date)
      if (!sure) given.set(id, { moment, timeZone, date })
    },
    /** Calls with the answers that were given on another date than was thought, if there are any. */
    async correct(redate: (dates: Map<string, string>) => Promise<void>) {
      const told = [...given]
      const changed = new Map<string, string>()
      for (const [id, { moment, timeZone, date }] of told) {
        const right = dateOf(moment, timeZone)
        if (right !== date) changed.set(id, right)
      }
      if (changed.size > 0) await redate(changed)
      for (const [id] of told) given.delete(id)
    },
  }
}
