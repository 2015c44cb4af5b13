/** Bounds of a value, both included. */
export interface Interval {
  low: number
  high: number
}

/**
 * How large a sample without replacement counts for, when the population is known: n(N−1)/(N−n),
 * since its variance is smaller by (N−n)/(N−1). W. G. Cochran, Sampling Techniques, 3rd ed.
 * (1977), 2.6 and 3.2. A population that is smaller than the sample is not its population.
 */
export function sizeIn(n: number, population: number | undefined): number {
  if (population === undefined || population < n || n === 0) return n
  return population === n ? Number.POSITIVE_INFINITY : (n * (population - 1)) / (population - n)
}
