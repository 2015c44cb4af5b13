import type { Strand } from '../../survey/strand.ts'

/** A strand as its row in `tallies` holds it. */
export interface TallyRow {
  /** `{ cell: [open, held, shown] }` */
  cells: string
  /** `[open, held]`, texts each */
  waiting: string
}

/** Sorted, so that the database does not tell in which order people came. */
export function written({ cells, open, held }: Strand): TallyRow {
  const counts = [...cells]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, cell]) => [id, [cell.open, cell.held, cell.shown]])
  return {
    cells: JSON.stringify(Object.fromEntries(counts)),
    waiting: JSON.stringify([open.toSorted(), held.toSorted()]),
  }
}

export function readStrand(row: TallyRow): Strand {
  const cells = Object.entries(JSON.parse(row.cells) as Record<string, [number, number, number]>)
  const [open, held] = JSON.parse(row.waiting) as [string[], string[]]
  return {
    cells: new Map(cells.map(([id, [open, held, shown]]) => [id, { open, held, shown }])),
    open,
    held,
  }
}
