import type { Release } from '../release.ts'
import type { Row, Table } from '../table.ts'
import type { Populations } from './comparison.ts'
import { type Weights, weightsFor } from './weighting.ts'

export interface Weighted {
  /** counts are of weighted answers, together as many as were given */
  table: Table
  weights: Weights
  /** answers that have no place in the weighting: their site's listed are not known */
  outside: number
}

/** The table of everyone as if each site had answered by its part of the listed. */
export function weightedTable(
  question: string,
  release: Release,
  populations: Populations,
): Weighted | undefined {
  const parts = release.groups.flatMap(({ by, id, questions }) => {
    const table = questions.find((table) => table.id === question)
    return by === 'site' && table ? [{ id, table, population: populations(id) }] : []
  })
  // What is withheld has answers too, which the others would have to stand for.
  if (parts.some(({ table }) => table.withheld)) return undefined
  const weights = weightsFor(
    parts.flatMap(({ id, table, population }) =>
      population === undefined ? [] : [{ id, n: table.n, population }],
    ),
  )
  if (!weights) return undefined
  const counted = parts.filter(({ id }) => weights.of.has(id))
  const weigh = (value: (table: Table) => number) =>
    counted.reduce((sum, { id, table }) => sum + weights.of.get(id)! * value(table), 0)
  const [first] = counted
  const options = first!.table.options.map((row, index): Row => {
    const own = (table: Table) => table.options[index]!
    const { n } = weights
    return {
      id: row.id,
      count: weigh((table) => own(table).count),
      ...(row.meanRank !== undefined && {
        meanRank: weigh((table) => table.n * (own(table).meanRank ?? 0)) / n,
        first: weigh((table) => own(table).first ?? 0),
      }),
      ...(row.places && {
        places: row.places.map((_, place) => weigh((table) => own(table).places?.[place] ?? 0)),
      }),
    }
  })
  const { id, kind, dontKnow } = first!.table
  const unsure = dontKnow !== undefined && { dontKnow: weigh((table) => table.dontKnow ?? 0) }
  const all = parts.reduce((sum, { table }) => sum + table.n, 0)
  return {
    table: { id, kind, n: weights.n, options, ...unsure },
    weights,
    outside: all - weights.n,
  }
}
