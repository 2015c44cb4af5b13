import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeRandom } from '../../src/commands/demo-answers.ts'
import { checksumOf, makeInsert, randomKey, rowOf } from '../../src/store/sqlite/responses/row.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { written } from '../../src/store/sqlite/responses/tally-row.ts'
import { addDays } from '../../src/survey/calendar.ts'
import { type Count, countsOf } from '../../src/survey/counts.ts'
import { receive } from '../../src/survey/receive.ts'
import type { Tallies } from '../../src/survey/release.ts'
import type { Response } from '../../src/survey/response.ts'
import { add } from '../../src/survey/strand.ts'
import { ask, content, options, questionnaire, sites } from '../make.ts'

const SITES = 50
const DAYS = 90
/** So many different responses are made up; the rest are the same again, each with its own key. */
const DIFFERENT = 5000
const BATCH = 50_000

const questions = [
  ask.choice('val'),
  ask.choices('flera', { max: 3 }),
  ask.scale('skala'),
  ask.ranking('rang', { options: options('a', 'b', 'c', 'd', 'e') }),
  ask.text('ord'),
]
const today = new Date().toISOString().slice(0, 10)
const more = {
  opens: addDays(today, -DAYS),
  closes: addDays(today, 30),
  sites: sites(...Array.from({ length: SITES }, (_, index) => `plats-${index}`)),
}
export const BENCH = content(questions, more)
const asked = questionnaire(questions, more)

/**
 * A data folder with so many responses, written as the store writes them and counted by its own
 * rule, without the door and without waiting for the disk: ten million come in minutes.
 */
export async function fillFolder(folder: string, responses: number) {
  const store = openSqlite(folder)
  const act = { by: 'bench', at: '2026-06-01T10:00:00Z' }
  const organisation = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }
  await store.saveOrganisation(organisation, act)
  await store.saveDraft('nord', BENCH, BENCH, act)
  await store.issue('nord', BENCH.id, BENCH, act)
  await store.close()
  const client = new Database(join(folder, 'svar.db'))
  client.pragma('synchronous = OFF')
  client.pragma('wal_autocheckpoint = 100000')
  writeResponses(client, responses)
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}

function writeResponses(client: Database.Database, responses: number) {
  const made = makeDifferent()
  const tallies: Tallies = new Map()
  const days = new Map<string, { response: Response; n: number }>()
  const insert = makeInsert(client)
  const text = client.prepare('INSERT INTO texts VALUES (?, ?, ?, ?, ?)')
  const writeSome = client.transaction((from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const { response, row, counts } = made[index % made.length]!
      const id = keyOf(index, responses)
      insert({ ...row, id, checksum: checksumOf({ ...row, id }) })
      const strands = tallies.get(row.site) ?? new Map()
      tallies.set(row.site, strands)
      add(strands, counts, asked.smallestGroup, (question, texts) => {
        if (texts.length > 0)
          text.run(row.survey, question, row.site, randomKey(), JSON.stringify(texts))
      })
      const key = `${row.site} ${row.channel} ${row.date}`
      const day = days.get(key)
      if (day) day.n += 1
      else days.set(key, { response, n: 1 })
    }
  })
  for (let from = 0; from < responses; from += BATCH) {
    writeSome(from, Math.min(responses, from + BATCH))
  }
  const tally = client.prepare('INSERT INTO tallies VALUES (?, ?, ?, ?, ?)')
  for (const [site, strands] of tallies) {
    for (const [question, strand] of strands) {
      const { cells, waiting } = written(strand)
      tally.run(asked.id, site, question, cells, waiting)
    }
  }
  const participation = client.prepare('INSERT INTO participation VALUES (?, ?, ?, ?, ?, ?)')
  for (const { response, n } of days.values()) {
    const { survey, site, channel, language, date } = response
    participation.run(survey, site, channel, language, date, n)
  }
}

/** Spread over all keys like a hash, but rising: rows are then appended, and lie the same. */
function keyOf(index: number, of: number): Buffer {
  const id = randomBytes(16)
  id.writeUInt32BE(Math.floor((index / of) * 2 ** 32))
  return id
}

function makeDifferent() {
  const random = makeRandom('bench')
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  return Array.from({ length: DIFFERENT }, (_, index) => {
    const fields = {
      submission: `made-up-${index}`,
      site: pick(asked.sites).id,
      val: pick(['a', 'b', 'c']),
      flera: [pick(['a', 'b']), pick(['c', 'd'])],
      skala: pick(['1', '2', '3', '4', '5', 'dontknow']),
      ...placesOf(random),
      ...(random() < 0.3 && { ord: pick(comments) }),
    }
    const arrival = {
      channel: pick(['web', 'qr', 'kiosk'] as const),
      language: 'sv',
      date: addDays(asked.opens!, Math.floor(random() * DAYS)),
    }
    const received = receive(asked, fields, arrival)
    if ('faults' in received) throw new Error('bench: a made-up response is faulty')
    const { response } = received
    const counts: Count[] = countsOf(asked, response)
    return { response, row: rowOf(response), counts }
  })
}

const comments = [
  'Det är svårt att komma fram på telefon på morgonen, men personalen är fantastisk.',
  'Väntan var lång. Lokalen är fin.',
  'Jag fick hjälp direkt och blev lyssnad på.',
]

function placesOf(random: () => number): Record<string, string> {
  const order = ['a', 'b', 'c', 'd', 'e'].toSorted(() => random() - 0.5)
  return Object.fromEntries(order.slice(0, 4).map((id, index) => [`rang.${id}`, String(index + 1)]))
}
