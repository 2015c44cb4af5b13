import { and, eq, gte } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import type { Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from '../connection.ts'
import { organisationOf } from './organisation-row.ts'
import { enqueue } from './outbox.ts'
import { asUser, ownUser } from './people.ts'
import { formerUsers, invites, organisations, users } from '../schema/schema.ts'

type Verbs = Pick<Store, 'invite' | 'renewInvite' | 'invited' | 'joinBy'>

export function inviteVerbs(connection: Connection): Verbs {
  return {
    async invite(organisation, { id, email, ...given }, act, letter) {
      connection.write((db) => {
        if (isKnown(db, id) || isColleague(db, organisation, email)) throw new Problem('taken')
        const row = { ...given, id, email, organisation, invitedBy: act.by }
        const { changes } = db.insert(invites).values(row).onConflictDoNothing().run()
        if (changes === 0) throw new Problem('taken')
        record(db, organisation, act, 'person.invited', id)
        enqueue(db, letter)
      })
    },
    async renewInvite(organisation, id, { code, codeUntil }, act, letter) {
      return connection.write((db) => {
        const found = ownInvite(db, organisation, id)
        if (!found) return false
        // The same form sent twice is one act.
        if (found.code.equals(code)) return true
        db.update(invites).set({ code, codeUntil }).where(eq(invites.id, id)).run()
        record(db, organisation, act, 'person.invitedAgain', id)
        enqueue(db, letter)
        return true
      })
    },
    async invited(code, now) {
      return connection.run((db) => {
        const found = waiting(db, code, now)
        if (!found) return undefined
        const { id, email, name, role, sites, codeUntil } = found.invites
        const organisation = organisationOf(found.organisations)
        return { id, email, name, role, sites, codeUntil, organisation }
      })
    },
    async joinBy(code, { name, password }, now) {
      return connection.write((db) => {
        const found = waiting(db, code, now)?.invites
        if (!found) return undefined
        const { id, organisation, email, role, sites } = found
        const user = { id, organisation, email, name, password, role, sites }
        db.delete(invites).where(eq(invites.id, id)).run()
        // Somebody has let them in another way.
        if (isColleague(db, organisation, email)) return undefined
        db.insert(users).values(user).run()
        const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
        record(db, organisation, { by: id, at }, 'person.joined', id)
        return asUser(ownUser(db, organisation, id)!)
      })
    },
  }
}

export const ownInvite = (db: Db, organisation: string, id: string) =>
  db
    .select()
    .from(invites)
    .where(and(eq(invites.id, id), eq(invites.organisation, organisation)))
    .get()

const waiting = (db: Db, code: Buffer, now: number) =>
  db
    .select()
    .from(invites)
    .innerJoin(organisations, eq(organisations.id, invites.organisation))
    .where(and(eq(invites.code, code), gte(invites.codeUntil, now)))
    .get()

/** An id is a person's for ever, also of one who has been removed. */
const isKnown = (db: Db, id: string) =>
  [users, invites, formerUsers].some((table) =>
    db.select({ id: table.id }).from(table).where(eq(table.id, id)).get(),
  )

const isColleague = (db: Db, organisation: string, email: string) =>
  [users, invites].some((table) =>
    db
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.organisation, organisation), eq(table.email, email)))
      .get(),
  )
