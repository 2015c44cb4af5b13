import { expect, test } from 'vitest'
import type { Keeping, Store } from '../../../src/store/store.ts'
import { seeded } from '../../random.ts'
import { act, type Open, useFolder } from '../fixture.ts'
import { keeping, randomKeeping, survey } from '../sending.ts'

const surveys = [
  survey({ id: 'ett' }),
  survey({ id: 'två', smallestGroup: 7 }),
  survey({ id: 'tre', sites: survey().sites.toReversed(), smallestGroup: 12 }),
]

/** Sends in bursts of up to 40 by turns to the stores, some of them again. */
async function sendMany(stores: Store[], count: number, random: () => number) {
  const kept: Keeping[] = []
  while (kept.length < count) {
    const burst = Array.from({ length: 1 + Math.floor(random() * 40) }, (_, index) => {
      const again = kept[Math.floor(random() * kept.length * 8)]
      const content = surveys[Math.floor(random() * surveys.length)]!
      return again ?? randomKeeping(content, kept.length + index, random)
    })
    const store = stores[Math.floor(random() * stores.length)]!
    const outcomes = await Promise.all(burst.map((one) => store.keep(one)))
    kept.push(...burst.filter((_, index) => outcomes[index] === 'kept'))
  }
  return kept
}

/** What is counted is what was sent, whoever else writes. */
export function countingContract(open: Open) {
  const folder = useFolder(open)

  test('tallies, texts and participation equal a recount of random responses', async () => {
    const random = seeded('counting')
    const store = await folder.with(...surveys)
    const kept = await sendMany([store], 1500, random)
    const told: [number, number][] = []
    const checked = await store.check((done, of) => told.push([done, of]))
    expect(checked).toEqual({ ok: true, responses: kept.length, faults: [] })
    expect(told.at(-1)).toEqual([kept.length, kept.length])
    for (const { id } of surveys) await expectParticipation(store, id, kept)
  })

  test('no count is lost when two write by turns', async () => {
    const random = seeded('counting, two stores')
    const one = await folder.with(...surveys)
    const two = folder.open()
    const kept = await sendMany([one, two], 800, random)
    const both = Array.from({ length: 20 }, (_, id) => {
      const same = keeping(surveys[0]!, `both-${id}`, { choice: 'a', hanging: 'Hej' })
      return [one.keep(same), two.keep(same)]
    })
    const outcomes = await Promise.all(both.flat())
    expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(20)
    for (const store of [one, two]) {
      expect(await store.check()).toEqual({ ok: true, responses: kept.length + 20, faults: [] })
    }
    for (const { id } of surveys) {
      expect(await one.release('nord', id)).toEqual(await two.release('nord', id))
      expect(await one.participation('nord', id)).toEqual(await two.participation('nord', id))
    }
  })

  test("another's final release is noticed before the next response", async () => {
    const one = await folder.with(...surveys)
    const two = folder.open()
    const send = (store: Store, id: number) => store.keep(keeping(surveys[0]!, id))
    expect([await send(one, 1), await send(two, 2)]).toEqual(['kept', 'kept'])
    await one.closeSurvey('nord', 'ett', act)
    await one.finalise('ett', act.at)
    expect(await send(two, 3)).toBe('closed')
    expect(await two.check()).toMatchObject({ ok: true, responses: 2 })
  })
}

async function expectParticipation(store: Store, survey: string, kept: Keeping[]) {
  const responses = kept.map((one) => one.response).filter((one) => one.survey === survey)
  const by = (name: 'site' | 'date' | 'channel' | 'language') => {
    const groups = Object.entries(Object.groupBy(responses, (response) => response[name]))
    return Object.fromEntries(groups.map(([id, members]) => [id, members!.length]))
  }
  const participation = (await store.participation('nord', survey))!
  expect(participation).toEqual({
    responses: responses.length,
    bySite: by('site'),
    byDay: by('date'),
    byChannel: by('channel'),
    byLanguage: by('language'),
  })
  expect(Object.keys(participation.byDay)).toEqual(Object.keys(by('date')).toSorted())
}
