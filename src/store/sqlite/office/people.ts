import { and, eq, isNull } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import type { Store, User } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from '../connection.ts'
import { organisationOf } from './organisation-row.ts'
import { organisations, tokens, users, welcomes } from '../schema/schema.ts'

type Verbs = Pick<
  Store,
  | 'addUser'
  | 'usersByEmail'
  | 'hasUsers'
  | 'saveWelcome'
  | 'welcome'
  | 'redeemWelcome'
  | 'addToken'
  | 'token'
>

export function peopleVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  return {
    async addUser(user, act) {
      connection.write((db) => {
        const { changes } = db.insert(users).values(user).onConflictDoNothing().run()
        if (changes === 0) throw new Problem('taken', [`${user.email} has a user already`])
        // The one-time link is for an office that has nobody.
        db.delete(welcomes).where(eq(welcomes.organisation, user.organisation)).run()
        record(db, user.organisation, act, 'person.added', user.id)
      })
    },
    async usersByEmail(email) {
      const there = and(eq(users.email, email), isNull(users.suspendedAt))
      return run((db) => db.select().from(users).where(there).all().map(asUser))
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
    async redeemWelcome(code, user, at) {
      return connection.write((db) => {
        const { changes } = db.delete(welcomes).where(eq(welcomes.code, code)).run()
        if (changes === 0) return false
        db.insert(users).values(user).run()
        record(db, user.organisation, { by: user.id, at }, 'person.joined', user.id)
        return true
      })
    },
    async addToken(token, organisation, scope, act) {
      connection.write((db) => {
        db.insert(tokens).values({ token, organisation, scope, madeAt: act.at }).run()
        record(db, organisation, act, 'token.added', scope)
      })
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

/** Named one by one: what else the row holds is for other verbs. */
export function asUser(row: typeof users.$inferSelect): User {
  const { id, organisation, email, name, password, role, sites } = row
  return { id, organisation, email, name, password, role, sites }
}

export const ownUser = (db: Db, organisation: string, id: string) =>
  db
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.organisation, organisation)))
    .get()
