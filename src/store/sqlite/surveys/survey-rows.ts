import { asc } from 'drizzle-orm'
import { isArchived, type Moved, pausesOf } from '../../../survey/life.ts'
import type { Content, Questionnaire } from '../../../survey/questionnaire.ts'
import type { Survey } from '../../store.ts'
import type { Db } from '../connection.ts'
import { organisationOf } from '../office/organisation-row.ts'
import { readPurges } from '../deletion/purge-row.ts'
import {
  closings,
  moves,
  organisations,
  questionnaires,
  releases,
  surveys,
} from '../schema/schema.ts'

/** Every survey as the database has it; every questionnaire goes into `numbered`. */
export function readSurveys(db: Db, numbered: Map<string, Questionnaire>): Survey[] {
  const rowsOf = <T>(rows: T[], key: (row: T) => string) =>
    new Map(rows.map((row) => [key(row), row]))
  const owners = rowsOf(db.select().from(organisations).all(), ({ id }) => id)
  const closed = rowsOf(db.select().from(closings).all(), ({ survey }) => survey)
  const final = rowsOf(
    db.select({ survey: releases.survey }).from(releases).all(),
    (row) => row.survey,
  )
  const made = readMoves(db)
  const purged = readPurges(db)
  const newest = readQuestionnaires(db, numbered)
  return db
    .select()
    .from(surveys)
    .orderBy(surveys.id)
    .all()
    .map(({ id, organisation, draft }) => {
      const { content } = JSON.parse(draft) as { content: Content }
      const questionnaire = newest.get(id)
      const own = made.get(id) ?? []
      const purge = purged.get(id)
      return {
        id,
        organisation: organisationOf(owners.get(organisation)!),
        draft: content,
        ...(questionnaire && { questionnaire }),
        dates: datesOf(questionnaire ?? content, !!questionnaire, closed.get(id)?.closedAt, own),
        final: final.has(id),
        moves: own,
        archived: isArchived(own),
        ...(purge && { purge }),
      }
    })
}

function datesOf(
  { opens, closes, timeZone, graceDays }: Content,
  issued: boolean,
  closedAt: string | undefined,
  made: Moved[],
) {
  const pauses = pausesOf(made)
  const heldUntil = made.findLast(({ what }) => what === 'close')?.until
  return {
    opens,
    closes,
    timeZone,
    issued,
    closed: closedAt !== undefined,
    ...(closedAt !== undefined && { closedAt }),
    ...(closedAt !== undefined && heldUntil !== undefined && { heldUntil }),
    ...(pauses.length > 0 && { pauses }),
    ...(graceDays !== undefined && { graceDays }),
  }
}

function readQuestionnaires(db: Db, numbered: Map<string, Questionnaire>) {
  const newest = new Map<string, Questionnaire>()
  for (const row of db.select().from(questionnaires).orderBy(asc(questionnaires.number)).all()) {
    const questionnaire = { ...(JSON.parse(row.content) as Content), number: row.number }
    numbered.set(`${row.survey}\n${row.number}`, questionnaire)
    newest.set(row.survey, questionnaire)
  }
  return newest
}

function readMoves(db: Db) {
  const made = new Map<string, Moved[]>()
  for (const row of db.select().from(moves).orderBy(asc(moves.number)).all()) {
    const { survey, what, by, at, until } = row
    const own = made.get(survey) ?? []
    own.push({ what, by, at, ...(until !== null && { until }) })
    made.set(survey, own)
  }
  return made
}
