import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { unavailable } from './damage.ts'
import { useFolder } from './fixture.ts'
import { keeping, survey } from './sending.ts'

const folder = useFolder(openSqlite)
const content = survey()

const sending = (id: number) => keeping(content, id, { site: 'norr', choice: 'a', text: `t${id}` })
const burst = (store: Store, from: number, to: number) =>
  Promise.all(Array.from({ length: to - from }, (_, index) => store.keep(sending(from + index))))
const all = (outcome: string, n: number) => Array.from({ length: n }, () => outcome)

/** Reads or changes the database by hand. */
function byHand<T>(step: (client: Database.Database) => T): T {
  const client = new Database(folder.path('svar.db'))
  try {
    return step(client)
  } finally {
    client.close()
  }
}

const places = () =>
  byHand((client) => ({
    sorted: client.prepare('SELECT count(*) FROM responses').pluck().get(),
    bundles: client.prepare('SELECT responses FROM unsorted').pluck().all() as string[],
  }))

describe('a burst', () => {
  test('is one row in the database, in which nothing tells the order, until it is sorted in', async () => {
    const store = await folder.with(content)
    expect(await burst(store, 0, 40)).toEqual(all('kept', 40))
    const { sorted, bundles } = places()
    expect([sorted, bundles.length]).toEqual([0, 1])
    const keys = (JSON.parse(bundles[0]!) as string[][]).map(([key]) => key)
    expect(keys).toEqual(keys.toSorted())
    expect(await store.check()).toEqual({ ok: true, responses: 40, faults: [] })
    await store.close()
    expect(places()).toEqual({ sorted: 40, bundles: [] })
    expect(await folder.open().check()).toEqual({ ok: true, responses: 40, faults: [] })
  })

  test('is read once for whoever comes with a receipt, however many surveys there are', async () => {
    const others = ['annan', 'en-till'].map((id) => ({ ...content, id }))
    const store = await folder.with(content, ...others)
    await burst(store, 0, 40)
    const { bundles } = places()
    const { id, answers } = sending(7).response
    const parse = vi.spyOn(JSON, 'parse')
    const found = await store.responseOf(id)
    const reads = parse.mock.calls.filter(([text]) => text === bundles[0]).length
    parse.mockRestore()
    expect([found?.survey, found?.answers, reads]).toEqual(['prov', answers, 1])
    expect(await store.withdrawResponse('prov', id, '2026-06-01')).toBe(true)
    expect([await store.responseOf(id), places().sorted]).toEqual([undefined, 0])
    expect(await store.check()).toEqual({ ok: true, responses: 39, faults: [] })
  })

  test('is sorted in by itself as soon as nothing has come for a moment', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const store = await folder.with(content)
      await burst(store, 0, 600)
      expect(places()).toMatchObject({ sorted: 0 })
      vi.advanceTimersByTime(299)
      await burst(store, 600, 620)
      vi.advanceTimersByTime(299)
      expect(places()).toMatchObject({ sorted: 0 })
      vi.advanceTimersByTime(400)
      expect(places()).toEqual({ sorted: 620, bundles: [] })
      expect(await store.check()).toEqual({ ok: true, responses: 620, faults: [] })
    } finally {
      vi.useRealTimers()
    }
  })

  test('left by a process that died is sorted in, at the latest when a minute has passed', async () => {
    const first = await folder.with(content)
    await burst(first, 0, 40)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    try {
      const second = folder.open()
      await second.ready()
      // Who asks often whether we are well holds nothing up.
      vi.advanceTimersByTime(200)
      await second.ready()
      byHand((client) => {
        client.exec('BEGIN IMMEDIATE')
        vi.advanceTimersByTime(100)
        client.exec('ROLLBACK')
      })
      expect(places()).toMatchObject({ sorted: 0 })
      vi.advanceTimersByTime(60_000)
      expect(places()).toEqual({ sorted: 40, bundles: [] })
    } finally {
      vi.useRealTimers()
    }
  })

  test('does not wait without bounds where no moment is quiet', async () => {
    const store = await folder.with(content)
    for (let id = 0; id < 52_000; id += 1000) await burst(store, id, id + 1000)
    const { sorted } = places()
    expect(sorted).toBeGreaterThan(0)
    expect(await burst(store, 0, 1000)).toEqual(all('already', 1000))
    expect(await store.check()).toEqual({ ok: true, responses: 52_000, faults: [] })
  })
})

