import { hash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Departures } from '../../departures.ts'
import type { Subscriptions } from '../../subscriptions.ts'
import type { Connection, Db } from '../connection.ts'
import { emptyLog } from './log.ts'
import { subscriptions } from './schema.ts'

type Verbs = Pick<Subscriptions, 'erase' | 'eraseAgain' | 'mendDepartures'>

/** Leaving, and staying away. */
export function departingVerbs(connection: Connection, departures: Departures): Verbs {
  return {
    async erase(id, date) {
      const erased = connection.write((db) => {
        const { changes } = drop(db, id)
        // Before the commit: who is noted and still there is erased once more, at no harm.
        if (changes > 0) departures.note({ date, subscription: nameOf(id) })
        return changes
      })
      if (erased > 0) emptyLog(connection)
    },
    async eraseAgain(more) {
      const back = connection.write((db) => {
        departures.note(...more)
        const gone = new Set(departures.read().map(({ subscription }) => subscription))
        const all = db.select({ id: subscriptions.id }).from(subscriptions).all()
        const found = all.filter(({ id }) => gone.has(nameOf(id)))
        for (const { id } of found) drop(db, id)
        return found.length
      })
      emptyLog(connection)
      return back
    },
    async mendDepartures() {
      connection.write(() => departures.mend())
    },
  }
}

const drop = (db: Db, id: Buffer) => db.delete(subscriptions).where(eq(subscriptions.id, id)).run()

/** As a subscription is called where it must not be found by its id. */
export const nameOf = (id: Buffer) => hash('sha256', id, 'hex').slice(0, 32)
