import { describe, expect, test } from 'vitest'
import { differenceInterval, shareInterval } from '../../../src/survey/statistics/share.ts'

describe('the interval of a share', () => {
  // R's own prop.test without continuity correction, as printed in the stored results of
  // github.com/insightsengineering/cards, tests/testthat/_snaps/proportion_ci.md.
  test('all or none of 32', () => {
    expect(shareInterval(1, 32)).toEqual({ low: expect.closeTo(0.892_820_8, 7), high: 1 })
    expect(shareInterval(0, 32)).toEqual({ low: 0, high: expect.closeTo(0.107_179_2, 7) })
  })

  // The paper could not be opened, only its summary: these numbers are from memory, and each was
  // worked out again from the formula. R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
  // Medicine 17 (1998), table I, method 3 (score).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (count, n, low, high) => {
    const interval = shareInterval(count / n, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  // A. Agresti and B. A. Coull, The American Statistician 52 (1998): the score interval's middle
  // is (count + z²/2) / (n + z²).
  test('its middle is drawn towards a half as Agresti and Coull say', () => {
    const { low, high } = shareInterval(0.1, 30)
    expect((low + high) / 2).toBeCloseTo((3 + 3.841_459 / 2) / (30 + 3.841_459), 6)
  })

  test('everyone is everyone, and nobody nobody, but not for sure', () => {
    expect(shareInterval(1, 8)).toEqual({ low: expect.closeTo(0.6756, 4), high: 1 })
    expect(shareInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })

  // By hand: 50 of 100 asked count for 50·99/50 = 99, so Wilson's with n = 99 stands.
  test('half of the population asked makes it narrower', () => {
    expect(shareInterval(0.4, 50, 100)).toEqual(shareInterval(0.4, 99))
  })

  test('where all have answered there is nothing left to guess', () => {
    expect(shareInterval(0.4, 50, 50)).toEqual({ low: 0.4, high: 0.4 })
    expect(shareInterval(0.4, 50, 49)).toEqual(shareInterval(0.4, 50))
  })
})

describe('the interval of a difference', () => {
  // 5 of 56 and 0 of 29, example (d), were read at rdrr.io/cran/ratesci/src/tests/testthat/test3.R,
  // "legacy & new methods match published examples"; the others are from memory, and each was
  // worked out again from the formula. R. G. Newcombe, Interval estimation for the difference between independent proportions,
  // Statistics in Medicine 17 (1998), table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d of %d and %d of %d', (count, n, other, of, low, high) => {
    const interval = differenceInterval({ count, n }, { count: other, n: of })
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
})
