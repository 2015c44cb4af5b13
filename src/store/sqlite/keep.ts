import { hash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import { and, eq } from 'drizzle-orm'
import type { Response } from '../../survey/response.ts'
import { add, type Strand } from '../../survey/strand.ts'
import type { Keeping, Kept } from '../store.ts'
import type { Connection, Db } from './connection.ts'
import { responses } from './schema.ts'
import { readStrand, written } from './tally-row.ts'

/** A hash of the sender's id, so that not even an id with a clock in it orders the rows. */
export const responseKey = (id: string) => hash('sha256', id, 'buffer').subarray(0, 16)

type Stored = Omit<Response, 'id' | 'answers'> & { answers: string }

export const checksumOf = (key: Buffer, row: Stored) =>
  crc32(
    `${row.survey}\n${row.questionnaire}\n${row.site}\n${row.channel}\n${row.language}\n${row.date}\n${row.answers}`,
    crc32(key),
  )

/** The strands of one site in memory, as the database has them plus what this batch adds. */
interface SiteTallies {
  survey: string
  site: string
  strands: Map<string, Strand>
  changed: Set<string>
}

/**
 * Keeps a batch in one transaction, in order. better-sqlite3's own statements serve here, since
 * building a query costs more than running it.
 */
export function keepBatch(connection: Connection, batch: Keeping[]): Kept[] {
  return connection.run(() => {
    const keeper = connection.made(makeKeeper)
    try {
      return keeper.keepAll.immediate(batch)
    } catch (error) {
      keeper.forget()
      throw error
    }
  })
}

export const isKept = (connection: Connection, survey: string, id: string): boolean =>
  connection.run((db) => {
    const { survey: ofSurvey, id: key } = responses
    const where = and(eq(ofSurvey, survey), eq(key, responseKey(id)))
    return db.select({ key }).from(responses).where(where).get() !== undefined
  })

function makeKeeper(db: Db) {
  const { $client: client } = db
  const statements = prepare(client)
  const tallies = new Map<string, SiteTallies>()
  const final = new Map<string, boolean>()
  let seen = -1

  /** Another process may have written: then what is in memory no longer holds. */
  function refresh() {
    const version = statements.version.get() as number
    if (version === seen) return
    seen = version
    forget()
  }

  function forget() {
    tallies.clear()
    final.clear()
  }

  function talliesOf(survey: string, site: string): SiteTallies {
    const key = `${survey}\n${site}`
    let found = tallies.get(key)
    if (!found) {
      found = { survey, site, strands: load(statements.tallies, survey, site), changed: new Set() }
      tallies.set(key, found)
    }
    return found
  }

  function isFinal(survey: string): boolean {
    let found = final.get(survey)
    if (found === undefined) {
      found = statements.final.get(survey) !== undefined
      final.set(survey, found)
    }
    return found
  }

  const isKnown = ({ survey, id }: Response) =>
    statements.known.get(survey, responseKey(id)) !== undefined

  function keepOne({ response, counts, smallestGroup }: Keeping): Kept {
    const { survey, site } = response
    if (isFinal(survey)) return isKnown(response) ? 'already' : 'closed'
    if (!insert(statements.insert, response)) return 'already'
    const { strands, changed } = talliesOf(survey, site)
    for (const { question } of counts) changed.add(question)
    add(strands, counts, smallestGroup, (question, shown) => {
      changed.add(question)
      if (shown.length === 0) return
      // One row a batch: its texts are shown together, in an order that tells nothing.
      statements.text.run(survey, question, site, randomBytes(16), JSON.stringify(shown.toSorted()))
    })
    return 'kept'
  }

  function write() {
    for (const { survey, site, strands, changed } of tallies.values()) {
      for (const question of changed) {
        const { cells, waiting } = written(strands.get(question)!)
        statements.tally.run(survey, site, question, cells, waiting)
      }
      changed.clear()
    }
  }

  const keepAll = client.transaction((batch: Keeping[]): Kept[] => {
    refresh()
    const outcomes = batch.map(keepOne)
    write()
    countParticipation(statements.participation, batch, outcomes)
    return outcomes
  })

  return { keepAll, forget }
}

function insert(statement: Database.Statement, response: Response): boolean {
  const key = responseKey(response.id)
  const row = { ...response, answers: JSON.stringify(response.answers) }
  const { survey, questionnaire, site, channel, language, date, answers } = row
  const checksum = checksumOf(key, row)
  const values = [survey, key, questionnaire, site, channel, language, date, answers, checksum]
  return statement.run(values).changes === 1
}

function load(statement: Database.Statement, survey: string, site: string): Map<string, Strand> {
  const rows = statement.all(survey, site) as { question: string; cells: string; waiting: string }[]
  return new Map(rows.map((row) => [row.question, readStrand(row)]))
}

function countParticipation(statement: Database.Statement, batch: Keeping[], outcomes: Kept[]) {
  const groups = new Map<string, { response: Response; n: number }>()
  for (const [index, { response }] of batch.entries()) {
    if (outcomes[index] !== 'kept') continue
    const { survey, site, channel, language, date } = response
    const key = `${survey}\n${site}\n${channel}\n${language}\n${date}`
    const group = groups.get(key)
    if (group) group.n += 1
    else groups.set(key, { response, n: 1 })
  }
  for (const { response, n } of groups.values()) {
    const { survey, site, channel, language, date } = response
    statement.run(survey, site, channel, language, date, n)
  }
}

function prepare(client: Database.Database) {
  return {
    version: client.prepare('PRAGMA data_version').pluck(),
    final: client.prepare('SELECT 1 FROM releases WHERE survey = ?').pluck(),
    known: client.prepare('SELECT 1 FROM responses WHERE survey = ? AND id = ?').pluck(),
    insert: client.prepare(
      'INSERT INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    tallies: client.prepare(
      'SELECT question, cells, waiting FROM tallies WHERE survey = ? AND site = ?',
    ),
    tally: client.prepare(
      `INSERT INTO tallies VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
       SET cells = excluded.cells, waiting = excluded.waiting`,
    ),
    participation: client.prepare(
      `INSERT INTO participation VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
       SET responses = responses + excluded.responses`,
    ),
    text: client.prepare('INSERT INTO texts VALUES (?, ?, ?, ?, ?)'),
  }
}
