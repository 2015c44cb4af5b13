import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { Connection } from '../../src/store/sqlite/connection.ts'
import { newest } from '../../src/store/sqlite/files/migrate.ts'
import * as schema from '../../src/store/sqlite/schema/schema.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { useFolder } from './fixture.ts'

interface Column {
  name: string
  type: string
  notNull: boolean
  key: number
  unique: boolean
}

interface Info {
  name: string
  type: string
  notnull: number
  pk: number
}

const folder = useFolder(openSqlite)
const tables = Object.values(schema).filter((one) => is(one, SQLiteTable))
const byName = (columns: Column[]) => columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))

function migrated() {
  folder.open()
  return new Database(folder.path('svar.db'), { readonly: true })
}

describe('schema.ts and the migrated database', () => {
  test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    'agree on %s',
    (name, table) => {
      const client = migrated()
      expect(byName(declared(table))).toEqual(byName(stored(client, name)))
      expect(columnNames(declared(table))).toEqual(columnNames(stored(client, name)))
      client.close()
    },
  )

  test('have the same tables, all strict and without row ids', () => {
    const client = migrated()
    const listed = client.pragma('table_list') as Record<string, unknown>[]
    const own = listed.filter(({ name }) => !String(name).startsWith('sqlite_'))
    expect(own.map(({ name }) => name).toSorted()).toEqual(
      tables.map((table) => getTableConfig(table).name).toSorted(),
    )
    for (const table of own)
      expect(table, String(table['name'])).toMatchObject({ strict: 1, wr: 1 })
    client.close()
  })
})

test('strict: a word is no number, and bytes are no text', () => {
  folder.open()
  const client = new Database(folder.path('svar.db'))
  const put = (id: unknown, number: unknown) =>
    client
      .prepare("INSERT INTO responses VALUES ('s', ?, ?, '', 'web', 'sv', '2026-06-01', '{}', 0)")
      .run(id, number)
  expect(() => put(Buffer.from('x'), 'ett')).toThrow(/cannot store TEXT value in INTEGER column/)
  expect(() => put('x', 1)).toThrow(/cannot store TEXT value in BLOB column/)
  expect(() => put(Buffer.from('x'), null)).toThrow(/NOT NULL constraint failed/)
  client.close()
})

test('what is acknowledged rests on the write-ahead log, full syncs and erasing', () => {
  const connection = new Connection(folder.path('svar.db'))
  const pragma = (name: string) => connection.db.$client.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('secure_delete')).toBe(1)
  expect(pragma('user_version')).toBe(newest)
  connection.close()
})

test('every migration is known, and a database of a newer version is refused', () => {
  const files = readdirSync(join(import.meta.dirname, '../../db/sqlite'))
  expect(files.filter((name) => name.endsWith('.sql'))).toHaveLength(newest)
  migrated().close()
  const client = new Database(folder.path('svar.db'))
  client.pragma(`user_version = ${newest + 1}`)
  client.close()
  expect(() => folder.open()).toThrow(`of a newer version (${newest + 1}) than this program`)
})

test('a step that fails says which', () => {
  const steps = ['CREATE TABLE a (b TEXT)', 'CREATE TABLE a (b TEXT)']
  expect(() => new Connection(folder.path('other.db'), false, steps)).toThrow(
    'the database could not be brought to version 2: table a already exists',
  )
})

test('people and their sessions stay when addresses are no longer unique over all', () => {
  const sql = join(import.meta.dirname, '../../db/sqlite')
  const older = readdirSync(sql).filter((name) => name < '0006')
  const client = new Database(folder.path('svar.db'))
  client.pragma('foreign_keys = ON')
  for (const name of older.toSorted()) client.exec(readFileSync(join(sql, name), 'utf8'))
  client.exec(`
    INSERT INTO organisations (id, name, accent, demo) VALUES ('nord', 'Nord', '#0b5f66', 0);
    INSERT INTO users (id, organisation, email, name, password, role, sites, seen_on)
      VALUES ('k', 'nord', 'kari@nord.example', 'Kari', 'x', 'planner', '["norr"]', '2026-07-01');
    INSERT INTO sessions VALUES (x'01', 'k', 1, 2, 's');
    PRAGMA user_version = ${older.length}`)
  client.close()
  folder.open()
  const after = new Database(folder.path('svar.db'), { readonly: true })
  expect(after.prepare('SELECT * FROM users').all()).toEqual([
    {
      id: 'k',
      organisation: 'nord',
      email: 'kari@nord.example',
      name: 'Kari',
      password: 'x',
      role: 'planner',
      sites: '["norr"]',
      suspended_at: null,
      seen_on: '2026-07-01',
    },
  ])
  expect(after.prepare('SELECT user, id FROM sessions').all()).toEqual([{ user: 'k', id: 's' }])
  expect(after.pragma('foreign_key_check')).toEqual([])
  after.close()
})

function declared(table: SQLiteTable): Column[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const together = primaryKeys.flatMap((key) => key.columns.map(({ name }) => name))
  return columns.map((column) => ({
    name: column.name,
    type: column.getSQLType().toUpperCase(),
    notNull: column.notNull,
    key: column.primary ? 1 : together.indexOf(column.name) + 1,
    unique: column.isUnique,
  }))
}

function stored(client: Database.Database, table: string): Column[] {
  const indexes = client.pragma(`index_list(${table})`) as { name: string; origin: string }[]
  const unique = new Set(
    indexes
      .filter(({ origin }) => origin === 'u')
      .map(({ name }) => client.pragma(`index_info(${name})`) as { name: string }[])
      .flatMap((columns) => (columns.length === 1 ? [columns[0]!.name] : [])),
  )
  const columns = client.pragma(`table_info(${table})`) as Info[]
  return columns.map(({ name, type, notnull, pk }) => ({
    name,
    type,
    notNull: notnull === 1,
    key: pk,
    unique: unique.has(name),
  }))
}

const columnNames = (columns: Column[]) => columns.map(({ name }) => name)
