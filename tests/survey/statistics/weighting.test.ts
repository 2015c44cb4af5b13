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

// The Analytical Group, WinCross help, "Weighting example": 120 men and 180 women of a population
// that is half and half weigh 1.25 and 0.8333.
// analyticalgroup.com/WinCrossHelp16/wincross_help/weighting_example.htm
test('as a handbook of weighting has them', () => {
  const weights = weightsFor([
    { id: 'men', n: 120, population: 1000 },
    { id: 'women', n: 180, population: 1000 },
  ])!
  expect(weights.of.get('men')).toBeCloseTo(1.25, 12)
  expect(weights.of.get('women')).toBeCloseTo(0.8333, 4)
})

// Askia, "Weighting efficiency": 24 people, each with a weight of her own, are 80.06 % as good as
// unweighted ones, which is 19. support.askia.com/hc/en-us/articles/360016182077
test('cost as much as the example of an agency says', () => {
  const given = [
    0.820508273, 1.027660121, 0.798126889, 1.813092082, 0.524670726, 1.682138128, 0.066485204,
    1.524746555, 0.571220139, 1.878748796, 0.070238083, 1.840453697, 0.683791839, 1.00838961,
    0.833383964, 1.330310173, 0.602917671, 1.257201562, 0.632265608, 1.451447184, 0.622107103,
    1.252551275, 0.966905785, 1.561603913,
  ]
  const people = given.map((weight, index) => ({ id: `${index}`, n: 1, population: weight }))
  const weights = weightsFor(people)!
  expect(1 / weights.effect).toBeCloseTo(0.8006, 4)
  expect(Math.round(weights.effective)).toBe(19)
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
