import { and, eq, isNull } from 'drizzle-orm'
import type { Provider } from '../../../survey/people/sign-in.ts'
import type { Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from '../connection.ts'
import { organisationOf } from './organisation-row.ts'
import { identities, organisations, providers, users } from '../schema/schema.ts'

type Verbs = Pick<
  Store,
  | 'provider'
  | 'withProvider'
  | 'passwordsAllowed'
  | 'saveProvider'
  | 'removeProvider'
  | 'allowPasswords'
>

export function providerVerbs(connection: Connection): Verbs {
  const { write, run } = {
    write: connection.write.bind(connection),
    run: connection.run.bind(connection),
  }
  return {
    async provider(organisation) {
      const found = run((db) => rowOf(db, organisation))
      if (!found) return undefined
      const { issuer, clientId, secret, claim, mapping, passwords } = found
      return { issuer, clientId, claim, mapping, passwords, ...(secret !== null && { secret }) }
    },
    async withProvider() {
      return run((db) =>
        db
          .select()
          .from(providers)
          .innerJoin(organisations, eq(organisations.id, providers.organisation))
          .orderBy(organisations.name)
          .all()
          .map((found) => organisationOf(found.organisations)),
      )
    },
    async passwordsAllowed(organisation) {
      return run((db) => rowOf(db, organisation))?.passwords ?? true
    },
    async saveProvider(organisation, provider, act) {
      return write((db) => {
        if (!provider.passwords && !isProven(db, organisation, provider)) return 'unproven'
        const row = { ...provider, organisation, secret: provider.secret ?? null }
        const set = { target: providers.organisation, set: row }
        db.insert(providers).values(row).onConflictDoUpdate(set).run()
        record(db, organisation, act, 'organisation.providerSaved', organisation)
        return 'done'
      })
    },
    async removeProvider(organisation, act) {
      write((db) => {
        const here = eq(providers.organisation, organisation)
        const { changes } = db.delete(providers).where(here).run()
        if (changes > 0) record(db, organisation, act, 'organisation.providerRemoved', organisation)
      })
    },
    async allowPasswords(organisation, act) {
      write((db) => {
        const shut = and(eq(providers.organisation, organisation), eq(providers.passwords, false))
        const { changes } = db.update(providers).set({ passwords: true }).where(shut).run()
        if (changes > 0) {
          record(db, organisation, act, 'organisation.passwordsAllowed', organisation)
        }
      })
    },
  }
}

const rowOf = (db: Db, organisation: string) =>
  db.select().from(providers).where(eq(providers.organisation, organisation)).get()

/** Whether an administrator has come in by this provider, and could do it again. */
const isProven = (db: Db, organisation: string, { issuer }: Provider): boolean =>
  db
    .select()
    .from(identities)
    .innerJoin(users, eq(users.id, identities.user))
    .where(
      and(
        eq(identities.organisation, organisation),
        eq(identities.issuer, issuer),
        eq(users.role, 'administrator'),
        isNull(users.suspendedAt),
      ),
    )
    .get() !== undefined
