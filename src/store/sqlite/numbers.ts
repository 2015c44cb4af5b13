import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { and, eq, inArray, sum } from 'drizzle-orm'
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
import type { TextGroup } from '../../survey/text-group.ts'
import type { Store } from '../store.ts'
import type { Connection, Db } from './connection.ts'
import { newestIssue } from './issuing.ts'
import { movesOf } from './life.ts'
import { participation, releases, tallies, texts } from './schema.ts'
import { readStrand } from './tally-row.ts'

type Verbs = Pick<Store, 'participation' | 'release' | 'texts' | 'finalise'>
type Surveys = Pick<Store, 'surveyOf' | 'issued'>

/** What readers see: participation, releases, and texts that may be read. */
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

const stands = (db: Db, survey: string, seen: { moves: number; questionnaire: number }) =>
  movesOf(db, survey).length === seen.moves &&
  newestIssue(db, survey)?.number === seen.questionnaire

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

function readFinal(db: Db, survey: string): Release | undefined {
  const row = db.select().from(releases).where(eq(releases.survey, survey)).get()
  return row && (JSON.parse(row.body) as Release)
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

function readTexts(db: Db, questionnaire: Questionnaire, field: string, most: number): TextGroup[] {
  const survey = questionnaire.id
  const release = readFinal(db, survey)
  if (release?.unshown.includes(field)) return []
  const counts = countTexts(db, survey, field, release !== undefined)
  const pooled = release?.pooled[field] ?? []
  const alone = [...counts.keys()].filter((site) => !pooled.includes(site))
  const groups = alone.map((site) => ({ group: site || NO_SITE, sites: [site] }))
  // Without sites there is nothing to be "others" than.
  const rest = questionnaire.sites.length === 0 ? NO_SITE : OTHERS
  if (pooled.length > 0) groups.push({ group: rest, sites: pooled })
  return groups.flatMap(({ group, sites }) => {
    const n = sites.reduce((all, site) => all + (counts.get(site) ?? 0), 0)
    if (n === 0) return []
    const read = someTexts(db, survey, field, sites, most)
    return [{ group, texts: read, more: n - read.length }]
  })
}

/** Texts of random batches, in an order that tells nothing of batch, site or time. */
function someTexts(db: Db, survey: string, field: string, sites: string[], most: number): string[] {
  const rows = db
    .select({ list: texts.texts })
    .from(texts)
    .where(and(eq(texts.survey, survey), eq(texts.question, field), inArray(texts.site, sites)))
    .orderBy(texts.id)
    .limit(most)
    .all()
  return rows
    .flatMap(({ list }) => JSON.parse(list) as string[])
    .slice(0, most)
    .map((text) => ({ text, place: crc32(text) }))
    .toSorted((a, b) => a.place - b.place || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)
}

/** How many texts may be read, by site; from the tallies, since counting would grow with them. */
function countTexts(db: Db, survey: string, field: string, final: boolean): Map<string, number> {
  const rows = db
    .select()
    .from(tallies)
    .where(and(eq(tallies.survey, survey), eq(tallies.question, field)))
    .all()
  return new Map(
    rows.map((row) => {
      const all = readStrand(row).cells.get(ALL)
      return [row.site, all === undefined ? 0 : final ? total(all) : all.shown]
    }),
  )
}
