import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import { and, eq } from 'drizzle-orm'
import { ALL } from '../../../survey/kinds/rule.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import { NO_SITE, OTHERS, type Release } from '../../../survey/release.ts'
import { total } from '../../../survey/strand.ts'
import { maskPassages } from '../../../survey/text/passages.ts'
import { unmarked } from '../../../survey/text/quotable.ts'
import type { TextGroup } from '../../../survey/text-group.ts'
import type { Db } from '../connection.ts'
import { type Moderations, moderationsOf } from '../texts/moderations.ts'
import { readFinal } from './final-release.ts'
import { tallies } from '../schema/schema.ts'
import { readStrand } from '../responses/tally-row.ts'

/** A released text as it was written; leaves the store only through a moderation. */
export interface Written {
  id: string
  site: string
  written: string
  /** its author agreed to be quoted */
  quotable: boolean
}

/** The texts of a field that readers get, a group of sites at a time. */
export function readTexts(
  db: Db,
  questionnaire: Questionnaire,
  field: string,
  most: number,
): TextGroup[] {
  const survey = questionnaire.id
  const moderations = moderationsOf(db, survey)
  const someTexts = textReader(db, survey, field)
  return groupsOf(db, questionnaire, field, readFinal(db, survey)).map(({ group, sites, n }) => {
    const hidden = hiddenIn(moderations, field, sites)
    const read = firstOf(someTexts(sites), most, (text) => readable(text, moderations))
    return {
      group,
      texts: shuffled(read),
      more: n - hidden - read.length,
    }
  })
}

/** What any reader but the moderators gets of a text: [] where it is hidden. */
function readable({ id, written }: Written, moderations: Moderations): string[] {
  const moderation = moderations.get(id)
  if (moderation?.hiding) return []
  return [maskPassages(written, moderation?.maskings ?? [])]
}

function hiddenIn(moderations: Moderations, field: string, sites: string[]): number {
  const all = [...moderations.values()]
  return all.filter(({ hiding, of }) => hiding && of?.field === field && sites.includes(of.site))
    .length
}

/** Sites whose texts of a field stand together, with how many there are. */
export function groupsOf(
  db: Db,
  questionnaire: Questionnaire,
  field: string,
  release: Release | undefined,
) {
  if (release?.unshown.includes(field)) return []
  const counts = countTexts(db, questionnaire.id, field, release !== undefined)
  const pooled = release?.pooled[field] ?? []
  const alone = [...counts.keys()].filter((site) => !pooled.includes(site))
  const groups = alone.map((site) => ({ group: site || NO_SITE, sites: [site] }))
  // Without sites there is nothing to be "others" than.
  const rest = questionnaire.sites.length === 0 ? NO_SITE : OTHERS
  if (pooled.length > 0) groups.push({ group: rest, sites: pooled })
  return groups
    .map(({ group, sites }) => {
      const n = sites.reduce((all, site) => all + (counts.get(site) ?? 0), 0)
      return { group, sites, n }
    })
    .filter(({ n }) => n > 0)
}

/** The first so many that `take` makes of the texts; what is after them is not read. */
export function firstOf<T>(texts: Iterable<Written>, most: number, take: (text: Written) => T[]) {
  const taken: T[] = []
  if (most <= 0) return taken
  for (const text of texts) {
    taken.push(...take(text))
    if (taken.length >= most) break
  }
  return taken
}

/** Reads texts by random batches; a statement is made once for so many sites, not for each of many. */
export function textReader(db: Db, survey: string, field: string) {
  const statements = new Map<number, Statement>()
  const statementOf = (count: number): Statement => {
    const marks = Array.from({ length: count }, () => '?').join()
    const made = db.$client.prepare<unknown[], BatchRow>(
      `SELECT id, site, texts AS list FROM texts
       WHERE survey = ? AND question = ? AND site IN (${marks}) ORDER BY id`,
    )
    statements.set(count, made)
    return made
  }
  return function* texts(sites: string[]): Generator<Written> {
    const statement = statements.get(sites.length) ?? statementOf(sites.length)
    for (const { id, site, list } of statement.iterate(survey, field, ...sites)) {
      for (const [place, text] of (JSON.parse(list) as (string | null)[]).entries()) {
        if (text === null) continue
        const { words, quotable } = unmarked(text)
        yield { id: textId(id, place), site, written: words, quotable }
      }
    }
  }
}

type Statement = Database.Statement<unknown[], BatchRow>

interface BatchRow {
  id: Buffer
  site: string
  list: string
}

/** A hash, since the batch's key would say which texts came together. */
export const textId = (batch: Buffer, place: number) =>
  hash('sha256', Buffer.concat([batch, Buffer.from(String(place))]), 'hex').slice(0, 20)

/** An order that tells nothing of batch, site or time. */
const shuffled = (read: string[]) =>
  read
    .map((text) => ({ text, place: crc32(text) }))
    .toSorted((a, b) => a.place - b.place || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)

/** How many texts may be read, by site; from the tallies, since counting would grow with them. */
function countTexts(db: Db, survey: string, field: string, final: boolean): Map<string, number> {
  const rows = db
    .select()
    .from(tallies)
    .where(and(eq(tallies.survey, survey), eq(tallies.question, field)))
    .all()
  return new Map(
    rows.map((row) => {
      const { cells, open, held } = readStrand(row)
      const all = cells.get(ALL) ?? { open: 0, held: 0, shown: 0 }
      return [row.site, final ? total(all) - open.length - held.length : all.shown]
    }),
  )
}
