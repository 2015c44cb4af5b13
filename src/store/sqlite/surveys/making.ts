import { desc, eq } from 'drizzle-orm'
import { lenient } from '../../../survey/draft/lenient.ts'
import { newId } from '../../../survey/draft/new-id.ts'
import { Problem } from '../../../survey/problem.ts'
import type { LifeStore } from '../../life.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownDraft, put, taken } from './drafts.ts'
import { newestIssue } from './issuing.ts'
import { ownRow } from './own-row.ts'
import { approvals, drafts, moves, surveys } from '../schema/schema.ts'

type Verbs = Pick<LifeStore, 'makeDraft' | 'discardDraft' | 'approve' | 'approvals'>

/** Drafts from the form that makes them until they are issued or thrown away. */
export function makingVerbs(connection: Connection): Verbs {
  return {
    async makeDraft(organisation, { wanted, exactly, tree, marks, once }, act) {
      return connection.change((db) => {
        // Of this organisation: a browser may bring a form that it opened in another one.
        const sending = `${organisation} ${once}`
        const made = db.select().from(drafts).where(eq(drafts.once, sending)).get()
        if (made) return made.survey
        const id = freeId(db, wanted, exactly)
        const whole = { ...tree, id }
        put(db, organisation, lenient(whole, id), { tree: whole, marks, once: sending }, act)
        record(db, organisation, act, 'survey.drafted', id)
        return id
      })
    },
    async discardDraft(organisation, survey, revision, act) {
      return connection.change((db) => {
        const stands = ownDraft(db, organisation, survey)
        if (!stands) throw new Problem('unknown')
        if (stands.revision !== revision || newestIssue(db, survey)) return 'moved'
        for (const table of [drafts, approvals, moves]) {
          db.delete(table).where(eq(table.survey, survey)).run()
        }
        db.delete(surveys).where(eq(surveys.id, survey)).run()
        record(db, organisation, act, 'survey.discarded', survey)
        return 'done'
      })
    },
    async approve(organisation, survey, revision, act) {
      return connection.write((db) => {
        const stands = ownDraft(db, organisation, survey)
        if (!stands) throw new Problem('unknown')
        if (stands.revision !== revision) return false
        const row = { survey, revision, by: act.by, at: act.at }
        const { changes } = db.insert(approvals).values(row).onConflictDoNothing().run()
        if (changes > 0) record(db, organisation, act, 'survey.approved', survey)
        return true
      })
    },
    async approvals(organisation, survey) {
      return connection.run((db) => {
        if (!ownRow(db, organisation, survey)) return []
        const { revision, by, at } = approvals
        return db
          .select({ revision, by, at })
          .from(approvals)
          .where(eq(approvals.survey, survey))
          .orderBy(desc(revision), desc(at))
          .all()
      })
    },
  }
}

/** Addresses of surveys are the installation's: one that another organisation has is taken. */
function freeId(db: Db, wanted: string, exactly: boolean): string {
  const all = db.select({ id: surveys.id }).from(surveys).all()
  const ids = all.map(({ id }) => id)
  if (!exactly) return newId(wanted, ids, 'enkat')
  if (ids.includes(wanted)) throw taken(wanted)
  return wanted
}
