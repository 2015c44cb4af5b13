import { asc, desc, eq } from 'drizzle-orm'
import { Problem } from '../../survey/problem.ts'
import type { Content, Questionnaire } from '../../survey/questionnaire.ts'
import type { Act, Store, Survey } from '../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from './connection.ts'
import { organisationOf, rowOf } from './organisation-row.ts'
import { ownRow } from './own-row.ts'
import { adoptSites } from './sites.ts'
import {
  closings,
  organisations,
  participation,
  questionnaires,
  releases,
  surveys,
} from './schema.ts'

type Verbs = Pick<
  Store,
  | 'saveOrganisation'
  | 'organisations'
  | 'issue'
  | 'closeSurvey'
  | 'surveys'
  | 'surveyOf'
  | 'issued'
  | 'allIssued'
  | 'questionnaire'
>

export function surveyVerbs(connection: Connection): Verbs {
  const current = makeCurrent(connection)
  const write = <T>(step: (db: Db) => T): T =>
    connection.run(() => {
      const result = connection.write(step)
      connection.forget()
      return result
    })
  return {
    async saveOrganisation(organisation, act) {
      const row = rowOf(organisation)
      write((db) => {
        db.insert(organisations)
          .values(row)
          .onConflictDoUpdate({ target: organisations.id, set: row })
          .run()
        record(db, organisation.id, act, 'organisation.saved', organisation.id)
      })
    },
    async organisations() {
      return connection.run((db) =>
        db.select().from(organisations).orderBy(organisations.id).all().map(organisationOf),
      )
    },
    async issue(organisation, survey, content, act) {
      return write((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const { number, fresh } = issueContent(db, survey, content, act)
        adoptSites(db, organisation, content.sites)
        if (fresh) record(db, organisation, act, 'survey.issued', survey)
        return number
      })
    },
    async closeSurvey(organisation, survey, act) {
      write((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const row = { survey, closedAt: act.at, closedBy: act.by }
        const { changes } = db.insert(closings).values(row).onConflictDoNothing().run()
        if (changes > 0) record(db, organisation, act, 'survey.closed', survey)
      })
    },
    async surveys(organisation) {
      return current.all().filter((survey) => survey.organisation.id === organisation)
    },
    async surveyOf(organisation, survey) {
      const found = current.get(survey)
      return found?.organisation.id === organisation ? found : undefined
    },
    async issued(survey) {
      const found = current.get(survey)
      return isIssued(found) ? found : undefined
    },
    async allIssued() {
      return current.all().filter(isIssued)
    },
    async questionnaire(survey, number) {
      return current.questionnaire(survey, number)
    },
  }
}

const isIssued = <S extends Survey>(
  survey: S | undefined,
): survey is S & { questionnaire: Questionnaire } => survey?.questionnaire !== undefined

function issueContent(db: Db, survey: string, content: Content, act: Act) {
  const last = db
    .select()
    .from(questionnaires)
    .where(eq(questionnaires.survey, survey))
    .orderBy(desc(questionnaires.number))
    .limit(1)
    .get()
  const text = JSON.stringify(content)
  if (last?.content === text) return { number: last.number, fresh: false }
  const number = (last?.number ?? 0) + 1
  forgetEmptyRelease(db, survey)
  const row = { survey, number, content: text, issuedAt: act.at, issuedBy: act.by }
  db.insert(questionnaires).values(row).run()
  return { number, fresh: true }
}

/**
 * A final release that nobody is in may go, as where a closing date was wrong. One with answers
 * stands for ever: a second beside it would tell of those who came between.
 */
function forgetEmptyRelease(db: Db, survey: string) {
  const stands = db.select().from(releases).where(eq(releases.survey, survey)).get()
  if (!stands) return
  const answered = db.select().from(participation).where(eq(participation.survey, survey)).get()
  if (answered) throw new Problem('closed', [`"${survey}" has its final release`])
  db.delete(releases).where(eq(releases.survey, survey)).run()
}

/** Surveys in memory, read anew when this or another process has changed the database. */
function makeCurrent(connection: Connection) {
  let last: Memory | undefined
  const memory = () => {
    try {
      last = connection.run(() => connection.made(makeMemory).load())
      return last
    } catch (error) {
      // Where the database fails, people still get their page back, with what they wrote.
      if (last && error instanceof Problem && error.code === 'unavailable') return last
      throw error
    }
  }
  return {
    get: (survey: string) => memory().surveys.get(survey),
    all: () => [...memory().surveys.values()],
    questionnaire: (survey: string, number: number) =>
      memory().questionnaires.get(`${survey}\n${number}`),
  }
}

interface Memory {
  surveys: Map<string, Survey>
  questionnaires: Map<string, Questionnaire>
}

function makeMemory(db: Db) {
  const statement = db.$client.prepare('PRAGMA data_version').pluck()
  let memory: Memory | undefined
  let version: unknown
  // Asking SQLite takes a lock on the file, so it is asked once in a turn of the event loop.
  let asked = false
  return {
    load(): Memory {
      if (memory && asked) return memory
      asked = true
      setImmediate(() => (asked = false))
      const now = statement.get()
      if (!memory || now !== version) {
        version = now
        const questionnaires = new Map<string, Questionnaire>()
        const surveys = readSurveys(db, questionnaires)
        memory = { surveys: new Map(surveys.map((survey) => [survey.id, survey])), questionnaires }
      }
      return memory
    },
  }
}

function readSurveys(db: Db, numbered: Map<string, Questionnaire>): Survey[] {
  const byId = new Map(
    db
      .select()
      .from(organisations)
      .all()
      .map((row) => [row.id, organisationOf(row)]),
  )
  const closed = new Map(
    db
      .select()
      .from(closings)
      .all()
      .map((row) => [row.survey, row.closedAt]),
  )
  const final = new Set(
    db
      .select({ survey: releases.survey })
      .from(releases)
      .all()
      .map((row) => row.survey),
  )
  const newest = new Map<string, Questionnaire>()
  for (const row of db.select().from(questionnaires).orderBy(asc(questionnaires.number)).all()) {
    const questionnaire = { ...(JSON.parse(row.content) as Content), number: row.number }
    numbered.set(`${row.survey}\n${row.number}`, questionnaire)
    newest.set(row.survey, questionnaire)
  }
  return db
    .select()
    .from(surveys)
    .orderBy(surveys.id)
    .all()
    .map((row) => {
      const { content } = JSON.parse(row.draft) as { content: Content }
      const questionnaire = newest.get(row.id)
      const { opens, closes, timeZone, graceDays } = questionnaire ?? content
      const closedAt = closed.get(row.id)
      return {
        id: row.id,
        organisation: byId.get(row.organisation)!,
        draft: content,
        ...(questionnaire && { questionnaire }),
        dates: {
          opens,
          closes,
          timeZone,
          issued: !!questionnaire,
          closed: closedAt !== undefined,
          ...(closedAt !== undefined && { closedAt }),
          ...(graceDays !== undefined && { graceDays }),
        },
        final: final.has(row.id),
      }
    })
}
