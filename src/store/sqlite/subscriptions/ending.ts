import { and, eq, gte, inArray, lt, notExists, or } from 'drizzle-orm'
import type { Departures } from '../../departures.ts'
import type { Subscriptions, Tidying } from '../../subscriptions.ts'
import type { Connection, Db } from '../connection.ts'
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
    async tidy(over) {
      // Asked every minute: who writes is not to be waited for, for nothing.
      if (connection.run((db) => isUntidy(db, over))) {
        connection.write((db) => tidy(db, over, departures))
      }
      emptyLog(connection)
    },
  }
}

function isUntidy(db: Db, over: Tidying): boolean {
  const { counted, unconfirmed, gone } = conditions(db, over)
  const there = db.select({ id: subscriptions.id }).from(subscriptions)
  return (
    there.where(or(unconfirmed, gone)).limit(1).get() !== undefined ||
    db.select({ day: askings.day }).from(askings).where(counted).limit(1).get() !== undefined
  )
}

function tidy(db: Db, over: Tidying, departures: Departures) {
  const { counted, unconfirmed, gone } = conditions(db, over)
  db.delete(askings).where(counted).run()
  db.delete(subscriptions).where(unconfirmed).run()
  const { id, askedOn } = subscriptions
  const erased = db.delete(subscriptions).where(gone).returning({ id, askedOn }).all()
  // Who never confirmed goes by the day also where an older backup brings it back.
  const confirmed = erased.filter((row) => row.askedOn === null)
  const date = over.today
  departures.note(...confirmed.map((row) => ({ date, subscription: nameOf(row.id) })))
}

/** What counted letters of another day, who has not confirmed, and who waits for no letter. */
function conditions(db: Db, { askedBefore, today, surveys, now, sends }: Tidying) {
  const { id, survey, askedOn } = subscriptions
  const inTime = and(eq(letters.subscription, id), gte(letters.until, now))
  const waiting = db.select().from(letters).where(inTime)
  const told = and(eq(news.survey, survey), isBeingTold)
  const coming = db.select().from(news).where(told)
  const ended = db.select({ survey: endings.survey }).from(endings)
  const isOver = or(inArray(survey, ended), inArray(survey, surveys))
  return {
    counted: lt(askings.day, today),
    unconfirmed: lt(askedOn, askedBefore),
    gone: and(isOver, notExists(waiting), sends ? notExists(coming) : undefined),
  }
}
