import type Database from 'better-sqlite3'
import type { Response } from '../../../survey/response.ts'
import { Problem } from '../../../survey/problem.ts'
import { add, type Strand } from '../../../survey/strand.ts'
import type { Keeping, Kept } from '../../store.ts'
import type { Connection, Db } from '../connection.ts'
import { makeInsert, randomKey, responseKey, type Row, rowOf } from './row.ts'
import { readStrand, written } from './tally-row.ts'
import { makeUnsorted } from './unsorted.ts'

/** A batch of more than so many is a burst. */
const BURST = 8
/** So many wait at most for a quiet moment; above, some are sorted in with each batch. */
const MOST_UNSORTED = 50_000

/** The strands of one site in memory, as the database has them plus what this batch adds. */
interface SiteTallies {
  survey: string
  site: string
  strands: Map<string, Strand>
  changed: Set<string>
  /** texts that readers may see from now on, by question */
  shown: Map<string, string[]>
}

/**
 * Keeps a batch in one transaction, in order. better-sqlite3's own statements serve here, since
 * building a query costs more than running it.
 */
export const keepBatch = (connection: Connection, batch: Keeping[]): Kept[] =>
  attempt(connection, (keeper) => keeper.keepAll.immediate(batch))

/** Sorts some responses of a burst into their table. Returns whether more are left. */
export const sortSome = (connection: Connection): boolean =>
  attempt(connection, (keeper) => (keeper.isSorted() ? false : keeper.sortSome.immediate()))

export const isKept = (connection: Connection, survey: string, id: string): boolean =>
  attempt(connection, (keeper) => keeper.isKept(survey, id))

/** What is in memory after a failure is not what the database has. */
function attempt<T>(connection: Connection, step: (keeper: Keeper) => T): T {
  return connection.run(() => {
    const keeper = connection.made(makeKeeper)
    try {
      return step(keeper)
    } catch (error) {
      keeper.forget()
      // JSON of ours that cannot be read: someone or something has been at the file. What the
      // error says would quote an answer into the log.
      if (!(error instanceof SyntaxError)) throw error
      throw new Problem('unavailable', ['what is stored is not JSON'])
    }
  })
}

type Keeper = ReturnType<typeof makeKeeper>

function makeKeeper(db: Db) {
  const { $client: client } = db
  const statements = prepare(client)
  const insert = makeInsert(client)
  const unsorted = makeUnsorted(client)
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
    unsorted.forget()
  }

  function talliesOf(survey: string, site: string): SiteTallies {
    const key = `${survey}\n${site}`
    let found = tallies.get(key)
    if (!found) {
      const strands = load(statements.tallies, survey, site)
      found = { survey, site, strands, changed: new Set(), shown: new Map() }
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

  const isKnown = (row: Pick<Row, 'survey' | 'id'>) =>
    unsorted.has(row) || statements.known.get(row.survey, row.id) !== undefined

  /** Stores a row, or returns false where it is there. */
  function store(row: Row, burst: boolean): boolean {
    if (!burst) return !unsorted.has(row) && insert(row)
    if (isKnown(row)) return false
    unsorted.add(row)
    return true
  }

  function keepOne({ response, counts, smallestGroup }: Keeping, burst: boolean): Kept {
    const { survey, site } = response
    const row = rowOf(response)
    if (statements.withdrawn.get(survey, row.id) !== undefined) return 'withdrawn'
    if (isFinal(survey)) return isKnown(row) ? 'already' : 'closed'
    if (!store(row, burst)) return 'already'
    const { strands, changed, shown } = talliesOf(survey, site)
    for (const { question } of counts) changed.add(question)
    add(strands, counts, smallestGroup, (question, texts) => {
      changed.add(question)
      if (texts.length > 0) shown.set(question, [...(shown.get(question) ?? []), ...texts])
    })
    return 'kept'
  }

  function write() {
    for (const { survey, site, strands, changed, shown } of tallies.values()) {
      for (const question of changed) {
        const { cells, waiting } = written(strands.get(question)!)
        statements.tally.run(survey, site, question, cells, waiting)
      }
      changed.clear()
      // One row for texts that are shown together, in an order that tells nothing.
      for (const [question, texts] of shown) {
        const list = JSON.stringify(texts.toSorted())
        statements.text.run(survey, question, site, randomKey(), list)
      }
      shown.clear()
    }
  }

  const keepAll = client.transaction((batch: Keeping[]): Kept[] => {
    refresh()
    const burst = batch.length > BURST
    const outcomes = batch.map((keeping) => keepOne(keeping, burst))
    unsorted.write()
    if (unsorted.size() > MOST_UNSORTED) unsorted.sortSome()
    write()
    countParticipation(statements.participation, batch, outcomes)
    return outcomes
  })

  const sortSome = client.transaction((): boolean => {
    refresh()
    unsorted.sortSome()
    return unsorted.size() > 0
  })

  return {
    keepAll,
    sortSome,
    forget,
    isSorted() {
      refresh()
      return unsorted.size() === 0
    },
    isKept(survey: string, id: string): boolean {
      refresh()
      return isKnown({ survey, id: responseKey(id) })
    },
  }
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
    withdrawn: client.prepare('SELECT 1 FROM withdrawals WHERE survey = ? AND id = ?').pluck(),
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