describe('an id that is known is one response', () => {
  test('within one burst', async () => {
    const store = await folder.with(content)
    const twice = [...Array.from({ length: 20 }, (_, id) => id), 3, 4, 5]
    const outcomes = await Promise.all(twice.map((id) => store.keep(sending(id))))
    expect(outcomes).toEqual([...all('kept', 20), ...all('already', 3)])
    expect(await store.check()).toMatchObject({ ok: true, responses: 20 })
  })

  test('whether it came alone or in a burst, then or now', async () => {
    const store = await folder.with(content)
    expect(await store.keep(sending(0))).toBe('kept')
    expect(await burst(store, 0, 20)).toEqual(['already', ...all('kept', 19)])
    expect(await store.keep(sending(7))).toBe('already')
    expect(await store.isKept(content.id, 'sending-7')).toBe(true)
    expect(await store.isKept(content.id, 'sending-20')).toBe(false)
    expect(await burst(store, 0, 20)).toEqual(all('already', 20))
    expect(await store.check()).toMatchObject({ ok: true, responses: 20 })
  })

  test('in another process, before and after it is sorted in', async () => {
    const store = await folder.with(content)
    const other = folder.open()
    await burst(store, 0, 20)
    expect(await burst(other, 0, 20)).toEqual(all('already', 20))
    await burst(other, 20, 40)
    await other.close()
    expect(places()).toEqual({ sorted: 40, bundles: [] })
    expect(await burst(store, 0, 40)).toEqual(all('already', 40))
    expect(await store.keep(sending(33))).toBe('already')
    expect(await store.check()).toEqual({ ok: true, responses: 40, faults: [] })
  })

  test('where the process died while half of them were in', async () => {
    const store = await folder.with(content)
    await burst(store, 0, 40)
    const [bundle] = places().bundles
    await store.close()
    byHand((client) => {
      client.exec('DELETE FROM responses WHERE id > (SELECT id FROM responses LIMIT 1 OFFSET 19)')
      client.prepare('INSERT INTO unsorted VALUES (?, ?)').run(Buffer.alloc(16, 1), bundle)
    })
    const again = folder.open()
    expect(await again.check()).toEqual({ ok: true, responses: 40, faults: [] })
    expect(await burst(again, 0, 40)).toEqual(all('already', 40))
    await again.close()
    expect(places()).toEqual({ sorted: 40, bundles: [] })
    expect(await folder.open().check()).toEqual({ ok: true, responses: 40, faults: [] })
  })
})

test('is left to the server by a command that keeps nothing', async () => {
  const store = await folder.with(content)
  await burst(store, 0, 40)
  const command = folder.open()
  await command.surveys('nord')
  await command.close()
  expect(places()).toMatchObject({ sorted: 0, bundles: [expect.any(String)] })
  await store.close()
  expect(places()).toEqual({ sorted: 40, bundles: [] })
})

test('what cannot be read again is not quoted', async () => {
  const store = await folder.with(content)
  await store.keep(sending(0))
  byHand((client) => client.exec("UPDATE tallies SET waiting = '[[hemligt],[]]'"))
  await expect(store.keep(sending(1))).rejects.toMatchObject({
    reasons: [expect.not.stringContaining('hemligt')],
  })
  expect((await store.check()).faults.join()).not.toContain('hemligt')
})

test('a burst that cannot be read again is no false thanks, and a check says so', async () => {
  const store = await folder.with(content)
  await burst(store, 0, 20)
  byHand((client) => client.exec('UPDATE unsorted SET responses = substr(responses, 2)'))
  await expect(store.keep(sending(20))).rejects.toMatchObject(unavailable)
  expect(await store.check()).toMatchObject({ ok: false })
})

test('a tally that cannot be read is no false thanks', async () => {
  const store = await folder.with(content)
  await store.keep(sending(0))
  byHand((client) => client.exec("UPDATE tallies SET cells = '{'"))
  await expect(store.keep(sending(1))).rejects.toMatchObject(unavailable)
})
