import { and, eq, lt, or } from 'drizzle-orm'
import { Problem } from '../../survey/problem.ts'
import { SESSION_IDLE, SESSION_LONGEST, type Store } from '../store.ts'
import type { Connection } from './connection.ts'
import { organisationOf } from './organisation-row.ts'
import { organisations, sessions, tokens, users, welcomes } from './schema.ts'

type Verbs = Pick<
  Store,
  | 'addUser'
  | 'userByEmail'
  | 'hasUsers'
  | 'saveWelcome'
  | 'welcome'
  | 'redeemWelcome'
  | 'openSession'
  | 'session'
  | 'endSession'
  | 'addToken'
  | 'token'
>

/** A visit is noted at most this often, so that reading does not write each time. */
const NOTE_EVERY = 60_000

export function peopleVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  return {
    async addUser(user) {
      run((db) =>
        db.$client
          .transaction(() => {
            const { changes } = db.insert(users).values(user).onConflictDoNothing().run()
            if (changes === 0) throw new Problem('taken', [`${user.email} has a user already`])
            // The one-time link is for an office that has nobody.
            db.delete(welcomes).where(eq(welcomes.organisation, user.organisation)).run()
          })
          .immediate(),
      )
    },
    async userByEmail(email) {
      return run((db) => db.select().from(users).where(eq(users.email, email)).get())
    },
    async hasUsers(organisation) {
      const found = run((db) =>
        db.select().from(users).where(eq(users.organisation, organisation)).limit(1).get(),
      )
      return found !== undefined
    },
    async saveWelcome(organisation, code) {
      const row = { organisation, code }
      run((db) =>
        db
          .insert(welcomes)
          .values(row)
          .onConflictDoUpdate({ target: welcomes.organisation, set: row })
          .run(),
      )
    },
    async welcome(code) {
      const found = run((db) =>
        db
          .select()
          .from(welcomes)
          .innerJoin(organisations, eq(organisations.id, welcomes.organisation))
          .where(eq(welcomes.code, code))
          .get(),
      )
      return found && organisationOf(found.organisations)
    },
    async redeemWelcome(code, user) {
      return run((db) =>
        db.$client
          .transaction(() => {
            const { changes } = db.delete(welcomes).where(eq(welcomes.code, code)).run()
            if (changes === 0) return false
            const added = db.insert(users).values(user).onConflictDoNothing().run()
            // Thrown inside the transaction, so that the code is not used up.
            if (added.changes === 0) throw new Problem('taken')
            return true
          })
          .immediate(),
      )
    },
    async openSession(token, user, now) {
      run((db) => {
        db.delete(sessions)
          .where(
            or(
              lt(sessions.seenAt, now - SESSION_IDLE),
              lt(sessions.startedAt, now - SESSION_LONGEST),
            ),
          )
          .run()
        db.insert(sessions).values({ token, user, startedAt: now, seenAt: now }).run()
      })
    },
    async session(token, now, visit) {
      return run((db) => {
        const found = db
          .select()
          .from(sessions)
          .innerJoin(users, eq(users.id, sessions.user))
          .where(eq(sessions.token, token))
          .get()
        if (!found) return undefined
        const { startedAt, seenAt } = found.sessions
        if (now - seenAt > SESSION_IDLE || now - startedAt > SESSION_LONGEST) return undefined
        if (visit && now - seenAt > NOTE_EVERY) {
          db.update(sessions).set({ seenAt: now }).where(eq(sessions.token, token)).run()
        }
        return found.users
      })
    },
    async endSession(token) {
      run((db) => db.delete(sessions).where(eq(sessions.token, token)).run())
    },
    async addToken(token, organisation, scope, at) {
      run((db) => db.insert(tokens).values({ token, organisation, scope, madeAt: at }).run())
    },
    async token(token) {
      return run((db) =>
        db
          .select({ organisation: tokens.organisation, scope: tokens.scope })
          .from(tokens)
          .where(and(eq(tokens.token, token)))
          .get(),
      )
    },
  }
}
