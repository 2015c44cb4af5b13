import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { breakTable, expectTenAndMore, overwrite, send, unavailable, withTen } from './damage.ts'
import { act, useFolder } from './fixture.ts'

const folder = useFolder(openSqlite)

/** After ten these close a batch, so that texts are shown. */
const batch = [10, 11, 12, 13, 14]

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
      await withTen(folder)
      const repair = overwrite(folder, at, bytes)
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
      await withTen(folder)
      const store = folder.open()
      const repair = breakTable(folder, table)
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
    ['users_of_organisation', (store: Store) => store.hasUsers('nord')],
    ['sessions', (store: Store) => store.session(Buffer.alloc(32), 0, true)],
    ['devices', (store: Store) => store.revokeDevice('nord', 'a', act)],
    ['sealing_keys', (store: Store) => store.sealingKeys()],
  ])('says so to whoever needs %s', async (table, verb) => {
    await withTen(folder)
    const store = folder.open()
    const repair = breakTable(folder, table)
    await expect(verb(store)).rejects.toMatchObject(unavailable)
    repair()
    await verb(store)
  })
})

test('a check tells what SQLite finds', async () => {
  await withTen(folder)
  const store = folder.open()
  const repair = overwrite(folder, 36, Buffer.from([0, 0, 0, 9]))
  const said = expect.stringMatching(/Freelist: size is \d but should be 9/)
  expect(await store.check()).toEqual({ ok: false, responses: 10, faults: [said] })
  repair()
  await expectTenAndMore(store, 0)
})
