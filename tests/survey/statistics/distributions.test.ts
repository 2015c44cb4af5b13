import { expect, test } from 'vitest'
import { normalBelow, Z } from '../../../src/survey/statistics/normal.ts'
import { studentBelow, studentQuantile } from '../../../src/survey/statistics/student.ts'

// From memory, not opened: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1: area from 0 to z.
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

// As reprinted from NIST/SEMATECH e-Handbook, 1.3.6.7.2, column 0.025, at
// pdfcoffee.com/student-t-distribution-table-pdf-free.html.
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

// B. N. Taylor and C. E. Kuyatt, NIST Technical Note 1297, appendix B, table B.1, 95 per cent:
// nist.gov/physical-measurement-laboratory/nist-tn-1297-guidelines-appendix-b-table-b1.
test.each([
  [1, 12.71],
  [2, 4.3],
  [3, 3.18],
  [4, 2.78],
  [5, 2.57],
  [7, 2.36],
  [10, 2.23],
  [20, 2.09],
  [30, 2.04],
  [45, 2.01],
])('the quantile with %d degrees of freedom is the one of the guidelines', (freedom, critical) => {
  expect(studentQuantile(freedom).toFixed(2)).toBe(critical.toFixed(2))
})

test('with many degrees of freedom it is the normal distribution', () => {
  expect(studentQuantile(1e7)).toBeCloseTo(Z, 6)
  expect(studentBelow(0, 4)).toBe(0.5)
})
