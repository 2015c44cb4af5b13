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

/**
 * The counts of one question at one site, and the texts that wait there. Those who gave a
 * substantive answer are its members.
 */
export interface Strand {
  cells: Map<string, Cell>
  open: string[]
  held: string[]
}

export const emptyStrand = (): Strand => ({ cells: new Map(), open: [], held: [] })

/**
 * Counts one answer. A batch closes when it has `smallestGroup` members; the newest closed one is
 * held back, so that what is unshown when the survey closes is never 1 to k−1. Returns the texts
 * that readers may see from now on.
 *
 * Each question has its own strand, since not everyone answers each: were questions shown by the
 * site's batches, a follow-up that one of five was asked would show that one's answer.
 */
export function add(
  strand: Strand,
  cells: string[],
  smallestGroup: number,
  text?: string,
): string[] {
  for (const id of cells) {
    const cell = strand.cells.get(id)
    if (cell) cell.open += 1
    else strand.cells.set(id, { open: 1, held: 0, shown: 0 })
  }
  if (text !== undefined) strand.open.push(text)
  if ((strand.cells.get(ALL)?.open ?? 0) < smallestGroup) return []
  for (const cell of strand.cells.values()) {
    cell.shown += cell.held
    cell.held = cell.open
    cell.open = 0
  }
  const shown = strand.held
  strand.held = strand.open
  strand.open = []
  return shown
}

export const total = (cell: Cell) => cell.open + cell.held + cell.shown
