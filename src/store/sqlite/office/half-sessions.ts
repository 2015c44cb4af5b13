import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import { HALF_SESSION, HALF_SESSION_TRIES, type Store } from '../../store.ts'
import type { Connection } from '../connection.ts'
import { asUser } from './people.ts'
import { halfSessions, users } from '../schema/schema.ts'

type Verbs = Pick<Store, 'openHalfSession' | 'halfSession' | 'endHalfSession' | 'missHalfSession'>

/** Apart from the sessions, so that no door can take one for the other. */
export function halfSessionVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  return {
    async openHalfSession(token, user, now) {
      connection.write((db) => {
        db.delete(halfSessions).where(lt(halfSessions.until, now)).run()
        const row = { token, user, until: now + HALF_SESSION, tries: 0 }
        db.insert(halfSessions).values(row).run()
      })
    },
    async halfSession(token, now) {
      const open = and(
        eq(halfSessions.token, token),
        gte(halfSessions.until, now),
        isNull(users.suspendedAt),
      )
      const found = run((db) =>
        db
          .select()
          .from(halfSessions)
          .innerJoin(users, eq(users.id, halfSessions.user))
          .where(open)
          .get(),
      )
      return found && asUser(found.users)
    },
    async endHalfSession(token) {
      run((db) => db.delete(halfSessions).where(eq(halfSessions.token, token)).run())
    },
    async missHalfSession(token) {
      const one = eq(halfSessions.token, token)
      connection.write((db) => {
        db.update(halfSessions)
          .set({ tries: sql`${halfSessions.tries} + 1` })
          .where(one)
          .run()
        db.delete(halfSessions)
          .where(and(one, gte(halfSessions.tries, HALF_SESSION_TRIES)))
          .run()
      })
    },
  }
}
