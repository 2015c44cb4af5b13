import { expect, test } from 'vitest'
import { normalBelow, Z } from '../../../src/survey/statistics/normal.ts'
import { studentBelow, studentQuantile } from '../../../src/survey/statistics/student.ts'

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1: area from 0 to z.
test.each([
  [0.5, 0.19146],
  [1, 0.34134],
  [1.96, 0.475],
  [2.58, 0.49506],
  [3, 0.49865],
])('the normal distribution below %d', (z, area) => {
  expect(normalBelow(z) - 0.5).toBeCloseTo(area, 5)
  expect(normalBelow(-z) + normalBelow(z)).toBeCloseTo(1, 14)
})

test('far out it is small and still right', () => {
  // NIST Digital Library of Mathematical Functions, 7.12.1: erfc(x) by its asymptotic series.
  expect(normalBelow(-8)).toBeCloseTo(6.22096e-16, 20)
  expect(normalBelow(-40)).toBe(0)
  expect(normalBelow(Z)).toBeCloseTo(0.975, 14)
})

// NIST/SEMATECH e-Handbook, 1.3.6.7.2: critical values of Student's t, 0.975.
test.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [5, 2.571],
  [10, 2.228],
  [30, 2.042],
  [60, 2.0],
  [100, 1.984],
])('Student’s distribution with %d degrees of freedom', (freedom, critical) => {
  expect(studentQuantile(freedom)).toBeCloseTo(critical, 3)
  expect(studentBelow(-studentQuantile(freedom), freedom)).toBeCloseTo(0.025, 12)
})

test('with many degrees of freedom it is the normal distribution', () => {
  expect(studentQuantile(1e7)).toBeCloseTo(Z, 6)
  expect(studentBelow(0, 4)).toBe(0.5)
})
