import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { act, useFolder } from './fixture.ts'
import { keeping, survey } from './sending.ts'

const folder = useFolder(openSqlite)
const content = survey()
const send = (store: Store, id: number) =>
  store.keep(keeping(content, id, { choice: 'a', text: 'x' }))
const unavailable = { code: 'unavailable', status: 503, retryAfter: 10 }
const database = () => folder.path('svar.db')

/** After ten these close a batch, so that texts are shown. */
const batch = [10, 11, 12, 13, 14]

/** Ten acknowledged responses in a closed database, without a write-ahead log. */
async function withTen() {
  const store = await folder.with(content)
  await Promise.all(Array.from({ length: 10 }, (_, id) => send(store, id)))
  await folder.close()
}

/** Overwrites bytes of the file, and returns what puts them back. */
function overwrite(at: number, bytes: Buffer) {
  const before = readFileSync(database()).subarray(at, at + bytes.length)
  const put = (content: Buffer) => {
    const file = openSync(database(), 'r+')
    writeSync(file, content, 0, content.length, at)
    closeSync(file)
  }
  put(bytes)
  return () => put(before)
}

/** Breaks the first page of a table. */
function breakTable(table: string) {
  const client = new Database(database(), { readonly: true })
  const page = client
    .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)
  const size = Number(client.pragma('page_size', { simple: true }))
  client.close()
  return overwrite((Number(page) - 1) * size, Buffer.alloc(64, 0xee))
}

async function expectTenAndMore(store: Store, more: number) {
  for (let id = 0; id < 10 + more; id += 1) expect(await send(store, id)).toBe('already')
  expect(await store.check()).toEqual({ ok: true, responses: 10 + more, faults: [] })
}

async function expectFaulty(store: Store) {
  const { ok, faults } = await store.check()
  expect(ok).toBe(false)
  expect(faults.length).toBeGreaterThan(0)
}

describe('a database that is broken when it is opened', () => {
  test.each([
    ['its header', 0, Buffer.from('Not SQLite at all'), /not a database/],
    ['its schema', 100, Buffer.alloc(200, 0xff), /malformed|not a database/],
  ])(
    'in %s is refused in clear words, and works when it is repaired',
    async (_, at, bytes, words) => {
      await withTen()
      const repair = overwrite(at, bytes)
      expect(() => openSqlite(folder.path('.'))).toThrow(words)
      repair()
      await expectTenAndMore(folder.open(), 0)
    },
  )
})

describe('a database that breaks while it is open', () => {
  test.each(['responses', 'tallies', 'participation', 'texts'])(
    'in the table of %s acknowledges nothing until it is repaired',
    async (table) => {
      await withTen()
      const store = folder.open()
      const repair = breakTable(table)
      for (const one of batch.map((id) => send(store, id))) {
        await expect(one).rejects.toMatchObject(unavailable)
      }
      await expectFaulty(store)
      repair()
      for (const id of batch) expect(await send(store, id)).toBe('kept')
      await expectTenAndMore(store, 5)
    },
  )

  test.each([
    ['responses', (store: Store) => store.isKept('prov', 'sending-3')],
    ['tallies', (store: Store) => store.release('nord', 'prov')],
    ['texts', (store: Store) => store.texts('nord', 'prov', 'text', 10)],
    ['participation', (store: Store) => store.participation('nord', 'prov')],
    ['surveys', (store: Store) => store.issued('prov')],
    ['closings', (store: Store) => store.closeSurvey('nord', 'prov', act)],
    ['releases', (store: Store) => store.finalise('prov', act.at)],
    ['users', (store: Store) => store.hasUsers('nord')],
    ['sessions', (store: Store) => store.session(Buffer.alloc(32), 0)],
  ])('says so to whoever needs %s', async (table, verb) => {
    await withTen()
    const store = folder.open()
    const repair = breakTable(table)
    await expect(verb(store)).rejects.toMatchObject(unavailable)
    repair()
    await verb(store)
  })
})

test('a database that has gone is waited for, never made anew', async () => {
  await withTen()
  const store = folder.open()
  const repair = breakTable('responses')
  await expect(send(store, 10)).rejects.toMatchObject(unavailable)
  const away = folder.path('away')
  renameSync(database(), away)
  await expect(send(store, 10)).rejects.toMatchObject(unavailable)
  await expect(store.ready()).rejects.toMatchObject(unavailable)
  await expect(store.issued('prov')).rejects.toMatchObject(unavailable)
  await expect(store.check()).rejects.toMatchObject(unavailable)
  renameSync(away, database())
  repair()
  await store.ready()
  expect(await send(store, 10)).toBe('kept')
  await expectTenAndMore(store, 1)
})

test('a database that another process holds is waited for, then refused, then works', async () => {
  const store = await folder.with(content)
  const other = new Database(database())
  other.exec('BEGIN IMMEDIATE')
  await expect(send(store, 1)).rejects.toMatchObject(unavailable)
  await expect(store.isKept('prov', 'sending-1')).resolves.toBe(false)
  other.exec('ROLLBACK')
  other.close()
  expect(await send(store, 1)).toBe('kept')
})

test('a folder that cannot be one is refused', () => {
  writeFileSync(folder.path('file'), '')
  expect(() => openSqlite(folder.path('file'))).toThrow(/EEXIST|ENOTDIR/)
})
