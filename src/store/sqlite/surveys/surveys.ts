import { Problem } from '../../../survey/problem.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import type { Store, Survey } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { issueContent } from './issuing.ts'
import { noteMove } from './life.ts'
import { organisationOf, rowOf } from '../office/organisation-row.ts'
import { ownRow } from './own-row.ts'
import { closings, organisations } from '../schema/schema.ts'
import { adoptSites } from '../sites/sites.ts'
import { readSurveys } from './survey-rows.ts'

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
  const write = <T>(step: (db: Db) => T): T => connection.change(step)
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
        if (changes === 0) return
        noteMove(db, survey, { what: 'close' }, act)
        record(db, organisation, act, 'survey.closed', survey)
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
