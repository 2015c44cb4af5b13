import type { TableBlock } from '../../survey/report.ts'
import { type Paper, WIDTH } from './paper.ts'
import { type Face, widthOf } from './type.ts'

export const BETWEEN = 9
/** A head of a column is broken rather than wider. */
const WORD = 74
const FIRST = 92
const SENTENCES = 0.44 * WIDTH

export interface Faces {
  plain: Face
  small: Face
  strong: Face
}

/** How wide columns are: as their numbers need, and the first has what is left. */
export function widthsFor(paper: Paper, { columns, rows }: TableBlock, faces: Faces): number[] {
  const rest = columns.slice(1).map(({ words, wordy }, index) => {
    if (wordy) return SENTENCES
    const longest = words.split(' ').map((word) => widthOf(paper, word, faces.strong))
    const cells = rows.flatMap(({ cells }) => {
      const cell = cells.length === columns.length - 1 ? cells[index] : undefined
      if (!cell) return []
      const { words, below = '' } = cell
      return [widthOf(paper, words, faces.plain), widthOf(paper, below, faces.small)]
    })
    return Math.min(Math.max(...longest.map((wide) => Math.min(wide, WORD)), 36, ...cells), 150)
  })
  const taken = rest.reduce((sum, wide) => sum + wide + BETWEEN, 0)
  const most = WIDTH - FIRST
  const share = taken > most ? most / taken : 1
  const others = rest.map((wide) => (wide + BETWEEN) * share)
  return [WIDTH - others.reduce((sum, wide) => sum + wide, 0), ...others]
}
