import { and, asc, eq, isNull } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import type { Passkey } from '../../../survey/people/sign-in.ts'
import type { Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection } from '../connection.ts'
import { asUser, ownUser } from './people.ts'
import { passkeys, users } from '../schema/schema.ts'

type Verbs = Pick<Store, 'passkeys' | 'addPasskey' | 'removePasskey' | 'passkey' | 'notePasskey'>

export function passkeyVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  return {
    async passkeys(user) {
      return run((db) =>
        db
          .select()
          .from(passkeys)
          .where(eq(passkeys.user, user))
          .orderBy(asc(passkeys.addedAt), asc(passkeys.id))
          .all()
          .map(shown),
      )
    },
    async addPasskey(organisation, user, passkey, act) {
      connection.write((db) => {
        if (!ownUser(db, organisation, user)) return
        const row = { ...passkey, user }
        const { changes } = db.insert(passkeys).values(row).onConflictDoNothing().run()
        if (changes === 0) throw new Problem('taken')
        record(db, organisation, act, 'person.passkeyAdded', user)
      })
    },
    async removePasskey(organisation, user, id, act) {
      const own = and(eq(passkeys.id, id), eq(passkeys.user, user))
      connection.write((db) => {
        const { changes } = db.delete(passkeys).where(own).run()
        if (changes > 0) record(db, organisation, act, 'person.passkeyRemoved', user)
      })
    },
    async passkey(id) {
      const found = run((db) =>
        db
          .select()
          .from(passkeys)
          .innerJoin(users, eq(users.id, passkeys.user))
          .where(and(eq(passkeys.id, id), isNull(users.suspendedAt)))
          .get(),
      )
      if (!found) return undefined
      const { publicKey, counter, transports } = found.passkeys
      const user = asUser(found.users)
      return { ...shown(found.passkeys), publicKey, counter, transports, user }
    },
    async notePasskey(id, counter, day) {
      run((db) =>
        db.update(passkeys).set({ counter, usedOn: day }).where(eq(passkeys.id, id)).run(),
      )
    },
  }
}

const shown = ({ id, name, addedAt, usedOn }: typeof passkeys.$inferSelect): Passkey => ({
  id,
  name,
  addedAt,
  ...(usedOn !== null && { usedOn }),
})
