import { asc, desc, eq } from 'drizzle-orm'
import type { Deed } from '../../../survey/people/deeds.ts'
import { lenient } from '../../../survey/draft/lenient.ts'
import { withValue } from '../../../survey/draft/tree.ts'
import { isArchived, type Moved, type MoveName, movesFrom } from '../../../survey/life.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import type { LifeStore, Move } from '../../life.ts'
import type { Act } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownDraft, put } from './drafts.ts'
import { forgetEmptyRelease, isCounted, issueContent, newestIssue } from './issuing.ts'
import { ownRow } from './own-row.ts'
import { closings, moves, questionnaires } from '../schema/schema.ts'
import { readSurveys } from './survey-rows.ts'
import { adoptSites } from '../sites/sites.ts'

type Verbs = Pick<LifeStore, 'issueDraft' | 'issues' | 'move'>

const deeds: Record<MoveName, Deed> = {
  open: 'survey.opened',
  pause: 'survey.paused',
  resume: 'survey.resumed',
  close: 'survey.closed',
  reopen: 'survey.reopened',
  archive: 'survey.archived',
  unarchive: 'survey.unarchived',
}

/** What becomes of a survey that has been drafted. */
export function lifeVerbs(connection: Connection): Verbs {
  return {
    async issueDraft(organisation, survey, { content, revision, number }, act) {
      return connection.change((db) => {
        const draft = ownDraft(db, organisation, survey)
        if (!draft) throw new Problem('unknown')
        const last = newestIssue(db, survey)
        if (last?.content === JSON.stringify(content) && last.number === number + 1) {
          return last.issuedBy === act.by ? 'already' : 'moved'
        }
        if ((last?.number ?? 0) !== number || draft.revision !== revision) return 'moved'
        if (isShut(db, survey)) throw new Problem('closed')
        const { fresh } = issueContent(db, survey, content, act)
        adoptSites(db, organisation, content.sites)
        if (!fresh) return 'already'
        record(db, organisation, act, 'survey.issued', survey)
        return 'done'
      })
    },
    async issues(organisation, survey) {
      return connection.run((db) => {
        if (!ownRow(db, organisation, survey)) return []
        const { number, issuedBy: by, issuedAt: at } = questionnaires
        return db
          .select({ number, by, at })
          .from(questionnaires)
          .where(eq(questionnaires.survey, survey))
          .orderBy(desc(number))
          .all()
      })
    },
    async move(organisation, survey, move, act) {
      return connection.change((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const { what } = move
        const made = movesOf(db, survey)
        const last = made.at(-1)
        if (made.length !== move.seen) {
          const again = made.length === move.seen + 1 && last?.what === what && last.by === act.by
          return again ? 'already' : 'moved'
        }
        if (!canMove(db, survey, what, act)) return 'moved'
        follow(db, organisation, survey, move, act)
        noteMove(db, survey, move, act)
        record(db, organisation, act, deeds[what], survey)
        return 'done'
      })
    },
  }
}

export function movesOf(db: Db, survey: string): Moved[] {
  const rows = db
    .select()
    .from(moves)
    .where(eq(moves.survey, survey))
    .orderBy(asc(moves.number))
    .all()
  return rows.map(({ what, by, at, until }) => ({ what, by, at, ...(until !== null && { until }) }))
}

export function noteMove(
  db: Db,
  survey: string,
  { what, until }: Pick<Move, 'what' | 'until'>,
  { by, at }: Act,
) {
  const number = movesOf(db, survey).length + 1
  db.insert(moves)
    .values({ survey, number, what, by, at, until: until ?? null })
    .run()
}

const isShut = (db: Db, survey: string) =>
  isArchived(movesOf(db, survey)) ||
  db.select().from(closings).where(eq(closings.survey, survey)).get() !== undefined

function canMove(db: Db, survey: string, what: MoveName, { at }: Act): boolean {
  const found = readSurveys(db, new Map()).find(({ id }) => id === survey)!
  const standing = { ...found, responses: isCounted(db, survey) ? 1 : 0 }
  return movesFrom(standing, Date.parse(at)).includes(what)
}

/** What else in the database a move changes. */
function follow(db: Db, organisation: string, survey: string, move: Move, act: Act) {
  const { what, opens, closes } = move
  if (what === 'close') {
    db.insert(closings).values({ survey, closedAt: act.at, closedBy: act.by }).run()
  }
  if (what === 'reopen') {
    forgetEmptyRelease(db, survey)
    db.delete(closings).where(eq(closings.survey, survey)).run()
  }
  const dates = { ...(opens !== undefined && { opens }), ...(closes !== undefined && { closes }) }
  if (Object.keys(dates).length > 0) redate(db, organisation, survey, dates, act)
}

function redate(
  db: Db,
  organisation: string,
  survey: string,
  dates: { opens?: string; closes?: string },
  act: Act,
) {
  const stands = JSON.parse(newestIssue(db, survey)!.content) as Content
  issueContent(db, survey, { ...stands, ...dates }, act)
  const draft = ownDraft(db, organisation, survey)!
  let tree = draft.tree
  for (const [name, date] of Object.entries(dates)) tree = withValue(tree, [name], date)
  put(db, organisation, lenient(tree, survey), { tree, marks: draft.marks }, act)
}
