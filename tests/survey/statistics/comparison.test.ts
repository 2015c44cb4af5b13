import { describe, expect, test } from 'vitest'
import type { Release } from '../../../src/survey/release.ts'
import { compareSites, populationsOf } from '../../../src/survey/statistics/comparison.ts'
import { intervalOf, measuresOf } from '../../../src/survey/statistics/measure.ts'
import { weightedTable } from '../../../src/survey/statistics/weighted-table.ts'
import { tableOf } from '../../../src/survey/table.ts'
import { ask, options, questionnaire } from '../../make.ts'

const question = ask.choice('val', { options: options('ja', 'nej') })
const scale = ask.scale('skala')
const rank = ask.ranking('rang', { options: options('a', 'b', 'c'), max: 2 })
const places = [
  { id: 'norr', name: { sv: 'Norr' }, listed: 3000 },
  { id: 'syd', name: { sv: 'Syd' }, listed: 1000 },
  { id: 'ost', name: { sv: 'Öst' }, listed: 1000 },
]
const survey = questionnaire([question, scale, rank], { sites: places })

type Counted = Record<string, Record<string, number>>

/** A release of one question with these cells at each site. */
function released(asked: typeof question, bySite: Counted): Release {
  const cells = (site: string) => new Map(Object.entries(bySite[site]!))
  const whole = new Map<string, number>()
  for (const site of Object.keys(bySite)) {
    for (const [id, count] of cells(site)) whole.set(id, (whole.get(id) ?? 0) + count)
  }
  const group = (by: 'all' | 'site', id: string, counted: Map<string, number>) => {
    const table = tableOf(asked, counted)
    return { by, id, released: table.n, questions: [table] }
  }
  const groups = [
    group('all', 'all', whole),
    ...Object.keys(bySite).map((site) => group('site', site, cells(site))),
  ]
  const { smallestGroup } = survey
  return { final: false, released: 0, smallestGroup, groups, pooled: {}, unshown: [] }
}

const yes = (ja: number, nej: number) => ({ '': ja + nej, ja, nej })

describe('sites beside the others', () => {
  test('differ only as far as their numbers carry', () => {
    const release = released(question, { norr: yes(90, 10), syd: yes(52, 48), ost: yes(12, 8) })
    const judged = compareSites(question, release, populationsOf(survey, release, true))
    expect(judged.map(({ group, measure, verdict }) => `${group} ${measure} ${verdict}`)).toEqual([
      'norr ja clearly-higher',
      'norr nej clearly-lower',
      'syd ja clearly-lower',
      'syd nej clearly-higher',
      'ost ja alike',
      'ost nej alike',
    ])
  })

  test('by the mean of a scale', () => {
    const at = (low: number, high: number) => ({ '': low + high, '2': low, '4': high })
    const release = released(scale, { norr: at(10, 40), syd: at(30, 20), ost: at(3, 2) })
    const judged = compareSites(scale, release, populationsOf(survey, release, true))
    expect(judged.map(({ verdict }) => verdict)).toEqual(['clearly-higher', 'clearly-lower', 'few'])
  })

  test('alone, or where the whole is withheld, there is nothing to compare', () => {
    const alone = released(question, { norr: yes(90, 10) })
    expect(compareSites(question, alone, () => undefined)).toEqual([])
    const hidden = released(question, { norr: yes(90, 10), syd: yes(5, 50) })
    hidden.groups[0]!.questions[0]!.withheld = true
    expect(compareSites(question, hidden, () => undefined)).toEqual([])
  })
})

describe('the listed', () => {
  const release = released(question, { norr: yes(9, 1), syd: yes(5, 5), ost: yes(1, 9) })
  test('of a site, of merged ones, of all', () => {
    const merged = { by: 'site' as const, id: 'others', sites: ['syd', 'ost'], released: 9 }
    const groups = [...release.groups, { ...merged, questions: [] }]
    const populations = populationsOf(survey, { ...release, groups }, true)
    expect(['norr', 'others', 'all', 'none'].map(populations)).toEqual([
      3000,
      2000,
      5000,
      undefined,
    ])
    expect(populationsOf(survey, release, false)('all')).toBeUndefined()
  })

  test('of all are not known where someone named no site', () => {
    const none = { by: 'site' as const, id: 'none', released: 5, questions: [] }
    const groups = [...release.groups, none]
    expect(populationsOf(survey, { ...release, groups }, true)('all')).toBeUndefined()
  })
})

describe('weighted by site', () => {
  // By hand: norr has 3/5 of the listed and 80 %, syd and ost 1/5 each with 50 % and 20 %.
  test('each counts for its part of the listed', () => {
    const release = released(question, { norr: yes(8, 2), syd: yes(20, 20), ost: yes(10, 40) })
    const weighted = weightedTable('val', release, populationsOf(survey, release, true))!
    expect(weighted.table.n).toBe(100)
    expect(weighted.table.options[0]!.count).toBeCloseTo(
      100 * (0.6 * 0.8 + 0.2 * 0.5 + 0.2 * 0.2),
      10,
    )
    const { effect } = weighted.weights
    expect(effect).toBeCloseTo((10 * 36 + 40 * 0.25 + 50 * 0.16) / 100, 10)
    const [plain] = measuresOf(question, release.groups[0]!.questions[0]!)
    const [measure] = measuresOf(question, weighted.table, { effect })
    const width = (one: typeof plain) => intervalOf(one!)!.high - intervalOf(one!)!.low
    expect(width(measure)).toBeGreaterThan(1.5 * width(plain))
  })

  test('not where a site is withheld, or has no number of listed', () => {
    const release = released(question, { norr: yes(8, 2), syd: yes(20, 20), none: yes(10, 0) })
    const populations = populationsOf(survey, release, true)
    expect(weightedTable('val', release, populations)!.outside).toBe(10)
    release.groups[1]!.questions[0]!.withheld = true
    expect(weightedTable('val', release, populations)).toBeUndefined()
    expect(weightedTable('val', release, () => undefined)).toBeUndefined()
  })
})

// By hand: 6 put a first, 2 second; 2 gave it no place and count as third: 16/10.
test('a mean place counts those who gave none', () => {
  const cells = { '': 10, 'a#1': 6, 'a#2': 2, 'b#1': 4, 'b#2': 4, 'c#2': 4 }
  const release = released(rank, { norr: cells })
  const table = release.groups[0]!.questions[0]!
  const [a] = measuresOf(rank, table)
  expect(a).toMatchObject({ id: 'a', mean: { n: 10, mean: 1.6 } })
  expect(table.options[0]!.meanRank).toBeCloseTo(1.6, 12)
})
