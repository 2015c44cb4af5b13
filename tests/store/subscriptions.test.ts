import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as schema from '../../src/store/sqlite/subscriptions/schema.ts'
import { subscribers } from '../mail/subscribers.ts'

const here = subscribers()
const opened: Database.Database[] = []
const read = (name: string) => {
  const client = new Database(join(here.svar.folder, name), { readonly: true })
  opened.push(client)
  return client
}
const people = Array.from({ length: 12 }, (_, n) => `nummer${n}@example.se`)
beforeAll(async () => {
  for (const [n, email] of people.entries()) {
    const submission = `sending-of-number-${n}`
    await here.svar.send('prov', { submission, lang: 'sv', site: 'norr', ord: `Ord ${n}` })
    if (n % 2) await here.subscribe(email)
    else await here.ask(email)
  }
})
afterAll(() => opened.forEach((client) => client.close()))

/** Every value in a database, by column. */
function valuesIn(client: Database.Database) {
  const tables = client.pragma('table_list') as { name: string; schema: string; wr: number }[]
  return tables
    .filter(({ name, schema }) => schema === 'main' && !name.startsWith('sqlite_'))
    .flatMap(({ name }) =>
      (client.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]).flatMap(
        (row) =>
          Object.entries(row).map(([column, value]) => ({
            column: `${name}.${column}`,
            value: Buffer.isBuffer(value) ? value.toString('hex') : value,
          })),
      ),
    )
}

test('subscriptions and responses have nothing in common but survey, language and a day', () => {
  const theirs = new Set(valuesIn(read('svar.db')).map(({ value }) => value))
  const shared = valuesIn(read('subscriptions.db')).filter(
    ({ value }) => value !== null && value !== '' && typeof value !== 'number' && theirs.has(value),
  )
  const columns = new Set(shared.map(({ column }) => column))
  // The day is that of an address that waits to be confirmed, and goes when it is.
  for (const column of columns) {
    expect([
      'subscriptions.survey',
      'subscriptions.language',
      'subscriptions.asked_on',
      'askings.day',
    ]).toContain(column)
  }
  expect(columns).toContain('subscriptions.survey')
})

test('no row tells when it came: no times, no row ids, keys in another order', () => {
  const client = read('subscriptions.db')
  const rows = client.prepare('SELECT * FROM subscriptions').all() as Record<string, unknown>[]
  const dated = rows.filter((row) => row['asked_on'] !== null)
  expect([rows.length, dated.length]).toEqual([12, 6])
  expect(new Set(dated.map((row) => row['asked_on']))).toEqual(new Set(['2026-07-01']))
  const numbers = valuesIn(client).filter(({ value }) => typeof value === 'number')
  const noon = Date.parse('2026-07-01T10:00:00Z')
  // Of letters that wait: due at once, and until a whole day is over.
  for (const { column, value } of numbers) {
    expect(
      value === 0 || (value as number) < 4 || (value as number) % 86_400_000 === 0,
      column,
    ).toBe(true)
    expect(value).not.toBe(noon)
  }
  const tables = client.pragma('table_list') as Record<string, unknown>[]
  const own = tables.filter(({ schema: of, name }) => of === 'main' && name !== 'sqlite_schema')
  for (const table of own) expect(table, String(table['name'])).toMatchObject({ strict: 1, wr: 1 })
  expect(own.map(({ name }) => name).toSorted()).toEqual(
    Object.values(schema)
      .map((table) => getTableConfig(table).name)
      .toSorted(),
  )
})

test.each(Object.values(schema).map((table) => [getTableConfig(table).name, table] as const))(
  'the schema and the database agree on %s',
  (name, table) => {
    const { columns, primaryKeys } = getTableConfig(table)
    const together = primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
    const stored = read('subscriptions.db').pragma(`table_info(${name})`) as Record<
      string,
      unknown
    >[]
    expect(
      stored.map((column) => [column['name'], column['type'], column['notnull'], column['pk']]),
    ).toEqual(
      columns.map((column) => [
        column.name,
        column.getSQLType().toUpperCase(),
        Number(column.notNull || column.primary),
        column.primary ? 1 : together.indexOf(column.name) + 1,
      ]),
    )
  },
)

test('addresses cannot be read in the file, and every migration is known', () => {
  const client = read('subscriptions.db')
  expect(JSON.stringify(valuesIn(client))).not.toContain('@')
  const files = readdirSync(join(import.meta.dirname, '../../db/subscriptions'))
  expect(client.pragma('user_version', { simple: true })).toBe(files.length)
})
