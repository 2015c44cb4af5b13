import { and, desc, eq, gte, lt, max } from 'drizzle-orm'
import type { Deed } from '../../../survey/people/deeds.ts'
import type { Act, Store } from '../../store.ts'
import type { Connection, Db } from '../connection.ts'
import { audit, formerUsers, invites, users } from '../schema/schema.ts'

type Verbs = Pick<Store, 'audit' | 'names'>

/**
 * Writes a line into the audit log, within the transaction that does what it says. The database
 * refuses to change or delete one.
 */
export function record(db: Db, organisation: string, act: Act, what: Deed, object: string) {
  const last = db
    .select({ number: max(audit.number) })
    .from(audit)
    .where(eq(audit.organisation, organisation))
    .get()
  const number = (last?.number ?? 0) + 1
  db.insert(audit).values({ organisation, number, at: act.at, by: act.by, what, object }).run()
}

export function auditVerbs(connection: Connection): Verbs {
  return {
    async audit(organisation, { by, what, from, until }, { before, most }) {
      const asked = and(
        eq(audit.organisation, organisation),
        by === undefined ? undefined : eq(audit.by, by),
        what === undefined ? undefined : eq(audit.what, what),
        from === undefined ? undefined : gte(audit.at, from),
        until === undefined ? undefined : lt(audit.at, until),
        before === undefined ? undefined : lt(audit.number, before),
      )
      const { number, at, by: who, what: deed, object } = audit
      const line = { number, at, by: who, what: deed, object }
      return connection.run((db) =>
        db.select(line).from(audit).where(asked).orderBy(desc(audit.number)).limit(most).all(),
      )
    },
    async names(organisation) {
      return connection.run((db) => {
        const named = [formerUsers, invites, users].flatMap((table) =>
          db
            .select({ id: table.id, name: table.name })
            .from(table)
            .where(eq(table.organisation, organisation))
            .all(),
        )
        return new Map(named.map(({ id, name }) => [id, name]))
      })
    },
  }
}
