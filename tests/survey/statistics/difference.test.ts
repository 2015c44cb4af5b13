import { describe, expect, test } from 'vitest'
import { meanDifference, shareDifference } from '../../../src/survey/statistics/difference.ts'
import { holm, verdicts } from '../../../src/survey/statistics/verdict.ts'

describe('two means', () => {
  // From memory, not opened: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.3, data set AUTO83B.DAT: with unequal
  // variances T = −12.94627 and 136.8750 degrees of freedom.
  test('of the handbook differ', () => {
    const us = { n: 249, mean: 20.144_58, variance: 6.4147 ** 2 }
    const japan = { n: 79, mean: 30.481_01, variance: 6.107_71 ** 2 }
    const { by, p } = meanDifference(us, japan)!
    expect(by).toBeCloseTo(-10.336_43, 5)
    expect(p).toBeLessThan(1e-20)
    const scale = by / -12.946_27
    expect(scale).toBeCloseTo(Math.sqrt(us.variance / us.n + japan.variance / japan.n), 4)
  })

  // By hand: 0.5 / √(1/20 + 1/20) = 1.5811 with 38 degrees of freedom, which the handbook's table
  // (1.3.6.7.2) puts between 1.304 (0.90) and 1.686 (0.95).
  test('that are close are told from chance by Student’s distribution', () => {
    const one = { n: 20, mean: 3, variance: 1 }
    const { p } = meanDifference(one, { ...one, mean: 2.5 })!
    expect(p).toBeGreaterThan(0.1)
    expect(p).toBeLessThan(0.2)
    expect(meanDifference(one, { ...one, mean: 3 - 1.686 * Math.sqrt(0.1) })!.p).toBeCloseTo(0.1, 3)
  })

  test('of few, or of those who all say the same, are not compared', () => {
    const many = { n: 30, mean: 3, variance: 1 }
    expect(meanDifference({ ...many, n: 9 }, many)).toBeUndefined()
    expect(meanDifference({ ...many, variance: 0 }, { ...many, variance: 0 })).toBeUndefined()
  })
})

describe('two shares', () => {
  // By hand: 56/70 and 48/80 have 104/150 in common; z = 0.2 / √(0.69333·0.30667·(1/70+1/80)).
  test('by the common share', () => {
    const { by, p } = shareDifference({ count: 56, n: 70 }, { count: 48, n: 80 })!
    expect(by).toBeCloseTo(0.2, 12)
    expect(p).toBeCloseTo(0.008_03, 4)
  })

  test('with fewer than five expected are not compared', () => {
    expect(shareDifference({ count: 4, n: 9 }, { count: 30, n: 60 })).toBeUndefined()
    expect(shareDifference({ count: 0, n: 40 }, { count: 3, n: 60 })).toBeUndefined()
    expect(shareDifference({ count: 0, n: 0 }, { count: 3, n: 60 })).toBeUndefined()
    expect(shareDifference({ count: 5, n: 10 }, { count: 30, n: 60 })).toEqual({ by: 0, p: 1 })
  })

  test('are told apart more easily when most of the population has answered', () => {
    const [one, other] = [
      { count: 30, n: 60 },
      { count: 40, n: 60 },
    ]
    const free = shareDifference(one, other)!.p
    const most = shareDifference({ ...one, population: 70 }, { ...other, population: 70 })!.p
    expect(free).toBeGreaterThan(0.05)
    expect(most).toBeLessThan(0.001)
  })
})

describe('many comparisons', () => {
  // S. Holm (1979), by hand: 4·0.005, 3·0.011, 2·0.02, 1·0.04, none below the one before it.
  test('are adjusted by Holm', () => {
    const expected = [0.033, 0.02, 0.04, 0.04]
    expect(holm([0.011, 0.005, 0.02, 0.04])).toEqual(expected.map((p) => expect.closeTo(p, 12)))
    expect(holm([0.6, 0.7])).toEqual([1, 1])
    expect(holm([])).toEqual([])
  })

  test('become words', () => {
    const of = (p: number, by = 1) => ({ by, p })
    expect(verdicts([of(0.001), of(0.02, -1), of(0.5), undefined])).toEqual([
      'clearly-higher',
      'lower',
      'alike',
      'few',
    ])
    expect(verdicts([of(0.03)])).toEqual(['higher'])
    expect(verdicts(Array.from({ length: 20 }, () => of(0.03)))).toEqual(Array(20).fill('alike'))
  })
})
