import { and, eq, gte, isNull } from 'drizzle-orm'
import type { Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from '../connection.ts'
import { organisationOf } from './organisation-row.ts'
import { enqueue, withdrawResets } from './outbox.ts'
import { asUser } from './people.ts'
import { organisations, resets, sessions, users } from '../schema/schema.ts'

type Verbs = Pick<Store, 'startReset' | 'startResetByHand' | 'reset' | 'resetPassword'>

/** One-time links to a new password. */
export function resetVerbs(connection: Connection): Verbs {
  return {
    async startReset(organisation, user, code) {
      return connection.write((db) => {
        if (!isActive(db, organisation, user)) return false
        save(db, user, code)
        return true
      })
    },
    async startResetByHand(organisation, user, code, act) {
      return connection.write((db) => {
        if (!isActive(db, organisation, user)) return false
        const before = db.select().from(resets).where(eq(resets.user, user)).get()
        // The same form sent twice is one act.
        if (before?.code.equals(code.code)) return true
        save(db, user, code)
        record(db, organisation, act, 'person.resetLinkMade', user)
        return true
      })
    },
    async reset(code, now) {
      return connection.run((db) => {
        const found = waiting(db, code, now)
        if (!found) return undefined
        const { codeUntil } = found.resets
        return {
          user: asUser(found.users),
          organisation: organisationOf(found.organisations),
          codeUntil,
        }
      })
    },
    async resetPassword(code, password, now, letter) {
      return connection.write((db) => {
        const found = waiting(db, code, now)?.users
        if (!found) return false
        const { id, organisation } = found
        db.delete(resets).where(eq(resets.user, id)).run()
        withdrawResets(db, id)
        db.update(users).set({ password }).where(eq(users.id, id)).run()
        db.delete(sessions).where(eq(sessions.user, id)).run()
        const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
        record(db, organisation, { by: id, at }, 'person.passwordReset', id)
        enqueue(db, letter)
        return true
      })
    },
  }
}

function save(db: Db, user: string, code: { code: Buffer; codeUntil: number }) {
  const row = { user, ...code }
  db.insert(resets).values(row).onConflictDoUpdate({ target: resets.user, set: row }).run()
}

const isActive = (db: Db, organisation: string, user: string) =>
  db
    .select()
    .from(users)
    .where(and(eq(users.id, user), eq(users.organisation, organisation), isNull(users.suspendedAt)))
    .get() !== undefined

const waiting = (db: Db, code: Buffer, now: number) =>
  db
    .select()
    .from(resets)
    .innerJoin(users, eq(users.id, resets.user))
    .innerJoin(organisations, eq(organisations.id, users.organisation))
    .where(and(eq(resets.code, code), gte(resets.codeUntil, now), isNull(users.suspendedAt)))
    .get()
