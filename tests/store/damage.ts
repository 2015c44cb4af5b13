import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import type { useFolder } from './fixture.ts'
import { keeping, survey } from './sending.ts'

type Folder = ReturnType<typeof useFolder>

/** What a store says that cannot promise. */
export const unavailable = { code: 'unavailable', status: 503, retryAfter: 10 }
export const content = survey()

export const send = (store: Store, id: number) =>
  store.keep(keeping(content, id, { choice: 'a', text: 'x' }))

/** Ten acknowledged responses in a closed database, without a write-ahead log. */
export async function withTen(folder: Folder) {
  const store = await folder.with(content)
  await Promise.all(Array.from({ length: 10 }, (_, id) => send(store, id)))
  await folder.close()
}

export async function expectTenAndMore(store: Store, more: number) {
  for (let id = 0; id < 10 + more; id += 1) expect(await send(store, id)).toBe('already')
  expect(await store.check()).toEqual({ ok: true, responses: 10 + more, faults: [] })
}

/** Overwrites bytes of the database's file, and returns what puts them back. */
export function overwrite(folder: Pick<Folder, 'path'>, at: number, bytes: Buffer) {
  const path = folder.path('svar.db')
  const before = readFileSync(path).subarray(at, at + bytes.length)
  const put = (content: Buffer) => {
    const file = openSync(path, 'r+')
    writeSync(file, content, 0, content.length, at)
    closeSync(file)
  }
  put(bytes)
  return () => put(before)
}

/** Breaks the first page of a table, and returns what repairs it. */
export function breakTable(folder: Pick<Folder, 'path'>, table: string) {
  const client = new Database(folder.path('svar.db'), { readonly: true })
  const page = client
    .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)
  const size = Number(client.pragma('page_size', { simple: true }))
  client.close()
  return overwrite(folder, (Number(page) - 1) * size, Buffer.alloc(64, 0xee))
}
