import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { useFolder } from './fixture.ts'
import { keeping, survey } from './sending.ts'

const folder = useFolder(openSqlite)
const content = survey()
const people = [
  { choice: 'c', scale: 5, text: 'Sist i alfabetet', choices: ['d', 'b'] },
  { choice: 'a', scale: 'dontknow', text: 'Annat', 'choices.other': 'Bussen' },
  { choice: 'b', 'ranking.d': 1, 'ranking.a': 2, text: 'Mitten' },
  { choice: 'a', scale: 1, choices: ['a'], hanging: 'Följd', 'choices.other': 'Avstånd' },
]

/** All that the tables hold of responses, after people came in this order. */
async function stored(order: number[]) {
  const store = await folder.with(content)
  for (const index of order) {
    await store.keep(keeping(content, index, { ...people[index]!, site: 'norr' }))
  }
  await folder.close()
  const client = new Database(folder.path('svar.db'))
  const tables = ['responses', 'tallies', 'participation', 'texts'].map((table) =>
    client.prepare(`SELECT * FROM ${table}`).raw().all(),
  )
  for (const table of ['responses', 'tallies', 'participation']) client.exec(`DELETE FROM ${table}`)
  client.close()
  return tables
}

describe('nothing tells in which order people came', () => {
  test('into a batch: the database is the same', async () => {
    const first = await stored([0, 1, 2, 3])
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ]) {
      expect(await stored(order)).toEqual(first)
    }
    expect(first[0]).toHaveLength(4)
  })

  test('by a column of time, a row number or an id of theirs', async () => {
    await stored([0])
    const client = new Database(folder.path('svar.db'), { readonly: true })
    const columns = client.pragma('table_info(responses)') as { name: string }[]
    expect(columns.map(({ name }) => name)).toEqual([
      'survey',
      'id',
      'questionnaire',
      'site',
      'channel',
      'language',
      'date',
      'answers',
      'checksum',
    ])
    expect(() => client.prepare('SELECT rowid FROM responses')).toThrow(/no such column/)
    client.close()
  })
})

test('the database holds no id of a sender, also not in its log', async () => {
  const store = await folder.with(content)
  for (const [id, person] of people.entries()) await store.keep(keeping(content, id, person))
  const files = readdirSync(folder.path('.')).filter((name) => name.startsWith('svar.db'))
  expect(files).toContain('svar.db-wal')
  const all = Buffer.concat(files.map((name) => readFileSync(folder.path(name))))
  expect(all.indexOf('Sist i alfabetet')).toBeGreaterThan(0)
  expect(all.indexOf('sending-')).toBe(-1)
})
