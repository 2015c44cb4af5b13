import { expect, test } from 'vitest'
import { meanInterval, momentsOf } from '../../../src/survey/statistics/mean.ts'

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, data set ZARR13.DAT.
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
