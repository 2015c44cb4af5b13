import { expect, test } from 'vitest'
import type { Keeping, Store } from '../../../src/store/store.ts'
import type { Release } from '../../../src/survey/release.ts'
import { seeded } from '../../random.ts'
import { act, nextTurn, type Open, useFolder } from '../fixture.ts'
import { keeping, randomKeeping, survey } from '../sending.ts'

const content = survey({ id: 'prov' })
const tables = content.questions
  .map(({ id }) => id)
  .filter((id) => !['text', 'hanging'].includes(id))

const releaseOf = async (store: Store) => (await store.release('nord', 'prov'))!

const isFinal = async (one: Store) => [
  (await one.surveyOf('nord', 'prov'))!.final,
  (await one.issued('prov'))!.final,
  (await one.allIssued())[0]!.final,
  (await one.surveys('nord'))[0]!.final,
]

/** Readers see closed batches but the newest, and after closing everything, once. */
export function numbersContract(open: Open) {
  const folder = useFolder(open)

  async function withRandom(count: number) {
    const store = await folder.with(content)
    const random = seeded('numbers')
    const sent = Array.from({ length: count }, (_, id) => randomKeeping(content, id, random))
    await Promise.all(sent.map((one) => store.keep(one)))
    return { store, sent }
  }

  test('of nothing is nothing', async () => {
    const store = await folder.with(content)
    expect(await releaseOf(store)).toMatchObject({ final: false, released: 0, smallestGroup: 5 })
    expect(await store.participation('nord', 'prov')).toMatchObject({ responses: 0, bySite: {} })
  })

  test('while open, per site and question the closed batches except the newest', async () => {
    const { store, sent } = await withRandom(400)
    const release = await releaseOf(store)
    for (const group of ['none', 'norr', 'syd', 'öst']) {
      const site = group === 'none' ? '' : group
      for (const id of tables) {
        const expected = counted(shown(sent, id, site))
        expect(shownIn(release, group, id), `${group}, ${id}`).toEqual(expected)
      }
    }
    const sum = release.groups.slice(1).reduce((sum, group) => sum + group.released, 0)
    expect([release.released, release.groups[0]!.released]).toEqual([sum, sum])
    expect(sum).toBeGreaterThan(360)
  })

  test('after closing everyone, and once', async () => {
    const { store, sent } = await withRandom(300)
    await store.closeSurvey('nord', 'prov', act)
    await store.finalise('prov', act.at)
    const release = await releaseOf(store)
    expect(release).toMatchObject({ final: true, released: 300 })
    for (const id of tables) {
      expect(shownIn(release, 'all', id), id).toEqual(counted(cellsOf(sent, id)))
    }
    await store.finalise('prov', '2027-01-01T00:00:00Z')
    expect(await releaseOf(store)).toEqual(release)
    await folder.close()
    expect(await releaseOf(folder.open())).toEqual(release)
  })

  test('stands whatever is issued afterwards, unless nobody is in it', async () => {
    const later = { ...content, closes: '2026-12-31' }
    const { store } = await withRandom(30)
    await store.finalise('prov', act.at)
    const release = await releaseOf(store)
    await expect(store.issue('nord', 'prov', later, act)).rejects.toMatchObject({ code: 'closed' })
    expect(await releaseOf(store)).toEqual(release)
    const empty = await folder.with({ ...content, id: 'tom' })
    await empty.finalise('tom', act.at)
    expect(await empty.issue('nord', 'tom', { ...later, id: 'tom' }, act)).toBe(2)
    expect((await empty.release('nord', 'tom'))!.final).toBe(false)
  })

  test('is final for everyone who asks from then on', async () => {
    const store = await folder.with(content)
    const other = folder.open()
    expect(await isFinal(other)).toEqual([false, false, false, false])
    await store.finalise('prov', act.at)
    expect(await isFinal(store)).toEqual([true, true, true, true])
    await nextTurn()
    expect(await isFinal(other)).toEqual([true, true, true, true])
  })

  test('a survey that is unknown or a draft has no final release', async () => {
    const store = await folder.with()
    await store.saveOrganisation({ id: 'nord', name: 'N', accent: '#0b5f66', demo: false }, act)
    await store.saveDraft('nord', content, {}, act)
    for (const id of ['prov', 'annan']) await store.finalise(id, act.at)
    expect(await store.release('nord', 'prov')).toBeUndefined()
    expect(await store.participation('nord', 'prov')).toMatchObject({ responses: 0 })
  })

  test('of participation is live', async () => {
    const store = await folder.with(content)
    const of = (id: number, site: string, date: string) =>
      store.keep(keeping(content, id, { site }, { date, channel: id > 1 ? 'qr' : 'web' }))
    await of(1, '', '2026-06-02')
    await of(2, 'norr', '2026-06-01')
    await of(3, 'norr', '2026-06-02')
    expect(await store.participation('nord', 'prov')).toEqual({
      responses: 3,
      bySite: { '': 1, norr: 2 },
      byDay: { '2026-06-01': 1, '2026-06-02': 2 },
      byChannel: { qr: 2, web: 1 },
      byLanguage: { sv: 3 },
    })
  })
}

/** The cells of each answer to a question, in the order of arrival. */
const cellsOf = (sent: Keeping[], id: string) =>
  sent
    .flatMap(({ counts }) => counts.filter(({ question }) => question === id))
    .map(({ cells }) => cells)

/** The rule in other words: after each fifth response here, five or more new answers move on. */
function shown(sent: Keeping[], id: string, site: string): string[][] {
  const here = sent.filter(({ response }) => response.site === site)
  const stretches: string[][][] = []
  let stretch: string[][] = []
  for (let end = 5; end <= here.length; end += 5) {
    stretch.push(...cellsOf(here.slice(end - 5, end), id))
    if (stretch.filter((cells) => cells.includes('')).length < 5) continue
    stretches.push(stretch)
    stretch = []
  }
  return stretches.slice(0, -1).flat()
}

function counted(answers: string[][]): Record<string, number> {
  const groups = Object.entries(
    Object.groupBy(answers.flat(), (cell) => cell.replace(/#[2-9]/, '')),
  )
  return Object.fromEntries(groups.map(([cell, all]) => [cell, all!.length]))
}

/** The same of a released table; of a ranking its first places, how often an option is in it, pairs. */
function shownIn(release: Release, group: string, id: string): Record<string, number> {
  const { questions } = release.groups.find((one) => one.id === group)!
  const table = questions.find((one) => one.id === id)!
  const rows = table.options.flatMap(({ id, count, first = 0 }) =>
    table.kind === 'ranking'
      ? [
          [`${id}#1`, first],
          [id, count - first],
        ]
      : [[id, count]],
  )
  const pairs = Object.entries(table.wins ?? {}).flatMap(([before, over]) =>
    Object.entries(over).map(([after, count]) => [`${before}>${after}`, count]),
  )
  if (table.wins) pairs.push(['>', table.n])
  const all = [['', table.n], ...rows, ...pairs, ['dontknow', table.dontKnow ?? 0]] as [
    string,
    number,
  ][]
  return Object.fromEntries(all.filter(([, count]) => count > 0))
}
