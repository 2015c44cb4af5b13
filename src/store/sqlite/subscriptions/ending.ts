import { and, eq, gte, inArray, lt, notExists, or } from 'drizzle-orm'
import type { Departures } from '../../departures.ts'
import type { Subscriptions } from '../../subscriptions.ts'
import type { Connection } from '../connection.ts'
import { nameOf } from './departing.ts'
import { hasEnded } from './letters.ts'
import { emptyLog } from './log.ts'
import { isBeingTold } from './news.ts'
import { askings, endings, letters, news, subscriptions } from './schema.ts'

type Verbs = Pick<Subscriptions, 'end' | 'hasEnded' | 'tidy'>

/** When addresses go by themselves. */
export function endingVerbs(connection: Connection, departures: Departures): Verbs {
  return {
    async end(survey) {
      connection.run((db) => db.insert(endings).values({ survey }).onConflictDoNothing().run())
    },
    async hasEnded(survey) {
      return connection.run((db) => hasEnded(db, survey))
    },
    async tidy({ askedBefore, today, surveys, now, sends }) {
      connection.write((db) => {
        db.delete(askings).where(lt(askings.day, today)).run()
        db.delete(subscriptions).where(lt(subscriptions.askedOn, askedBefore)).run()
        const { id, survey, askedOn } = subscriptions
        const still = and(eq(letters.subscription, id), gte(letters.until, now))
        const waiting = db.select().from(letters).where(still)
        const coming = db
          .select()
          .from(news)
          .where(and(eq(news.survey, survey), isBeingTold))
        const ended = db.select({ survey: endings.survey }).from(endings)
        const over = or(inArray(survey, ended), inArray(survey, surveys))
        const gone = db
          .delete(subscriptions)
          .where(and(over, notExists(waiting), sends ? notExists(coming) : undefined))
          .returning({ id, askedOn })
          .all()
        // Who never confirmed goes by the day also where an older backup brings it back.
        const confirmed = gone.filter((row) => row.askedOn === null)
        if (confirmed.length === 0) return
        departures.note(...confirmed.map((row) => ({ date: today, subscription: nameOf(row.id) })))
      })
      emptyLog(connection)
    },
  }
}
