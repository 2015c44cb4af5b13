import { randomBytes } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { ALL } from '../../survey/kinds/rule.ts'
import type { Participation } from '../../survey/participation.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import {
  finalRelease,
  NO_SITE,
  OTHERS,
  type Release,
  stepRelease,
  type Tallies,
} from '../../survey/release.ts'
import { total } from '../../survey/strand.ts'
import type { Store, TextGroup } from '../store.ts'
import type { Connection, Db } from './connection.ts'
import { participation, releases, tallies, texts } from './schema.ts'
import { readStrand } from './tally-row.ts'

type Verbs = Pick<Store, 'participation' | 'release' | 'texts' | 'finalise'>
type Surveys = Pick<Store, 'surveyOf' | 'issued'>

/** What readers see. Raw tallies stay in this file; releases leave it. */
export function numberVerbs(connection: Connection, surveys: Surveys): Verbs {
  return {
    async participation(organisation, survey) {
      if (!(await surveys.surveyOf(organisation, survey))) return undefined
      return connection.run((db) => readParticipation(db, survey))
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
    async finalise(survey, at) {
      const found = await surveys.issued(survey)
      if (!found || found.final) return
      connection.run((db) => {
        db.$client.transaction(() => storeFinal(db, found.questionnaire, at)).immediate()
        connection.forget()
      })
    },
  }
}

function storeFinal(db: Db, questionnaire: Questionnaire, at: string) {
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
      for (const text of [...strand.open, ...strand.held]) {
        db.insert(texts)
          .values({ survey, question, site, id: randomBytes(16), text })
          .run()
      }
    }
  }
  db.update(tallies).set({ waiting: '[[],[]]' }).where(eq(tallies.survey, survey)).run()
}

function readRelease(db: Db, questionnaire: Questionnaire): Release {
  const row = db.select().from(releases).where(eq(releases.survey, questionnaire.id)).get()
  if (row) return JSON.parse(row.body) as Release
  return stepRelease(questionnaire, readTallies(db, questionnaire.id))
}

function readTallies(db: Db, survey: string): Tallies {
  const found: Tallies = new Map()
  for (const row of db.select().from(tallies).where(eq(tallies.survey, survey)).all()) {
    const strands = found.get(row.site) ?? new Map()
    found.set(row.site, strands.set(row.question, readStrand(row)))
  }
  return found
}

function readParticipation(db: Db, survey: string): Participation {
  const rows = db.select().from(participation).where(eq(participation.survey, survey)).all()
  const by = (name: (row: (typeof rows)[number]) => string) => {
    const sums: Record<string, number> = Object.create(null)
    for (const row of rows) sums[name(row)] = (sums[name(row)] ?? 0) + row.responses
    return Object.fromEntries(Object.entries(sums).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
  return {
    responses: rows.reduce((sum, row) => sum + row.responses, 0),
    bySite: by((row) => row.site),
    byDay: by((row) => row.date),
    byChannel: by((row) => row.channel),
    byLanguage: by((row) => row.language),
  }
}

function readTexts(db: Db, questionnaire: Questionnaire, field: string, most: number): TextGroup[] {
  const release = readRelease(db, questionnaire)
  if (release.unshown.includes(field)) return []
  const where = (sites: string[]) =>
    and(eq(texts.survey, questionnaire.id), eq(texts.question, field), inArray(texts.site, sites))
  const pooled = release.pooled[field] ?? []
  const alone = sitesWithTexts(db, questionnaire.id, field).filter((site) => !pooled.includes(site))
  const groups = alone.map((site) => ({ group: site || NO_SITE, sites: [site] }))
  if (pooled.length > 0) groups.push({ group: OTHERS, sites: pooled })
  return groups.flatMap(({ group, sites }) => {
    const rows = db.select().from(texts).where(where(sites)).orderBy(texts.id).limit(most).all()
    if (rows.length === 0) return []
    const n = countTexts(db, questionnaire.id, field, sites, release.final)
    return [{ group, texts: rows.map((row) => row.text), more: n - rows.length }]
  })
}

const sitesWithTexts = (db: Db, survey: string, field: string): string[] =>
  textTallies(db, survey, field).map((row) => row.site)

// From the tallies, not by counting texts: that would grow with their number.
function countTexts(db: Db, survey: string, field: string, sites: string[], final: boolean) {
  let count = 0
  for (const row of textTallies(db, survey, field)) {
    const all = sites.includes(row.site) ? readStrand(row).cells.get(ALL) : undefined
    if (all) count += final ? total(all) : all.shown
  }
  return count
}

const textTallies = (db: Db, survey: string, field: string) =>
  db
    .select()
    .from(tallies)
    .where(and(eq(tallies.survey, survey), eq(tallies.question, field)))
    .all()
