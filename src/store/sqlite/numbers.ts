import { randomBytes } from 'node:crypto'
import { eq, sum } from 'drizzle-orm'
import type { DividedDays, Division, Participation } from '../../survey/participation.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import { finalRelease, type Release, stepRelease, type Tallies } from '../../survey/release.ts'
import type { Store } from '../store.ts'
import type { Connection, Db } from './connection.ts'
import { readFinal } from './final-release.ts'
import { newestIssue } from './issuing.ts'
import { movesOf } from './life.ts'
import { readTexts } from './released-texts.ts'
import { participation, releases, tallies, texts } from './schema.ts'
import { readStrand } from './tally-row.ts'

type Verbs = Pick<Store, 'participation' | 'participationOver' | 'release' | 'texts' | 'finalise'>
type Surveys = Pick<Store, 'surveyOf' | 'issued'>

/** What readers see: participation, releases, and texts that may be read. */
export function numberVerbs(connection: Connection, surveys: Surveys): Verbs {
  return {
    async participation(organisation, survey) {
      if (!(await surveys.surveyOf(organisation, survey))) return undefined
      return connection.run((db) => readParticipation(db, survey))
    },
    async participationOver(organisation, survey, over) {
      if (!(await surveys.surveyOf(organisation, survey))) return {}
      return connection.run((db) => readDivided(db, survey, over))
    },
    async release(organisation, survey) {
      const found = await surveys.surveyOf(organisation, survey)
      if (!found?.questionnaire) return undefined
      const { questionnaire } = found
      return connection.run((db) => readRelease(db, questionnaire))
    },
    async texts(organisation, survey, field, most) {
      const found = await surveys.surveyOf(organisation, survey)
      if (!found?.questionnaire) return []
      const { questionnaire } = found
      return connection.run((db) => readTexts(db, questionnaire, field, most))
    },
    async finalise(survey, at, seen) {
      const found = await surveys.issued(survey)
      if (!found || found.final) return
      connection.run((db) => {
        const make = () => {
          // Someone may have opened it again a moment ago, or given it another last day.
          if (seen && !stands(db, survey, seen)) return
          storeFinal(db, found.questionnaire, at)
        }
        db.$client.transaction(make).immediate()
        connection.forget()
      })
    },
  }
}

export const stands = (db: Db, survey: string, seen: { moves: number; questionnaire: number }) =>
  movesOf(db, survey).length === seen.moves &&
  newestIssue(db, survey)?.number === seen.questionnaire

export function storeFinal(db: Db, questionnaire: Questionnaire, at: string) {
  const survey = questionnaire.id
  const counted = readTallies(db, survey)
  const body = JSON.stringify(finalRelease(questionnaire, counted))
  const made = db
    .insert(releases)
    .values({ survey, body, releasedAt: at })
    .onConflictDoNothing()
    .run()
  if (made.changes === 0) return
  for (const [site, strands] of counted) {
    for (const [question, strand] of strands) {
      const last = [...strand.open, ...strand.held].toSorted()
      if (last.length === 0) continue
      const row = { survey, question, site, id: randomBytes(16), texts: JSON.stringify(last) }
      db.insert(texts).values(row).run()
    }
  }
  db.update(tallies).set({ waiting: '[[],[]]' }).where(eq(tallies.survey, survey)).run()
}

const readRelease = (db: Db, questionnaire: Questionnaire): Release =>
  readFinal(db, questionnaire.id) ?? stepRelease(questionnaire, readTallies(db, questionnaire.id))

function readTallies(db: Db, survey: string): Tallies {
  const found: Tallies = new Map()
  for (const row of db.select().from(tallies).where(eq(tallies.survey, survey)).all()) {
    const strands = found.get(row.site) ?? new Map()
    found.set(row.site, strands.set(row.question, readStrand(row)))
  }
  return found
}

function readParticipation(db: Db, survey: string): Participation {
  const { site, date, channel, language } = participation
  const by = (column: typeof site | typeof date | typeof channel | typeof language) =>
    Object.fromEntries(
      db
        .select({ key: column, n: sum(participation.responses) })
        .from(participation)
        .where(eq(participation.survey, survey))
        .groupBy(column)
        .orderBy(column)
        .all()
        .map(({ key, n }) => [key, Number(n)]),
    )
  const byChannel = by(channel)
  const responses = Object.values(byChannel).reduce((all, n) => all + n, 0)
  return { responses, bySite: by(site), byDay: by(date), byChannel, byLanguage: by(language) }
}

function readDivided(db: Db, survey: string, over: Division): DividedDays {
  const part = participation[over]
  const rows = db
    .select({ date: participation.date, part, n: sum(participation.responses) })
    .from(participation)
    .where(eq(participation.survey, survey))
    .groupBy(participation.date, part)
    .orderBy(participation.date, part)
    .all()
  const days: DividedDays = {}
  for (const { date, part, n } of rows) (days[date] ??= {})[part] = Number(n)
  return days
}
