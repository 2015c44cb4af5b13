import { expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { act, type Open, useFolder } from '../fixture.ts'
import { keeping, survey } from '../sending.ts'

const content = survey()

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

async function write(store: Store, from: number, to: number, site = 'norr') {
  const at = content.sites.findIndex((one) => one.id === site)
  for (let id = from; id < to; id += 1) {
    await store.keep(keeping(content, `${at}-${id}`, { site, text: `${id}` }))
  }
}

/** The texts, which are numbers here, sorted. */
async function read(store: Store, field = 'text', most = 1000) {
  const groups = await store.texts('nord', 'prov', field, most)
  return groups.map(({ group, texts, more }) => {
    return { group, texts: texts.map(Number).toSorted((a, b) => a - b), more }
  })
}

/** Free texts are read in batches, apart from their responses, in an order that tells nothing. */
export function textsContract(open: Open) {
  const folder = useFolder(open)
  test('only those of shown batches', async () => {
    const store = await folder.with(content)
    for (let sent = 0; sent < 23; sent += 1) {
      const shown = upTo(Math.max(0, Math.floor(sent / 5) * 5 - 5))
      const expected = shown.length > 0 ? [{ group: 'norr', texts: shown, more: 0 }] : []
      expect(await read(store), `${sent} sent`).toEqual(expected)
      await write(store, sent, sent + 1)
    }
  })

  test('by site, and no more than asked for', async () => {
    const store = await folder.with(content)
    await write(store, 0, 12, 'norr')
    await write(store, 0, 17, 'syd')
    await write(store, 0, 9, 'öst')
    await write(store, 0, 10, '')
    expect(await read(store)).toEqual([
      { group: 'none', texts: upTo(5), more: 0 },
      { group: 'norr', texts: upTo(5), more: 0 },
      { group: 'syd', texts: upTo(10), more: 0 },
    ])
    const few = await read(store, 'text', 3)
    expect(few.map(({ group, texts, more }) => [group, texts.length, more])).toEqual([
      ['none', 3, 2],
      ['norr', 3, 2],
      ['syd', 3, 7],
    ])
    expect(await read(store, 'hanging')).toEqual([])
    expect(await read(store, 'choice')).toEqual([])
    expect(await read(store, "'; DROP TABLE texts; --")).toEqual([])
  })

  test('the words of "other" as well', async () => {
    const store = await folder.with(content)
    for (let id = 0; id < 10; id += 1) {
      await store.keep(keeping(content, id, { site: 'syd', 'choices.other': `${id}` }))
    }
    expect(await read(store, 'choices.other')).toEqual([{ group: 'syd', texts: upTo(5), more: 0 }])
  })

  test('after closing all, pooled where a site has few', async () => {
    const store = await folder.with(content)
    await write(store, 0, 13, 'norr')
    await write(store, 0, 11, 'syd')
    await write(store, 100, 103, 'öst')
    await store.closeSurvey('nord', 'prov', act)
    await store.finalise('prov', act.at)
    const pooled = [...upTo(11), 100, 101, 102]
    expect(await read(store)).toEqual([
      { group: 'norr', texts: upTo(13), more: 0 },
      { group: 'others', texts: pooled, more: 0 },
    ])
    expect((await read(store, 'text', 4)).map(({ more }) => more)).toEqual([9, 10])
  })

  test('none at all after closing where there are too few', async () => {
    const store = await folder.with(content)
    await write(store, 0, 4)
    for (let id = 0; id < 20; id += 1) await store.keep(keeping(content, id, { site: 'syd' }))
    await store.finalise('prov', act.at)
    expect(await read(store)).toEqual([])
  })

  // Of 300 in random order about half the pairs stand the other way; six deviations are allowed.
  test('in an order that does not follow that of arrival', async () => {
    const store = await folder.with(content)
    const n = 300
    const all = upTo(n + 5).map((id) => keeping(content, id, { site: 'norr', text: `${id}` }))
    await Promise.all(all.map((one) => store.keep(one)))
    const [group] = await store.texts('nord', 'prov', 'text', 1000)
    const order = group!.texts.map(Number)
    expect(order.toSorted((a, b) => a - b)).toEqual(upTo(n))
    let turned = 0
    for (const [index, first] of order.entries()) {
      turned += order.slice(index + 1).filter((second) => second < first).length
    }
    const deviation = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 72)
    expect(Math.abs(turned - (n * (n - 1)) / 4)).toBeLessThan(6 * deviation)
    expect((await store.texts('nord', 'prov', 'text', 1000))[0]!.texts).toEqual(group!.texts)
  })
}
