import Database from 'better-sqlite3'
import { countsOf } from '../../../survey/counts.ts'
import { isPairCell, PAIRS } from '../../../survey/kinds/ranking.ts'
import { ALL } from '../../../survey/kinds/rule.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import type { Answers } from '../../../survey/response.ts'
import type { CheckResult } from '../../store.ts'
import { type Strand, total } from '../../../survey/strand.ts'
import { leftOver, purgedIn } from '../deletion/check-purged.ts'
import { missingIn } from './check-shape.ts'
import { checkReleases } from '../readers/final-release.ts'
import { checksumOf, type Row } from '../responses/row.ts'
import { readQuestionnaires, readUnsorted } from '../responses/stored.ts'
import { readStrand } from '../responses/tally-row.ts'

const PAGE = 5000
/** So many faults are listed; a broken database would have millions. */
const LISTED = 100

/**
 * Verifies the database as it stands at one moment: SQLite's own check, that every table and column
 * of this version is there, each response's checksum, tallies, participation and texts against a
 * recount. Pages through, letting others in between.
 */
export async function check(
  client: Database.Database,
  progress: (done: number, of: number) => void = () => {},
): Promise<CheckResult> {
  const faults: string[] = []
  const say = (fault: string) => {
    if (faults.length < LISTED) faults.push(fault)
  }
  let responses = 0
  client.exec('BEGIN')
  try {
    for (const row of client.pragma('integrity_check(20)') as { integrity_check: string }[]) {
      if (row.integrity_check !== 'ok') say(`database: ${row.integrity_check}`)
    }
    for (const part of missingIn(client)) say(`database: ${part} is missing`)
    const unsorted = readUnsorted(client)
    const sorted = client.prepare('SELECT count(*) FROM responses').pluck().get()
    responses = Number(sorted) + unsorted.length
    const purged = purgedIn(client)
    const recount = await countAgain(client, unsorted, purged, say, (done) =>
      progress(done, responses),
    )
    compare(client, recount, purged, say)
    checkReleases(client, say)
    for (const fault of leftOver(client)) say(fault)
  } catch (error) {
    if (error instanceof Database.SqliteError) say(`database: ${error.message}`)
    // The error's own words would quote an answer.
    else if (error instanceof SyntaxError) say('database: what is stored is not JSON')
    else throw error
  } finally {
    if (client.inTransaction) client.exec('ROLLBACK')
  }
  return { ok: faults.length === 0, responses, faults }
}

/** Sums by table and key, in the form in which `compare` reads them. */
type Sums = Map<string, number>

