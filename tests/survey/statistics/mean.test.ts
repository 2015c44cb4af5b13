import { expect, test } from 'vitest'
import { meanInterval, momentsOf } from '../../../src/survey/statistics/mean.ts'

// From memory, not opened: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, data set ZARR13.DAT.
test('the interval of the handbook’s mean', () => {
  const interval = meanInterval({ n: 195, mean: 9.26146, variance: 0.022_789 ** 2 })!
  expect(interval.low).toBeCloseTo(9.258_242, 5)
  expect(interval.high).toBeCloseTo(9.264_679, 5)
})

// By hand: 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and squares of 32; 2.3646 · √(32/7/8) = 1.7875.
test('moments of counted values', () => {
  const counted = { 2: 1, 4: 3, 5: 2, 7: 1, 9: 1 }
  const values = Object.entries(counted).map(([value, count]) => ({ value: Number(value), count }))
  const moments = momentsOf(values)
  expect(moments).toEqual({ n: 8, mean: 5, variance: 32 / 7 })
  expect(meanInterval(moments)!.high).toBeCloseTo(6.7875, 3)
})

// A worked exercise with σ = 10 and n = 53: of 500 the factor is 0.946462669 and the standard error
// 1.300066459, of 5 000 it is 1.366442785. homeworksource.com/p/1034589.
test.each([
  [500, 1.300_066_459],
  [5000, 1.366_442_785],
])('of a population of %d it is as wide as the exercise says', (population, error) => {
  const moments = { n: 53, mean: 0, variance: 100 }
  const free = meanInterval(moments)!.high
  const bound = meanInterval(moments, population)!.high
  expect(bound / free).toBeCloseTo(error / (10 / Math.sqrt(53)), 8)
})

test('a known population makes it narrower by the square root of (N−n)/(N−1)', () => {
  const moments = { n: 50, mean: 3, variance: 1 }
  const reach = meanInterval(moments)!.high - 3
  expect(meanInterval(moments, 100)!.high - 3).toBeCloseTo(reach * Math.sqrt(50 / 99), 12)
  expect(meanInterval(moments, 50)).toEqual({ low: 3, high: 3 })
})

test('what all say alike, or one alone, has no interval', () => {
  expect(meanInterval(momentsOf([{ value: 5, count: 12 }]))).toBeUndefined()
  expect(meanInterval(momentsOf([{ value: 5, count: 1 }]))).toBeUndefined()
})
