import { eq, sql } from 'drizzle-orm'
import { lenient } from '../../../survey/draft/lenient.ts'
import { type Marks, marksAfter } from '../../../survey/draft/marks.ts'
import { mapOf } from '../../../survey/draft/tree.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import type { Act, Draft, Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownRow } from './own-row.ts'
import { adoptSites } from '../sites/sites.ts'
import { drafts, surveys } from '../schema/schema.ts'

type Verbs = Pick<Store, 'saveDraft' | 'addDraft' | 'draft' | 'draftTree' | 'editDraft'>

export function draftVerbs(connection: Connection): Verbs {
  const write = <T>(step: (db: Db) => T): T => connection.change(step)
  const read = (organisation: string, survey: string) =>
    connection.run((db) => ownDraft(db, organisation, survey))
  return {
    async saveDraft(organisation, draft, tree, act) {
      write((db) => {
        assertFree(db, organisation, draft.id)
        const stands = ownDraft(db, organisation, draft.id)
        const marks = stands ? marksAfter(mapOf(stands.tree), mapOf(tree), stands.marks) : {}
        put(db, organisation, draft, { tree, marks }, act)
        adoptSites(db, organisation, draft.sites)
        record(db, organisation, act, 'survey.drafted', draft.id)
      })
    },
    async addDraft(organisation, survey, tree, act) {
      write((db) => {
        if (ownRow(db, organisation, survey)) throw taken(survey)
        assertFree(db, organisation, survey)
        put(db, organisation, lenient(tree, survey), { tree, marks: {} }, act)
        record(db, organisation, act, 'survey.drafted', survey)
      })
    },
    async draft(organisation, survey) {
      return read(organisation, survey)
    },
    async draftTree(organisation, survey) {
      return read(organisation, survey)?.tree
    },
    async editDraft(organisation, survey, { base, tree, marks }, act) {
      return write((db) => {
        const stands = ownDraft(db, organisation, survey)
        if (!stands) throw new Problem('unknown')
        if (stands.revision !== base) return { conflict: stands }
        put(db, organisation, lenient(tree, survey), { tree, marks }, act)
        if (!isGoingOn(stands, act)) record(db, organisation, act, 'survey.drafted', survey)
        return { revision: base + 1 }
      })
    },
  }
}

/** Every pause in typing is an edit; the audit log tells of a person's hour once. */
const isGoingOn = (stands: Draft, { by, at }: Act) =>
  stands.by === by && stands.at.slice(0, 13) === at.slice(0, 13)

export const taken = (id: string) =>
  new Problem('taken', [`the id "${id}" is taken; choose another`])

function assertFree(db: Db, organisation: string, survey: string) {
  const owner = db.select().from(surveys).where(eq(surveys.id, survey)).get()
  if (owner && owner.organisation !== organisation) throw taken(survey)
}

export function ownDraft(db: Db, organisation: string, survey: string): Draft | undefined {
  if (!ownRow(db, organisation, survey)) return undefined
  const row = db.select().from(drafts).where(eq(drafts.survey, survey)).get()
  return (
    row && {
      revision: row.revision,
      by: row.editedBy,
      at: row.editedAt,
      tree: JSON.parse(row.tree) as unknown,
      marks: JSON.parse(row.marks) as Marks,
    }
  )
}

/** The tree as given, and beside it what of it can be read, for lists of surveys. */
export function put(
  db: Db,
  organisation: string,
  content: Content,
  { tree, marks, once }: { tree: unknown; marks: Marks; once?: string },
  { by, at }: Act,
) {
  const survey = { id: content.id, organisation, draft: JSON.stringify({ content }) }
  db.insert(surveys).values(survey).onConflictDoUpdate({ target: surveys.id, set: survey }).run()
  const row = {
    tree: JSON.stringify(tree ?? null),
    marks: JSON.stringify(marks),
    editedBy: by,
    editedAt: at,
  }
  db.insert(drafts)
    .values({ survey: content.id, revision: 1, once: once ?? null, ...row })
    .onConflictDoUpdate({
      target: drafts.survey,
      set: { ...row, revision: sql`${drafts.revision} + 1` },
    })
    .run()
}
