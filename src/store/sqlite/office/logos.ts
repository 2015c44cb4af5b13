import { eq } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import type { Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection } from '../connection.ts'
import { logos } from '../schema/sites.ts'
import { organisations } from '../schema/schema.ts'

type Verbs = Pick<Store, 'saveLogo' | 'logo'>

export function logoVerbs(connection: Connection): Verbs {
  return {
    async saveLogo(organisation, logo, act) {
      connection.write((db) => {
        const own = eq(organisations.id, organisation)
        const row = db.select().from(organisations).where(own).get()
        if (!row) throw new Problem('unknown')
        if (row.logo?.hash === logo?.look.hash) return
        db.delete(logos).where(eq(logos.organisation, organisation)).run()
        if (logo) {
          const { hash } = logo.look
          db.insert(logos).values({ organisation, hash, bytes: logo.bytes }).run()
        }
        db.update(organisations)
          .set({ logo: logo?.look ?? null })
          .where(own)
          .run()
        record(
          db,
          organisation,
          act,
          logo ? 'organisation.logoSaved' : 'organisation.logoRemoved',
          organisation,
        )
      })
      connection.forget()
    },
    async logo(hash) {
      return connection.run((db) => {
        const found = db
          .select({ look: organisations.logo, bytes: logos.bytes })
          .from(logos)
          .innerJoin(organisations, eq(organisations.id, logos.organisation))
          .where(eq(logos.hash, hash))
          .get()
        return found?.look ? { look: found.look, bytes: found.bytes } : undefined
      })
    },
  }
}
