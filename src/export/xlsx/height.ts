import type { Cell, Column } from '../table.ts'

const LINE = 15
/** Spreadsheets have no higher rows. */
const HIGHEST = 409

/** How high a row is with its words wrapped; not every spreadsheet finds out by itself. */
export function heightOf(row: Cell[], columns: Column[]): string {
  const lines = row.map((cell, index) =>
    typeof cell === 'string' ? linesIn(cell, columns[index]!.width) : 1,
  )
  return ` ht="${Math.min(HIGHEST, LINE * Math.max(1, ...lines))}" customHeight="1"`
}

/** Words break before the edge, so a line holds a little less than its width. */
const linesIn = (text: string, width: number) =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0)
