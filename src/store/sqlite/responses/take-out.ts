import { and, eq } from 'drizzle-orm'
import { type Count, countsOf } from '../../../survey/counts.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import type { Answers } from '../../../survey/response.ts'
import { takeBack } from '../../../survey/withdrawal.ts'
import type { Db } from '../connection.ts'
import { dropBundled } from './bundled.ts'
import { textId } from '../readers/released-texts.ts'
import { type Row, rowsIn } from './row.ts'
import {
  codings,
  hidings,
  maskings,
  questionnaires,
  responses,
  tallies,
  texts,
  withdrawals,
} from '../schema/schema.ts'
import { readStrand, written } from './tally-row.ts'

/**
 * Deletes a response, with what it added to tallies, texts and participation, and for good: it is
 * not kept when it is sent again.
 */
export function takeOut(db: Db, survey: string, key: Buffer): boolean {
  db.insert(withdrawals).values({ survey, id: key }).onConflictDoNothing().run()
  const row = findRow(db, survey, key)
  if (!row) return false
  const { site, channel, language, date } = row
  const own = eq(questionnaires.number, row.questionnaire)
  const issued = db
    .select()
    .from(questionnaires)
    .where(and(eq(questionnaires.survey, survey), own))
    .get()!
  const questionnaire = {
    ...(JSON.parse(issued.content) as Content),
    number: row.questionnaire,
  }
  const response = { ...row, id: '', answers: JSON.parse(row.answers) as Answers }
  for (const { question, ...added } of countsOf(questionnaire, response)) {
    takeFromStrand(db, { survey, site, question }, added, questionnaire.smallestGroup)
  }
  dropBundled(db, survey, key)
  db.delete(responses)
    .where(and(eq(responses.survey, survey), eq(responses.id, key)))
    .run()
  const counted = db.$client.prepare(
    `UPDATE participation SET responses = responses - 1
     WHERE (survey, site, channel, language, date) = (?, ?, ?, ?, ?)`,
  )
  counted.run(survey, site, channel, language, date)
  db.$client.prepare('DELETE FROM participation WHERE responses < 1').run()
  return true
}

/** A response by its key, also while it is not sorted in. */
export function findRow(db: Db, survey: string, key: Buffer): Row | undefined {
  return findSorted(db, survey, key) ?? unsortedOf(db, key).find((row) => row.survey === survey)
}

export const findSorted = ({ $client: client }: Db, survey: string, key: Buffer) =>
  client.prepare('SELECT * FROM responses WHERE survey = ? AND id = ?').get(survey, key) as
    Row | undefined

/** Those of a key that are not sorted in, of any survey. */
export const unsortedOf = ({ $client: client }: Db, key: Buffer): Row[] =>
  (client.prepare('SELECT responses FROM unsorted').pluck().all() as string[])
    .flatMap(rowsIn)
    .filter((row) => row.id.equals(key))

interface Place {
  survey: string
  site: string
  question: string
}

function takeFromStrand(db: Db, place: Place, added: Omit<Count, 'question'>, k: number) {
  const { survey, site, question } = place
  const here = and(
    eq(tallies.survey, survey),
    eq(tallies.site, site),
    eq(tallies.question, question),
  )
  const row = db.select().from(tallies).where(here).get()
  if (!row) return
  const strand = readStrand(row)
  const wasShown = takeBack(strand, added, k)
  if (wasShown) dropShown(db, place, added.text!)
  db.update(tallies).set(written(strand)).where(here).run()
}

/**
 * Drops one such text of those that readers see, with what was noted at it. Its place stays, empty:
 * the others' ids follow from theirs.
 */
function dropShown(db: Db, { survey, site, question }: Place, text: string) {
  const all = and(eq(texts.survey, survey), eq(texts.question, question), eq(texts.site, site))
  for (const { id, texts: list } of db.select().from(texts).where(all).all()) {
    const words = JSON.parse(list) as (string | null)[]
    const at = words.indexOf(text)
    if (at < 0) continue
    const left = JSON.stringify(words.with(at, null))
    db.update(texts)
      .set({ texts: left })
      .where(and(all, eq(texts.id, id)))
      .run()
    for (const table of [hidings, maskings, codings]) {
      const named = and(eq(table.survey, survey), eq(table.text, textId(id, at)))
      db.delete(table).where(named).run()
    }
    return
  }
}
