import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { channels } from '../../../src/survey/response.ts'
import { ask, content, sites } from '../../make.ts'
import { act, type Open, useFolder } from '../fixture.ts'
import { keeping } from '../sending.ts'

const asked = content([ask.choice('val'), ask.text('ord')], {
  sites: sites('norr', 'syd'),
  breakdowns: ['channel'],
})
const at = '2027-08-31T07:00:00Z'
const order = { way: 'due', at } as const

/** Deleting as promised, and what keeps it from coming back. */
export function purgingContract(open: Open) {
  const folder = useFolder(open)

  /** Three dozen, in two channels, at two sites. */
  async function fill(store: Store) {
    for (let id = 0; id < 36; id += 1) {
      const fields = { val: id % 3 ? 'a' : 'b', ord: `Ord ${id}`, site: id % 4 ? 'norr' : 'syd' }
      await store.keep(keeping(asked, id, fields, { channel: channels[id % 2]! }))
    }
  }
  const answered = async () => {
    const store = await folder.with(asked)
    await fill(store)
    return store
  }
  const find = async (store: Store) => (await store.issued('prov'))!
  const finish = async (store: Store) => {
    while (await store.purgeSome());
    expect(await store.erase(() => at)).toBe(true)
  }

  test('a survey that was never released has its breakdowns decided first, then goes', async () => {
    const store = await answered()
    expect((await find(store)).final).toBe(false)
    expect(await store.beginPurge('prov', order)).toMatchObject({ responses: 36, texts: 36 })
    const release = (await store.release('nord', 'prov'))!
    expect(release.groups.filter(({ by }) => by === 'channel').length).toBeGreaterThan(1)
    expect(release.standing).toMatchObject({ number: 1, at })
    expect(await store.check()).toMatchObject({ ok: true, responses: 36 })
    await finish(store)
    expect(await store.check()).toEqual({ ok: true, responses: 0, faults: [] })
    expect(await store.release('nord', 'prov')).toEqual(release)
    expect(await store.beginPurge('prov', order)).toBeUndefined()
  })

  test('opened again while the release is decided, nothing is deleted; the next try does', async () => {
    const store = await answered()
    const purging = store.beginPurge('prov', order)
    const { moves } = await find(store)
    const reopening = { what: 'reopen', seen: moves.length, closes: '2028-01-01' } as const
    expect(await store.move('nord', 'prov', reopening, { by: 'test', at })).toBe('done')
    expect(await purging).toBeUndefined()
    expect(await find(store)).toMatchObject({ final: false, dates: { closed: false } })
    expect(await store.check()).toMatchObject({ ok: true, responses: 36 })
    expect(await store.erasures()).toEqual([])
    expect(await store.beginPurge('prov', order)).toMatchObject({ responses: 36 })
    expect((await find(store)).moves.at(-1)).toMatchObject({ what: 'close', by: 'svar' })
  })

  test('what has been moved since it was looked at stays as it is', async () => {
    const store = await answered()
    const { moves, questionnaire } = await find(store)
    const seen = { moves: moves.length + 1, questionnaire: questionnaire.number }
    expect(await store.beginPurge('prov', { ...order, seen })).toBeUndefined()
    expect(await find(store)).toMatchObject({ final: false, dates: { closed: false } })
  })

  test('cut short after the release was made, it is done by the next', async () => {
    const store = await answered()
    await store.closeSurvey('nord', 'prov', act)
    await store.finalise('prov', at)
    const release = await store.release('nord', 'prov')
    await folder.close()
    const next = folder.open()
    expect(await next.beginPurge('prov', order)).toMatchObject({ responses: 36, texts: 36 })
    expect(await next.release('nord', 'prov')).toEqual(release)
  })

  test('brought back over an older backup, its numbers take the place of an empty release', async () => {
    const store = await folder.with(asked)
    await store.closeSurvey('nord', 'prov', act)
    await store.finalise('prov', act.at)
    expect((await store.release('nord', 'prov'))!.standing).toMatchObject({ number: 1 })
    const body = JSON.stringify({ ...(await store.release('nord', 'prov')), standing: undefined })
    const release = { number: 2, body, hash: null, came: null, releasedAt: at }
    const participation = [['norr', 'web', 'sv', '2026-06-01', 20]] as [
      [string, string, string, string, number],
    ]
    const protocol = { on: '2027-08-31', retainUntil: '2027-08-31', decision: { sv: '1' } }
    const purge = await store.beginPurge('prov', {
      way: 'restore',
      at,
      protocol: { ...protocol, responses: 20, texts: 3, remains: { release, participation } },
    })
    expect(purge).toMatchObject({ way: 'restore', responses: 20, texts: 3, on: '2027-08-31' })
    expect((await store.release('nord', 'prov'))!.standing).toMatchObject({ number: 2 })
    expect((await store.participation('nord', 'prov'))!.responses).toBe(20)
    expect(await store.check()).toMatchObject({ ok: true, responses: 0 })
  })

  test('brought back from before all withdrew, the answers of a purged survey go again', async () => {
    const store = await answered()
    const body = JSON.stringify({ ...(await store.release('nord', 'prov')), final: true })
    const release = { number: 1, body, hash: null, came: null, releasedAt: at }
    const protocol = { on: '2027-08-31', retainUntil: '2027-08-31', decision: { sv: '1' } }
    const remains = { release, participation: [] }
    await store.beginPurge('prov', {
      way: 'restore',
      at,
      protocol: { ...protocol, responses: 0, texts: 0, remains },
    })
    await finish(store)
    expect(await store.check()).toEqual({ ok: true, responses: 0, faults: [] })
  })

  test('the ledger outlives the store, says a withdrawal once, and forgets it with the survey', async () => {
    const store = await answered()
    const withdrawal = { kind: 'withdrawal', survey: 'prov', date: '2026-07-01' } as const
    const key = hash('sha256', 'any', 'buffer')
    const one = { ...withdrawal, response: key.toString('hex') }
    await store.noteWithdrawals([one, one])
    await store.noteWithdrawals([one])
    await folder.close()
    const next = folder.open()
    expect(await next.erasures()).toEqual([one])
    expect([await next.owesErasure('2026-07-01'), await next.owesErasure('2026-07-02')]).toEqual([
      false,
      true,
    ])
    await next.beginPurge('prov', order)
    await finish(next)
    expect(await next.owesErasure('9999')).toBe(false)
    expect(await next.erasures()).toMatchObject([
      { kind: 'purge', survey: 'prov', responses: 36, remains: { release: { number: 1 } } },
    ])
  })
}
