import type Database from 'better-sqlite3'
import { countsOf } from '../../survey/counts.ts'
import { ALL } from '../../survey/kinds/rule.ts'
import type { Content, Questionnaire } from '../../survey/questionnaire.ts'
import type { Answers, Channel } from '../../survey/response.ts'
import type { CheckResult } from '../store.ts'
import { checksumOf } from './keep.ts'

interface Row {
  survey: string
  id: Buffer
  questionnaire: number
  site: string
  channel: Channel
  language: string
  date: string
  answers: string
  checksum: number
}

const PAGE = 5000
/** So many faults are listed; a broken database would have millions. */
const LISTED = 100

/**
 * Verifies the database as it stands at one moment: SQLite's own check, each response's checksum,
 * tallies, participation and texts against a recount. Pages through, letting others in between.
 */
export async function check(
  client: Database.Database,
  progress: (done: number, of: number) => void = () => {},
): Promise<CheckResult> {
  const faults: string[] = []
  const say = (fault: string) => {
    if (faults.length < LISTED) faults.push(fault)
  }
  client.exec('BEGIN')
  try {
    for (const row of client.pragma('integrity_check(20)') as { integrity_check: string }[]) {
      if (row.integrity_check !== 'ok') say(`database: ${row.integrity_check}`)
    }
    const responses = Number(client.prepare('SELECT count(*) FROM responses').pluck().get())
    const recount = await countAgain(client, say, (done) => progress(done, responses))
    compare(client, recount, say)
    return { ok: faults.length === 0, responses, faults }
  } finally {
    client.exec('ROLLBACK')
  }
}

/** Sums by table and key, in the form in which `compare` reads them. */
type Sums = Map<string, number>

async function countAgain(
  client: Database.Database,
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
  let done = 0
  for (;;) {
    const rows = page.all(...last, PAGE) as Row[]
    for (const row of rows) countRow(row, questionnaires, bump, say)
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
  if (checksumOf(row.id, row) !== row.checksum) return say(`${name}: checksum is wrong`)
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

function readQuestionnaires(client: Database.Database): Map<string, Questionnaire> {
  const rows = client.prepare('SELECT survey, number, content FROM questionnaires').all() as {
    survey: string
    number: number
    content: string
  }[]
  return new Map(
    rows.map(({ survey, number, content }) => [
      `${survey} ${number}`,
      { ...(JSON.parse(content) as Content), number },
    ]),
  )
}

function compare(client: Database.Database, recount: Sums, say: (fault: string) => void) {
  const expect = (key: (string | number)[], stored: number) => {
    const name = JSON.stringify(key)
    const counted = recount.get(name) ?? 0
    recount.delete(name)
    if (stored !== counted) say(`${key.join(' / ')}: stored ${stored}, recounted ${counted}`)
  }
  const all = (sql: string) => client.prepare(sql).raw().all() as (string | number)[][]
  for (const row of all('SELECT survey, site, question, cell, open + held + shown FROM tallies')) {
    expect(['tallies', ...row.slice(0, 4)], Number(row[4]))
  }
  for (const row of all('SELECT * FROM participation')) {
    expect(['participation', ...row.slice(0, 5)], Number(row[5]))
  }
  for (const row of all('SELECT survey, site, question, count(*) FROM texts GROUP BY 1, 2, 3')) {
    expect(['texts', ...row.slice(0, 3)], Number(row[3]))
  }
  for (const [name, counted] of recount) {
    say(`${(JSON.parse(name) as string[]).join(' / ')}: stored 0, recounted ${counted}`)
  }
  stagesAgree(client, say)
}

/** A text is shown when, and only when, its batch is. */
function stagesAgree(client: Database.Database, say: (fault: string) => void) {
  const rows = client
    .prepare(
      `SELECT survey, site, question FROM tallies WHERE cell = '${ALL}' AND EXISTS
         (SELECT 1 FROM texts WHERE texts.survey = tallies.survey
           AND texts.question = tallies.question AND texts.site = tallies.site)
       EXCEPT SELECT survey, site, question FROM
         (SELECT survey, site, question, sum(stage = 0) AS o, sum(stage = 1) AS h,
            sum(stage = 2) AS s FROM texts GROUP BY 1, 2, 3) AS t
         WHERE EXISTS (SELECT 1 FROM tallies WHERE tallies.survey = t.survey
           AND tallies.site = t.site AND tallies.question = t.question AND cell = '${ALL}'
           AND open = o AND held = h AND shown = s)`,
    )
    .raw()
    .all() as string[][]
  for (const row of rows) say(`texts / ${row.join(' / ')}: stages differ from the tallies`)
}
