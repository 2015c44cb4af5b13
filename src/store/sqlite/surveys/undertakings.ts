import { asc, eq } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import { MOST_UNDERTAKINGS } from '../../../survey/publication/faults.ts'
import { same } from '../../../survey/publication/publication.ts'
import type { Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownRow } from './own-row.ts'
import { undertakings } from '../schema/schema.ts'

/** What is done about results: every version stays. */
export function undertakingVerbs(connection: Connection): Pick<Store, 'saveUndertaking'> {
  return {
    async saveUndertaking(organisation, survey, { id, version, body }, act) {
      return connection.write((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const all = undertakingsIn(db, survey)
        const last = all.findLast((one) => one.id === id)
        if (last && same(last.body, body)) return 'already'
        if ((last?.version ?? 0) + 1 !== version) return 'moved'
        const ids = new Set(all.map((one) => one.id))
        if (!last && ids.size >= MOST_UNDERTAKINGS) return 'full'
        db.insert(undertakings).values({ survey, id, version, body, by: act.by, at: act.at }).run()
        const deed = last ? 'survey.undertakingChanged' : 'survey.undertakingAdded'
        record(db, organisation, act, deed, survey)
        return 'done'
      })
    },
  }
}

export function undertakingsIn(db: Db, survey: string) {
  const { id, version, body, by, at } = undertakings
  return db
    .select({ id, version, body, by, at })
    .from(undertakings)
    .where(eq(undertakings.survey, survey))
    .orderBy(asc(version), asc(id))
    .all()
}
