import type { Table } from '../table.ts'
import { shareInterval } from './share.ts'

/** Bins of a table, by id; the same twice where one is meant. */
export interface Middle {
  low: string
  high: string
}

/**
 * In which bin the middle answer falls. Two where just half of the answers lie up to the one and
 * half from the other: then the middle is between them.
 */
export const middleOf = (table: Table): Middle => within(table, 0.5, 0.5)

/**
 * In which bins the middle of everyone's answers likely falls, 95 %: the bins at the ends of the
 * interval of the share of a half. R. S. Woodruff, Confidence intervals for medians and other
 * position measures, Journal of the American Statistical Association 47 (1952).
 */
export function likelyMiddle(table: Table, n: number, population?: number): Middle {
  const { low, high } = shareInterval(0.5, n, population)
  return within(table, low, high)
}

function within({ options, n }: Table, from: number, to: number): Middle {
  // Weighted counts add up to their sum but for rounding.
  const slack = 1e-9 * n
  let below = 0
  const sums = options.flatMap(({ id, count }) => {
    below += count
    return count > 0 ? [{ id, below }] : []
  })
  const low = sums.find(({ below }) => below >= from * n - slack)!
  const high = sums.find(({ below }) => below > to * n + slack) ?? sums.at(-1)!
  return { low: low.id, high: high.id }
}
