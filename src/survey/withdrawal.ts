import { ALL } from './kinds/rule.ts'
import type { Tallies } from './release.ts'
import type { Cell, Strand } from './strand.ts'

/** What a withdrawn response had added to a question. */
interface Addition {
  cells: string[]
  text?: string | undefined
}

/**
 * Takes back what a response added to a question at its site. Which batch it is in nobody knows,
 * so it is taken from the one that fills, also below nothing: what readers have seen changes only
 * together with a batch that is k larger than all that is taken from it. Its own words go at once,
 * from wherever they are. Returns whether readers could see them.
 */
export function takeBack(strand: Strand, { cells, text }: Addition, smallestGroup: number) {
  if (strand.blend) strand.blend.gone = (strand.blend.gone ?? 0) + 1
  const stage = text === undefined ? 'open' : dropText(strand, text)
  for (const id of cells) {
    const cell = strand.cells.get(id)
    // As many texts as answers are in a stage: a text's own count goes where the text was.
    if (cell) cell[id === ALL ? stage : 'open'] -= 1
  }
  if (stage === 'held' && strand.held.length < smallestGroup) fillAgain(strand)
  return stage === 'shown'
}

function dropText(strand: Strand, text: string): keyof Cell {
  for (const stage of ['open', 'held'] as const) {
    const at = strand[stage].indexOf(text)
    if (at < 0) continue
    strand[stage].splice(at, 1)
    return stage
  }
  return 'shown'
}

/** A batch of texts that has become too small is not shown as one. */
function fillAgain(strand: Strand) {
  for (const cell of strand.cells.values()) {
    cell.open += cell.held
    cell.held = 0
  }
  strand.open.push(...strand.held)
  strand.held = []
}

/**
 * What the final release is made from. Where less than k is left that readers have not seen, since
 * some of those counted were withdrawn, numbers stay as they were last shown; so do those of a
 * whole question of which all sites together have less.
 */
export function settled(tallies: Tallies, smallestGroup: number): Tallies {
  const few = (fresh: number) => fresh < smallestGroup
  const bySite = mapStrands(tallies, (strand) =>
    isSeen(strand) && few(freshIn(strand)) ? asSeen(strand) : strand,
  )
  const questions = new Set([...bySite.values()].flatMap((strands) => [...strands.keys()]))
  const kept = new Set(
    [...questions].filter((question) => {
      const strands = [...bySite.values()].flatMap((all) => all.get(question) ?? [])
      const fresh = strands.reduce((sum, strand) => sum + freshIn(strand), 0)
      return strands.some(isSeen) && few(fresh)
    }),
  )
  return mapStrands(bySite, (strand, question) => (kept.has(question) ? asSeen(strand) : strand))
}

const isSeen = ({ cells }: Strand) => [...cells.values()].some(({ shown }) => shown > 0)

const freshIn = ({ cells }: Strand) => {
  const all = cells.get(ALL)
  return all ? all.open + all.held : 0
}

const asSeen = ({ cells }: Strand): Strand => ({
  cells: new Map([...cells].map(([id, { shown }]) => [id, { open: 0, held: 0, shown }])),
  open: [],
  held: [],
})

const mapStrands = (
  tallies: Tallies,
  change: (strand: Strand, question: string) => Strand,
): Tallies =>
  new Map(
    [...tallies].map(([site, strands]) => [
      site,
      new Map([...strands].map(([question, strand]) => [question, change(strand, question)])),
    ]),
  )
