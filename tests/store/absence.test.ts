import { existsSync, renameSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { breakTable, content, expectTenAndMore, send, unavailable, withTen } from './damage.ts'
import { useFolder } from './fixture.ts'

const folder = useFolder(openSqlite)

test.each(['svar.db', '.'])('when %s has gone it is waited for, never made anew', async (name) => {
  await withTen(folder)
  const store = folder.open()
  const repair = breakTable(folder, 'responses')
  await expect(send(store, 10)).rejects.toMatchObject(unavailable)
  const [there, away] = [folder.path(name), `${folder.path('.')}-away`]
  renameSync(there, away)
  await expect(send(store, 10)).rejects.toMatchObject(unavailable)
  await expect(store.ready()).rejects.toMatchObject(unavailable)
  await expect(store.issued('prov')).rejects.toMatchObject(unavailable)
  await expect(store.check()).rejects.toMatchObject(unavailable)
  renameSync(away, there)
  repair()
  await store.ready()
  expect(await send(store, 10)).toBe('kept')
  await expectTenAndMore(store, 1)
})

test('a database that another process holds is waited for, then refused, then works', async () => {
  const store = await folder.with(content)
  const other = new Database(folder.path('svar.db'))
  other.exec('BEGIN IMMEDIATE')
  await expect(send(store, 1)).rejects.toMatchObject(unavailable)
  await expect(store.isKept('prov', 'sending-1')).resolves.toBe(false)
  other.exec('ROLLBACK')
  other.close()
  expect(await send(store, 1)).toBe('kept')
})

test('closing leaves no write-ahead log, also with responses under way', async () => {
  const store = await folder.with(content)
  const sent = send(store, 1)
  expect(existsSync(folder.path('svar.db-wal'))).toBe(true)
  await store.close()
  expect(await sent).toBe('kept')
  expect(existsSync(folder.path('svar.db-wal'))).toBe(false)
})

test('a folder that cannot be one is refused', () => {
  writeFileSync(folder.path('file'), '')
  expect(() => openSqlite(folder.path('file'))).toThrow(/EEXIST|ENOTDIR/)
})
