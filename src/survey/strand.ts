import { type Blend, closeBatch, emptyBlend, noteMember } from './color/blend.ts'
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
  /** where breakdowns are declared */
  blend?: Blend
}

export const emptyStrand = (): Strand => ({ cells: new Map(), open: [], held: [] })

/** What a response adds to one question. */
interface Addition {
  question: string
  cells: string[]
  text?: string
  /** the groups of the declared breakdowns */
  profile?: string
}

/**
 * Counts a response at its site. When the site's whole-response strand has `smallestGroup`
 * members, a batch closes: it is held back, and what was held is shown, so that what is unshown
 * when the survey closes is never 1 to k−1.
 *
 * Each question has its own strand, which moves on only where it has k answers itself, since not
 * everyone answers each; and all of a site move on together, or the very arrival at which one
 * moved would be known to have answered it. Calls `moved` for every strand that moved, with the
 * texts that readers may see from now on.
 */
export function add(
  strands: Map<string, Strand>,
  additions: Addition[],
  smallestGroup: number,
  moved: (question: string, shown: string[]) => void = () => {},
) {
  for (const { question, cells, text, profile } of additions) {
    const strand = strands.get(question) ?? emptyStrand()
    strands.set(question, strand)
    for (const id of cells) {
      const cell = strand.cells.get(id)
      if (cell) cell.open += 1
      else strand.cells.set(id, { open: 1, held: 0, shown: 0 })
    }
    if (text !== undefined) strand.open.push(text)
    if (profile !== undefined && cells.includes(ALL)) {
      noteMember((strand.blend ??= emptyBlend()), profile)
    }
  }
  const members = (strand: Strand | undefined) => strand?.cells.get(ALL)?.open ?? 0
  if (members(strands.get(ALL)) < smallestGroup) return
  for (const [question, strand] of strands) {
    if (members(strand) >= smallestGroup) moved(question, moveOn(strand))
  }
}

/** Shows what was held, holds what was open. Returns the texts now shown. */
function moveOn(strand: Strand): string[] {
  for (const cell of strand.cells.values()) {
    cell.shown += cell.held
    cell.held = cell.open
    cell.open = 0
  }
  if (strand.blend) closeBatch(strand.blend)
  const shown = strand.held
  strand.held = strand.open
  strand.open = []
  return shown
}

export const total = (cell: Cell) => cell.open + cell.held + cell.shown
