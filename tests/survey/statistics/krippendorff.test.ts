import { describe, expect, test } from 'vitest'
import { nominalAlpha } from '../../../src/survey/statistics/krippendorff.ts'

/** Units of what observers said, a line each; `.` where one said nothing. */
function unitsOf(...observers: string[]): string[][] {
  const lines = observers.map((line) => line.split(' '))
  return lines[0]!.map((_, unit) =>
    lines.map((line) => line[unit]!).filter((value) => value !== '.'),
  )
}

// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, sections A to C. The paper
// itself (repository.upenn.edu/asc_papers/43) could not be opened: C's data and 0.743 were read in
// code that quotes its page 8; A and B are from memory, and what they say was worked out again.
describe('as published', () => {
  // Wikipedia, "Krippendorff's alpha", A computational example, with the result 0.691 as read in
  // github.com/dallascard/krippendorff_alpha, README.md.
  test('three observers of fifteen units, most of them silent somewhere: 0.691', () => {
    const units = unitsOf(
      '. . . . . 3 4 1 2 1 1 3 3 . 3',
      '1 . 2 1 3 3 4 3 . . . . . . .',
      '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    )
    expect(nominalAlpha(units)).toBeCloseTo(0.691, 3)
  })

  test('A: binary data, two observers, no missing data: 0.095', () => {
    const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
    expect(nominalAlpha(units)).toBeCloseTo(0.095, 3)
  })

  test('B: nominal data, two observers, no missing data: 0.692', () => {
    const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
    expect(nominalAlpha(units)).toBeCloseTo(0.692, 3)
  })

  test('C: nominal data, any number of observers, missing data: 0.743', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    )
    expect(nominalAlpha(units)).toBeCloseTo(0.743, 3)
  })
})

test('full agreement is 1; without anything to compare, or without variation, there is none', () => {
  expect(nominalAlpha(unitsOf('a b a', 'a b a'))).toBe(1)
  expect(nominalAlpha(unitsOf('a a a', 'a a a'))).toBeUndefined()
  expect(nominalAlpha([['a'], ['b'], []])).toBeUndefined()
})
