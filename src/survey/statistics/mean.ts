import { studentQuantile } from './student.ts'
import { type Interval, sizeIn } from './sample.ts'

/** What counts of values say: how many, their mean, and their variance as of a sample. */
export interface Moments {
  n: number
  mean: number
  variance: number
}

export function momentsOf(values: { value: number; count: number }[]): Moments {
  const n = values.reduce((sum, { count }) => sum + count, 0)
  const mean = values.reduce((sum, { value, count }) => sum + value * count, 0) / n
  const squares = values.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0)
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 }
}

/**
 * Student's interval of a mean, 95 %: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2.
 * None where all said the same: that tells nothing of how others would vary.
 */
export function meanInterval(
  { n, mean, variance }: Moments,
  population?: number,
): Interval | undefined {
  if (n < 2 || variance === 0) return undefined
  const reach = studentQuantile(n - 1) * Math.sqrt(variance / sizeIn(n, population))
  return { low: mean - reach, high: mean + reach }
}
