import { expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { act, issue, type Open, useFolder } from '../fixture.ts'
import { keeping, survey } from '../sending.ts'

async function responses(store: Store, id = 'prov') {
  return (await store.participation('nord', id))!.responses
}

/** A response is kept once, whatever its sender does, and what was acknowledged stays. */
export function keepContract(open: Open) {
  const folder = useFolder(open)
  const content = survey()
  const yes = { choice: 'b', site: 'norr', text: 'Hej' }

  test('once, however often it is sent', async () => {
    const store = await folder.with(content)
    expect(await store.isKept('prov', 'sending-1')).toBe(false)
    expect(await store.keep(keeping(content, 1, yes))).toBe('kept')
    expect(await store.keep(keeping(content, 1, yes))).toBe('already')
    expect(await store.keep(keeping(content, 1, { choice: 'c' }))).toBe('already')
    expect(await store.isKept('prov', 'sending-1')).toBe(true)
    expect(await responses(store)).toBe(1)
    expect(await store.check()).toEqual({ ok: true, responses: 1, faults: [] })
  })

  test('many of one turn are all acknowledged, each counted once', async () => {
    const store = await folder.with(content)
    const all = Array.from({ length: 300 }, (_, index) => keeping(content, index % 200, yes))
    const outcomes = await Promise.all(all.map((one) => store.keep(one)))
    expect(outcomes).toEqual(all.map((_, index) => (index < 200 ? 'kept' : 'already')))
    expect(await responses(store)).toBe(200)
    expect((await store.release('nord', 'prov'))!.released).toBe(195)
    expect(await store.check()).toMatchObject({ ok: true, responses: 200 })
  })

  test('the same id to two surveys is two responses', async () => {
    const other = survey({ id: 'annan' })
    const store = await folder.with(content, other)
    const both = [store.keep(keeping(content, 1, yes)), store.keep(keeping(other, 1, yes))]
    expect(await Promise.all(both)).toEqual(['kept', 'kept'])
    expect(await store.isKept('annan', 'sending-1')).toBe(true)
    expect([await responses(store), await responses(store, 'annan')]).toEqual([1, 1])
    expect(await store.check()).toMatchObject({ ok: true, responses: 2 })
  })

  test('ids that differ in case or an end are different', async () => {
    const store = await folder.with(content)
    for (const id of ['Abc', 'abc', 'abc-', 'abc_']) {
      expect(await store.keep(keeping(content, id, yes))).toBe('kept')
    }
    expect(await responses(store)).toBe(4)
  })

  test('what was acknowledged is there when it is opened again', async () => {
    const store = await folder.with(content)
    const all = Array.from({ length: 12 }, (_, index) => store.keep(keeping(content, index, yes)))
    await Promise.all(all)
    const release = await store.release('nord', 'prov')
    await folder.close()
    const again = folder.open()
    expect(await again.keep(keeping(content, 3, yes))).toBe('already')
    expect(await again.release('nord', 'prov')).toEqual(release)
    expect(await again.check()).toMatchObject({ ok: true, responses: 12 })
  })

  test('closing waits for what is under way', async () => {
    const store = await folder.with(content)
    const all = Array.from({ length: 50 }, (_, index) => store.keep(keeping(content, index, yes)))
    await store.close()
    expect(new Set(await Promise.all(all))).toEqual(new Set(['kept']))
    expect(await responses(folder.open())).toBe(50)
  })

  test('a sending that breaks the rules of the store leaves no trace', async () => {
    const store = await folder.with(content)
    const broken = keeping(content, 99, yes)
    const odd = { ...broken, response: { ...broken.response, date: null as unknown as string } }
    const burst = [keeping(content, 1, yes), keeping(content, 2, yes), odd]
    const [first, second, third] = await Promise.allSettled(burst.map((one) => store.keep(one)))
    expect(third!.status).toBe('rejected')
    for (const [id, outcome] of [first!, second!].entries()) {
      const again = await store.keep(burst[id]!)
      expect(again).toBe(outcome.status === 'fulfilled' ? 'already' : 'kept')
    }
    expect(await store.keep(keeping(content, 3, yes))).toBe('kept')
    expect(await store.check()).toEqual({ ok: true, responses: 3, faults: [] })
  })

  test('to an older questionnaire counts with the newer', async () => {
    const newer = { ...content, title: { sv: 'Nytt' } }
    const store = await folder.with(content)
    await store.keep(keeping(content, 1, yes))
    expect(await issue(store, newer)).toBe(2)
    await store.keep(keeping(content, 2, yes))
    await store.keep(keeping(newer, 3, yes, { number: 2 }))
    expect(await store.check()).toMatchObject({ ok: true, responses: 3 })
  })

  test('nothing new once the final release stands, but what was kept is still known', async () => {
    const store = await folder.with(content)
    for (let id = 1; id <= 12; id += 1) await store.keep(keeping(content, id, yes))
    await store.closeSurvey('nord', 'prov', act)
    expect(await store.keep(keeping(content, 13, yes))).toBe('kept')
    await store.finalise('prov', act.at)
    const release = await store.release('nord', 'prov')
    const late = [store.keep(keeping(content, 14, yes)), store.keep(keeping(content, 13, yes))]
    expect(await Promise.all(late)).toEqual(['closed', 'already'])
    expect(await store.isKept('prov', 'sending-14')).toBe(false)
    expect(await store.release('nord', 'prov')).toEqual(release)
    expect(await responses(store)).toBe(13)
    expect(await store.check()).toMatchObject({ ok: true, responses: 13 })
  })
}
