import { Z } from './normal.ts'
import { type Interval, sizeIn } from './sample.ts'

/**
 * The score interval of a share, 95 %: E. B. Wilson, Journal of the American Statistical
 * Association 22 (1927); what L. D. Brown, T. T. Cai and A. DasGupta recommend for small samples
 * (Statistical Science 16, 2001). `n` need not be whole: a weighted sample counts for less.
 */
export function shareInterval(share: number, n: number, population?: number): Interval {
  const size = sizeIn(n, population)
  if (size === Number.POSITIVE_INFINITY) return { low: share, high: share }
  if (size === 0) return { low: 0, high: 1 }
  const square = (Z * Z) / size
  const middle = share + square / 2
  const reach = Z * Math.sqrt((share * (1 - share)) / size + square / (4 * size))
  return {
    low: share === 0 ? 0 : Math.max(0, (middle - reach) / (1 + square)),
    high: share === 1 ? 1 : Math.min(1, (middle + reach) / (1 + square)),
  }
}

/** A share as it was found: how many of how many, of which population where that is known. */
export interface Share {
  count: number
  n: number
  population?: number | undefined
}

/**
 * By how much one share is above the other, 95 %: R. G. Newcombe, Interval estimation for the
 * difference between independent proportions, Statistics in Medicine 17 (1998), method 10.
 */
export function differenceInterval(one: Share, other: Share): Interval {
  const [p, q] = [one.count / one.n, other.count / other.n]
  const a = shareInterval(p, one.n, one.population)
  const b = shareInterval(q, other.n, other.population)
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  }
}
