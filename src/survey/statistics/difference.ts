import type { Moments } from './mean.ts'
import { normalBelow } from './normal.ts'
import { sizeIn } from './sample.ts'
import type { Share } from './share.ts'
import { studentBelow } from './student.ts'

/** How far one is above the other, and how likely chance alone would lead as far either way. */
export interface Difference {
  by: number
  p: number
}

/** W. G. Cochran, Biometrics 10 (1954): the normal approximation holds from five expected. */
const EXPECTED = 5
/** Fewer than so many say too little of how answers spread. */
const SPREAD = 10

/**
 * The score test of two shares, with the common share under no difference: NIST/SEMATECH
 * e-Handbook 7.3.3. Undefined where too few answered for it to hold.
 */
export function shareDifference(one: Share, other: Share): Difference | undefined {
  const common = (one.count + other.count) / (one.n + other.n)
  const fewest = Math.min(one.n, other.n) * Math.min(common, 1 - common)
  if (!(fewest >= EXPECTED)) return undefined
  const by = one.count / one.n - other.count / other.n
  const sizes = 1 / sizeIn(one.n, one.population) + 1 / sizeIn(other.n, other.population)
  const z = by / Math.sqrt(common * (1 - common) * sizes)
  return { by, p: by === 0 ? 1 : 2 * normalBelow(-Math.abs(z)) }
}

/**
 * Welch's test of two means, whose variances may differ: B. L. Welch, Biometrika 34 (1947);
 * NIST/SEMATECH e-Handbook 1.3.5.3.
 */
export function meanDifference(
  one: Moments & { population?: number | undefined },
  other: Moments & { population?: number | undefined },
): Difference | undefined {
  if (Math.min(one.n, other.n) < SPREAD) return undefined
  const [a, b] = [one, other].map(
    ({ n, variance, population }) => variance / sizeIn(n, population),
  ) as [number, number]
  if (a + b === 0) return undefined
  const by = one.mean - other.mean
  const freedom = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1))
  return { by, p: 2 * studentBelow(-Math.abs(by) / Math.sqrt(a + b), freedom) }
}
