import { expect, test } from 'vitest'
import { weightsFor } from '../../../src/survey/statistics/weighting.ts'

// By hand: 80 and 20 answered of 500 and 500 listed, so an answer counts for 0.625 and 2.5;
// Σw² = 80·0.390625 + 20·6.25 = 156.25, so the effect is 1.5625 and 100 count for 64.
test('weights, design effect and effective size', () => {
  const weights = weightsFor([
    { id: 'a', n: 80, population: 500 },
    { id: 'b', n: 20, population: 500 },
  ])!
  expect([...weights.of]).toEqual([
    ['a', 0.625],
    ['b', 2.5],
  ])
  expect(weights).toMatchObject({ n: 100, effect: 1.5625, effective: 64 })
})

test('in proportion they change nothing', () => {
  const weights = weightsFor([
    { id: 'a', n: 30, population: 300 },
    { id: 'b', n: 70, population: 700 },
  ])!
  expect([...weights.of.values()]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)])
  expect(weights.effect).toBeCloseTo(1, 12)
})

test('a site without answers stays out, and one alone cannot be weighted', () => {
  const strata = [
    { id: 'a', n: 30, population: 300 },
    { id: 'b', n: 0, population: 700 },
  ]
  expect(weightsFor(strata)).toBeUndefined()
  expect(weightsFor([...strata, { id: 'c', n: 10, population: 300 }])!.of.has('b')).toBe(false)
})
