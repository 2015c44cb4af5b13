import { eq, sum } from 'drizzle-orm'
import type { DividedDays, Division, Participation } from '../../../survey/participation.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import { type Release, stepRelease } from '../../../survey/release.ts'
import type { Store } from '../../store.ts'
import type { Connection, Db } from '../connection.ts'
import { readFinal } from './final-release.ts'
import { readTexts } from './released-texts.ts'
import { participation } from '../schema/schema.ts'
import { readTallies } from '../responses/tally-row.ts'

type Verbs = Pick<Store, 'participation' | 'participationOver' | 'release' | 'texts'>
type Surveys = Pick<Store, 'surveyOf'>

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
  }
}

const readRelease = (db: Db, questionnaire: Questionnaire): Release =>
  readFinal(db, questionnaire.id) ?? stepRelease(questionnaire, readTallies(db, questionnaire.id))

function readParticipation(db: Db, survey: string): Participation {
  const { site, date, channel, language } = participation
  const ofSurvey = eq(participation.survey, survey)
  const n = sum(participation.responses)
  // In the order of the key, so that nothing is sorted; days are many and need a turn of their own.
  const parts = db
    .select({ site, channel, language, n })
    .from(participation)
    .where(ofSurvey)
    .groupBy(site, channel, language)
    .all()
  const days = db.select({ date, n }).from(participation).where(ofSurvey).groupBy(date).all()
  const by = (key: 'site' | 'channel' | 'language') =>
    sums(parts.map((part) => [part[key], Number(part.n)]))
  const byChannel = by('channel')
  const responses = Object.values(byChannel).reduce((all, n) => all + n, 0)
  return {
    responses,
    bySite: by('site'),
    byDay: sums(days.map(({ date, n }) => [date, Number(n)])),
    byChannel,
    byLanguage: by('language'),
  }
}

/** Added up by key, in the order of the keys. */
function sums(counts: [string, number][]): Record<string, number> {
  const all = new Map<string, number>()
  for (const [key, n] of counts) all.set(key, (all.get(key) ?? 0) + n)
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)))
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
