import { and, eq } from 'drizzle-orm'
import { countsOf } from '../../survey/counts.ts'
import { ALL } from '../../survey/kinds/rule.ts'
import type { Content } from '../../survey/questionnaire.ts'
import type { Answers } from '../../survey/response.ts'
import type { Cell, Strand } from '../../survey/strand.ts'
import type { Db } from './connection.ts'
import { dropBundled } from './bundled.ts'
import { textId } from './released-texts.ts'
import { type Row, rowsIn } from './row.ts'
import { codings, hidings, maskings, questionnaires, responses, tallies, texts } from './schema.ts'
import { readStrand, written } from './tally-row.ts'

/** Deletes a response, with what it added to tallies, texts and participation. */
export function takeOut(db: Db, survey: string, key: Buffer): boolean {
  const row = find(db, survey, key)
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
  for (const { question, cells, text } of countsOf(questionnaire, response)) {
    takeFromStrand(db, { survey, site, question }, cells, text)
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

function find(db: Db, survey: string, key: Buffer): Row | undefined {
  const { $client: client } = db
  const sorted = client.prepare('SELECT * FROM responses WHERE survey = ? AND id = ?')
  const bundles = client.prepare('SELECT responses FROM unsorted').pluck()
  return (
    (sorted.get(survey, key) as Row | undefined) ??
    (bundles.all() as string[])
      .flatMap(rowsIn)
      .find((row) => row.survey === survey && row.id.equals(key))
  )
}

interface Place {
  survey: string
  site: string
  question: string
}

/**
 * Counts are taken from the batch that fills, also below nothing: what readers have seen changes
 * only together with the next batch, or the difference would be this one person's answers.
 */
function takeFromStrand(db: Db, place: Place, cells: string[], text: string | undefined) {
  const { survey, site, question } = place
  const here = and(
    eq(tallies.survey, survey),
    eq(tallies.site, site),
    eq(tallies.question, question),
  )
  const row = db.select().from(tallies).where(here).get()
  if (!row) return
  const strand = readStrand(row)
  const stage = text === undefined ? 'open' : takeText(db, place, strand, text)
  for (const id of cells) {
    const cell = strand.cells.get(id)
    // As many texts as answers are in a stage: a text's own count goes where the text was.
    if (cell) cell[id === ALL ? stage : 'open'] -= 1
  }
  db.update(tallies).set(written(strand)).where(here).run()
}

/** Takes one such text out of wherever it is, and says where that was. */
function takeText(db: Db, place: Place, strand: Strand, text: string): keyof Cell {
  for (const stage of ['open', 'held'] as const) {
    const at = strand[stage].indexOf(text)
    if (at < 0) continue
    strand[stage].splice(at, 1)
    return stage
  }
  const { survey, site, question } = place
  const all = and(eq(texts.survey, survey), eq(texts.question, question), eq(texts.site, site))
  for (const { id, texts: list } of db.select().from(texts).where(all).all()) {
    const words = JSON.parse(list) as string[]
    const at = words.indexOf(text)
    if (at < 0) continue
    const left = JSON.stringify(words.toSpliced(at, 1))
    db.update(texts)
      .set({ texts: left })
      .where(and(all, eq(texts.id, id)))
      .run()
    for (let place = at; place < words.length; place += 1) {
      rename(db, survey, textId(id, place + 1), textId(id, place))
    }
    return 'shown'
  }
  return 'open'
}

/** What was noted at a text that moved up goes with it, in the place of what stood there. */
function rename(db: Db, survey: string, from: string, to: string) {
  for (const table of [hidings, maskings, codings]) {
    const named = (text: string) => and(eq(table.survey, survey), eq(table.text, text))
    db.delete(table).where(named(to)).run()
    db.update(table).set({ text: to }).where(named(from)).run()
  }
}
