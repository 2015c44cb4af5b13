import type { Difference } from './difference.ts'

/** What may be said of one site beside the others. */
export type Verdict = 'clearly-lower' | 'lower' | 'alike' | 'higher' | 'clearly-higher' | 'few'

const SURE = 0.05
const CLEAR = 0.01

/**
 * Judges all that is compared at once: with many comparisons some would differ by chance, so the
 * probability of even one wrong "higher" or "lower" among them is held at 5 %, and of one wrong
 * "clearly" at 1 %. What cannot be tested is not counted among them.
 */
export function verdicts(differences: (Difference | undefined)[]): Verdict[] {
  const tested = differences.flatMap((difference) => (difference ? [difference.p] : []))
  const adjusted = holm(tested)
  return differences.map((difference): Verdict => {
    if (!difference) return 'few'
    const p = adjusted.shift()!
    if (p >= SURE) return 'alike'
    const way = difference.by > 0 ? 'higher' : ('lower' as const)
    return p < CLEAR ? `clearly-${way}` : way
  })
}

/**
 * Probabilities adjusted for how many there are: S. Holm, A simple sequentially rejective multiple
 * test procedure, Scandinavian Journal of Statistics 6 (1979).
 */
export function holm(probabilities: number[]): number[] {
  const order = probabilities.map((_, index) => index)
  order.sort((a, b) => probabilities[a]! - probabilities[b]!)
  const adjusted: number[] = []
  let most = 0
  for (const [place, index] of order.entries()) {
    most = Math.max(most, Math.min(1, probabilities[index]! * (order.length - place)))
    adjusted[index] = most
  }
  return adjusted
}