async function countAgain(
  client: Database.Database,
  unsorted: Row[],
  purged: Set<string>,
  say: (fault: string) => void,
  progress: (done: number) => void,
): Promise<Sums> {
  const sums: Sums = new Map()
  const bump = (...key: (string | number)[]) => {
    const name = JSON.stringify(key)
    sums.set(name, (sums.get(name) ?? 0) + 1)
  }
  const page = client.prepare(
    'SELECT * FROM responses WHERE (survey, id) > (?, ?) ORDER BY survey, id LIMIT ?',
  )
  const questionnaires = readQuestionnaires(client)
  let last: [string, Buffer] = ['', Buffer.alloc(0)]
  const count = (row: Row) => {
    if (!purged.has(row.survey)) countRow(row, questionnaires, bump, say)
  }
  for (const row of unsorted) count(row)
  let done = unsorted.length
  for (;;) {
    const rows = page.all(...last, PAGE) as Row[]
    for (const row of rows) count(row)
    done += rows.length
    progress(done)
    const end = rows.at(-1)
    if (!end || rows.length < PAGE) return sums
    last = [end.survey, end.id]
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function countRow(
  row: Row,
  questionnaires: Map<string, Questionnaire>,
  bump: (...key: (string | number)[]) => void,
  say: (fault: string) => void,
) {
  const name = `response ${row.id.toString('hex')} of ${row.survey}`
  if (checksumOf(row) !== row.checksum) return say(`${name}: checksum is wrong`)
  const questionnaire = questionnaires.get(`${row.survey} ${row.questionnaire}`)
  if (!questionnaire) return say(`${name}: questionnaire ${row.questionnaire} is gone`)
  const { survey, site, channel, language, date } = row
  const answers = JSON.parse(row.answers) as Answers
  const response = { ...row, id: '', answers }
  for (const { question, cells, text } of countsOf(questionnaire, response)) {
    for (const cell of cells) bump('tallies', survey, site, question, cell)
    if (text !== undefined) bump('texts', survey, site, question)
  }
  bump('participation', survey, site, channel, language, date)
}

function compare(
  client: Database.Database,
  recount: Sums,
  purged: Set<string>,
  say: (fault: string) => void,
) {
  const expect = (key: (string | number)[], stored: number) => {
    const name = JSON.stringify(key)
    const counted = recount.get(name) ?? 0
    recount.delete(name)
    if (stored !== counted) say(`${key.join(' / ')}: stored ${stored}, recounted ${counted}`)
  }
  const all = (sql: string) => client.prepare(sql).raw().all() as (string | number)[][]
  const readable = new Map<string, number>()
  const listed =
    'SELECT survey, site, question, count(value) FROM texts, json_each(texts.texts) GROUP BY 1, 2, 3'
  for (const row of all(listed)) {
    readable.set(JSON.stringify(row.slice(0, 3)), Number(row[3]))
  }
  const final = new Set(all('SELECT survey FROM releases').flat())
  for (const row of all('SELECT survey, site, question, cells, waiting FROM tallies')) {
    const [survey, site, question, cells, waiting] = row.map(String) as FiveTexts
    const strand = readStrand({ cells, waiting })
    const place = [survey, site, question]
    if (lacksPairs(strand, place, recount)) forgetPairs(strand, place, recount)
    for (const [cell, counted] of strand.cells) {
      expect(['tallies', ...place, cell], total(counted))
    }
    const shown = readable.get(JSON.stringify(place)) ?? 0
    readable.delete(JSON.stringify(place))
    expect(['texts', ...place], strand.open.length + strand.held.length + shown)
    checkStages(place, strand, shown, final.has(survey), say)
  }
  for (const [place, shown] of readable) {
    expect(['texts', ...(JSON.parse(place) as string[])], shown)
  }
  for (const row of all('SELECT * FROM participation')) {
    // How many took part stays when their answers are gone.
    if (purged.has(String(row[0]))) continue
    expect(['participation', ...row.slice(0, 5)], Number(row[5]))
  }
  for (const [name, counted] of recount) {
    say(`${(JSON.parse(name) as string[]).join(' / ')}: stored 0, recounted ${counted}`)
  }
}

/** Whether rankings were counted here before their pairs were. */
function lacksPairs({ cells }: Strand, place: string[], recount: Sums): boolean {
  const stored = cells.get(PAIRS)
  const counted = recount.get(JSON.stringify(['tallies', ...place, PAIRS])) ?? 0
  return (stored ? total(stored) : 0) < counted
}

function forgetPairs({ cells }: Strand, place: string[], recount: Sums) {
  for (const cell of cells.keys()) if (isPairCell(cell)) cells.delete(cell)
  const start = JSON.stringify(['tallies', ...place]).slice(0, -1)
  for (const name of recount.keys()) {
    const cell = name.startsWith(start) && (JSON.parse(name) as string[]).at(-1)
    if (cell && isPairCell(cell)) recount.delete(name)
  }
}

type FiveTexts = [string, string, string, string, string]

/** A text may be read when, and only when, its batch is shown. */
function checkStages(
  place: string[],
  { cells, open, held }: Strand,
  shown: number,
  final: boolean,
  say: (fault: string) => void,
) {
  if (shown + open.length + held.length === 0) return
  const all = cells.get(ALL) ?? { open: 0, held: 0, shown: 0 }
  // What was too little for the final release waits until it is deleted.
  const waiting = open.length + held.length
  const expected = final
    ? [open.length, held.length, total(all) - waiting]
    : [all.open, all.held, all.shown]
  const stored = [open.length, held.length, shown]
  if (stored.join() === expected.join()) return
  say(`texts / ${place.join(' / ')}: stages ${stored.join()} for ${expected.join()}`)
}
