import { and, eq } from 'drizzle-orm'
import type { Described } from '../../sign-in.ts'
import type { Admitted, Store, User } from '../../store.ts'
import { record } from './audit.ts'
import { isLast } from './colleagues.ts'
import type { Connection, Db } from '../connection.ts'
import { asUser, ownUser } from './people.ts'
import { identities, invites, users } from '../schema/schema.ts'

type Row = typeof users.$inferSelect

interface Asked {
  db: Db
  organisation: string
  issuer: string
  described: Described
  at: string
}

/** Lets in whom an organisation's provider describes. */
export function admissionVerbs(connection: Connection): Pick<Store, 'admit'> {
  return {
    async admit(organisation, issuer, described, at) {
      return connection.write((db): Admitted => {
        const asked = { db, organisation, issuer, described, at }
        const found = linked(asked) ?? byAddress(asked)
        if (typeof found === 'string') return found
        if (found.suspendedAt !== null) return 'suspended'
        return { user: withRole(asked, found) }
      })
    },
  }
}

function linked({ db, organisation, issuer, described: { subject } }: Asked): Row | undefined {
  const one = and(
    eq(identities.organisation, organisation),
    eq(identities.issuer, issuer),
    eq(identities.subject, subject),
  )
  const found = db
    .select()
    .from(identities)
    .innerJoin(users, eq(users.id, identities.user))
    .where(one)
    .get()
  return found?.users
}

/** The first time: someone who is known or asked in by the address, or else someone new. */
function byAddress(asked: Asked): Row | Exclude<Admitted, { user: User }> {
  const { db, organisation, described } = asked
  const { email, verified } = described
  const here = and(eq(users.organisation, organisation), eq(users.email, email))
  const user = db.select().from(users).where(here).get()
  const invited = and(eq(invites.organisation, organisation), eq(invites.email, email))
  const invite = db.select().from(invites).where(invited).get()
  if ((user || invite) && !verified) return 'unverified'
  if (user && user.suspendedAt !== null) return 'suspended'
  const { row, deed } = user
    ? { row: user, deed: 'person.linked' as const }
    : { row: join(asked, invite?.id ?? described.id), deed: 'person.joinedByProvider' as const }
  const { issuer, at } = asked
  const identity = { organisation, issuer, subject: described.subject, user: row.id }
  db.insert(identities).values(identity).run()
  record(db, organisation, { by: row.id, at }, deed, row.id)
  return row
}

function join({ db, organisation, described }: Asked, id: string): Row {
  const { email, name, password, role, sites } = described
  db.delete(invites).where(eq(invites.id, id)).run()
  db.insert(users).values({ id, organisation, email, name, password, role, sites }).run()
  return ownUser(db, organisation, id)!
}

function withRole({ db, organisation, described, at }: Asked, row: Row): User {
  const { role, sites } = described
  const same = row.role === role && `${row.sites}` === `${sites}`
  if (same || (role !== 'administrator' && isLast(db, row))) return asUser(row)
  db.update(users).set({ role, sites }).where(eq(users.id, row.id)).run()
  record(db, organisation, { by: row.id, at }, 'person.roleByProvider', row.id)
  return asUser({ ...row, role, sites })
}
