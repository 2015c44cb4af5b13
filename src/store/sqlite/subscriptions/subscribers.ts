import { and, count, eq, isNull, isNotNull, sql } from 'drizzle-orm'
import { ASKED_A_DAY } from '../../../survey/subscription.ts'
import type { Asking, Subscription, Subscriptions } from '../../subscriptions.ts'
import type { Connection, Db } from '../connection.ts'
import { addLetter, hasEnded } from './letters.ts'
import { askings, subscriptions } from './schema.ts'

type Verbs = Pick<Subscriptions, 'ask' | 'find' | 'confirm' | 'confirmed'>

/** Coming, and being there. */
export function subscriberVerbs(connection: Connection): Verbs {
  return {
    async ask(asking) {
      connection.write((db) => {
        if (hasEnded(db, asking.survey) || hasEnough(db, asking)) return
        addLetter(db, { subscription: keep(db, asking), news: '', until: asking.until })
      })
    },
    async find(id) {
      return connection.run((db) => found(db, id))
    },
    async confirm(id) {
      return connection.write((db) => {
        db.update(subscriptions).set({ askedOn: null }).where(eq(subscriptions.id, id)).run()
        return found(db, id)
      })
    },
    async confirmed(survey) {
      const wanting = and(eq(subscriptions.survey, survey), isNull(subscriptions.askedOn))
      return connection.run(
        (db) => db.select({ all: count() }).from(subscriptions).where(wanting).get()!.all,
      )
    },
  }
}

/** Counts one more letter to the address, unless it had as many as it may that day. */
function hasEnough(db: Db, { today }: Asking): boolean {
  const more = { letters: sql`${askings.letters} + 1` }
  const { letters } = db
    .insert(askings)
    .values({ ...today, letters: 1 })
    .onConflictDoUpdate({ target: [askings.day, askings.mark], set: more })
    .returning()
    .get()
  return letters > ASKED_A_DAY
}

/** The id of the address; who has not confirmed may have changed the language. */
function keep(db: Db, { id, mark, survey, address, language, today }: Asking): Buffer {
  const { day: askedOn } = today
  const made = db
    .insert(subscriptions)
    .values({ id, mark, survey, address, language, askedOn })
    .onConflictDoUpdate({
      target: subscriptions.mark,
      set: { language, askedOn },
      setWhere: isNotNull(subscriptions.askedOn),
    })
    .returning()
    .get() as { id: Buffer } | undefined
  return made?.id ?? db.select().from(subscriptions).where(eq(subscriptions.mark, mark)).get()!.id
}

function found(db: Db, id: Buffer): Subscription | undefined {
  const row = db.select().from(subscriptions).where(eq(subscriptions.id, id)).get()
  if (!row) return undefined
  const { survey, address, language, askedOn } = row
  return { id, survey, address, language, confirmed: askedOn === null }
}
