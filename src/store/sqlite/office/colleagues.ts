import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Colleague } from '../../../survey/people/colleague.ts'
import type { Changed, Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownInvite } from './invites.ts'
import { enqueue, withdrawResets } from './outbox.ts'
import { ownUser } from './people.ts'
import { formerUsers, invites, networks, resets, sessions, users } from '../schema/schema.ts'

type Verbs = Pick<
  Store,
  | 'colleagues'
  | 'changeAccess'
  | 'suspend'
  | 'restore'
  | 'removePerson'
  | 'rename'
  | 'changePassword'
>

export function colleagueVerbs(connection: Connection): Verbs {
  const write = connection.write.bind(connection)
  return {
    async colleagues(organisation) {
      return connection.run((db) => [
        ...db
          .select()
          .from(users)
          .where(eq(users.organisation, organisation))
          .all()
          .map(asColleague),
        ...db
          .select()
          .from(invites)
          .where(eq(invites.organisation, organisation))
          .all()
          .map(asAsked),
      ])
    },
    async changeAccess(organisation, id, { role, sites }, act) {
      return write((db) => {
        const user = ownUser(db, organisation, id)
        const found = user ?? ownInvite(db, organisation, id)
        if (!found) return 'unknown'
        if (user && role !== 'administrator' && isLast(db, user)) return 'last'
        if (found.role === role && `${found.sites}` === `${sites}`) return 'done'
        const table = user ? users : invites
        db.update(table).set({ role, sites }).where(eq(table.id, id)).run()
        record(db, organisation, act, 'person.changed', id)
        return 'done'
      })
    },
    async suspend(organisation, id, act) {
      return write((db): Changed => {
        const user = ownUser(db, organisation, id)
        if (!user) return 'unknown'
        if (user.suspendedAt !== null) return 'done'
        if (isLast(db, user)) return 'last'
        db.update(users).set({ suspendedAt: act.at }).where(eq(users.id, id)).run()
        db.delete(sessions).where(eq(sessions.user, id)).run()
        record(db, organisation, act, 'person.suspended', id)
        return 'done'
      })
    },
    async restore(organisation, id, act) {
      return write((db): Changed => {
        const user = ownUser(db, organisation, id)
        if (!user) return 'unknown'
        if (user.suspendedAt === null) return 'done'
        db.update(users).set({ suspendedAt: null }).where(eq(users.id, id)).run()
        record(db, organisation, act, 'person.restored', id)
        return 'done'
      })
    },
    async removePerson(organisation, id, act) {
      return write((db): Changed => {
        const user = ownUser(db, organisation, id)
        const found = user ?? ownInvite(db, organisation, id)
        if (!found) return isFormer(db, organisation, id) ? 'done' : 'unknown'
        if (user && isLast(db, user)) return 'last'
        db.insert(formerUsers).values({ id, organisation, name: found.name }).run()
        for (const table of [sessions, resets, networks]) {
          db.delete(table).where(eq(table.user, id)).run()
        }
        db.delete(invites).where(eq(invites.id, id)).run()
        db.delete(users).where(eq(users.id, id)).run()
        record(db, organisation, act, 'person.removed', id)
        return 'done'
      })
    },
    async rename(organisation, id, name, act) {
      write((db) => {
        const user = ownUser(db, organisation, id)
        if (!user || user.name === name) return
        db.update(users).set({ name }).where(eq(users.id, id)).run()
        record(db, organisation, act, 'person.renamed', id)
      })
    },
    async changePassword(organisation, id, password, here, act, letter) {
      write((db) => {
        if (!ownUser(db, organisation, id)) return
        db.update(users).set({ password }).where(eq(users.id, id)).run()
        db.delete(sessions)
          .where(and(eq(sessions.user, id), ne(sessions.token, here)))
          .run()
        // What was asked for before is not wanted any more.
        db.delete(resets).where(eq(resets.user, id)).run()
        withdrawResets(db, id)
        record(db, organisation, act, 'person.passwordChanged', id)
        enqueue(db, letter)
      })
    },
  }
}

function asColleague(row: typeof users.$inferSelect): Colleague {
  const { id, name, email, role, sites, suspendedAt, seenOn } = row
  const state = suspendedAt === null ? 'active' : 'suspended'
  return { id, name, email, role, sites, state, ...(seenOn !== null && { seenOn }) }
}

function asAsked(row: typeof invites.$inferSelect): Colleague {
  const { id, name, email, role, sites, codeUntil: until } = row
  return { id, name, email, role, sites, state: 'invited', until }
}

/** Whether without this user the organisation has no administrator who can sign in. */
export function isLast(db: Db, user: typeof users.$inferSelect): boolean {
  if (user.role !== 'administrator' || user.suspendedAt !== null) return false
  const others = and(
    eq(users.organisation, user.organisation),
    eq(users.role, 'administrator'),
    isNull(users.suspendedAt),
    ne(users.id, user.id),
  )
  return !db.select().from(users).where(others).get()
}

const isFormer = (db: Db, organisation: string, id: string) =>
  db
    .select()
    .from(formerUsers)
    .where(and(eq(formerUsers.id, id), eq(formerUsers.organisation, organisation)))
    .get() !== undefined
