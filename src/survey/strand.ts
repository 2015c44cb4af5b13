import { ALL } from './kinds/rule.ts'

/** How often a cell was counted, by how far it has come on its way to readers. */
export interface Cell {
  /** in the batch that still fills */
  open: number
  /** in the newest closed batch */
  held: number
  /** in older batches, which readers see */
  shown: number
}

/** The cells of one question at one site. Those who gave a substantive answer are its members. */
export type Strand = Map<string, Cell>

/**
 * Counts one answer. A batch closes when it has `smallestGroup` members; the newest closed one is
 * held back, so that what is unshown when the survey closes is never 1 to k−1. Returns whether a
 * batch closed.
 *
 * Each question has its own strand, since not everyone answers each: were questions shown by the
 * site's batches, a follow-up that one of five was asked would show that one's answer.
 */
export function add(strand: Strand, cells: string[], smallestGroup: number): boolean {
  for (const id of cells) {
    const cell = strand.get(id)
    if (cell) cell.open += 1
    else strand.set(id, { open: 1, held: 0, shown: 0 })
  }
  if ((strand.get(ALL)?.open ?? 0) < smallestGroup) return false
  for (const cell of strand.values()) {
    cell.shown += cell.held
    cell.held = cell.open
    cell.open = 0
  }
  return true
}

export const total = (cell: Cell) => cell.open + cell.held + cell.shown
