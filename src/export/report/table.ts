import type { Cell, Row, TableBlock } from '../../survey/report.ts'
import { BOLD, REGULAR } from '../pdf/fonts.ts'
import { BETWEEN, type Faces, widthsFor } from './columns.ts'
import {
  type Element,
  FULL,
  HAIRLINE,
  INK,
  LEFT,
  need,
  type Paper,
  QUIET,
  roomOn,
  turn,
  WIDTH,
} from './paper.ts'
import { element } from './prose.ts'
import { type Face, flow, linesOf, setLine } from './type.ts'

const plain: Face = { font: REGULAR, size: 8.5, color: INK, leading: 11 }
const faces: Faces = {
  plain,
  small: { ...plain, size: 7.5, color: QUIET },
  strong: { ...plain, font: BOLD, size: 8 },
}
const caption: Face = { font: BOLD, size: 9, color: INK, leading: 12 }
const PAD = 3
/** Longer heads of columns stand whole where the question is. */
const HEAD_LINES = 5

/** A line of a cell, and where it stands in it. */
interface Line {
  words: string
  face: Face
}

/** The heads of a table, and its columns. */
interface Grid {
  heads: Line[][]
  widths: number[]
  wordy: boolean[]
}

/** A table over as many pages as it takes; on each it begins with its heads. */
export function drawTable(paper: Paper, block: TableBlock) {
  const { doc } = paper
  const widths = widthsFor(paper, block, faces)
  const heads = block.columns.map(({ words }, index) =>
    inCell(paper, words, faces.strong, widths[index]!, HEAD_LINES),
  )
  const grid = { heads, widths, wordy: block.columns.map(({ wordy }) => wordy === true) }
  const headHigh = heightOf(heads)
  paper.y += 4
  need(paper, caption.leading + headHigh + 50)
  element(paper, 'Table', {}, (table) => {
    const title = doc.struct('Caption')
    table.add(title)
    flow(paper, title, block.caption, { face: caption, x: LEFT, width: WIDTH })
    title.end()
    paper.y += 2
    const top = doc.struct('THead')
    table.add(top)
    const row = doc.struct('TR')
    top.add(row)
    const cells = heads.map((_, index) => {
      const { lang } = block.columns[index]!
      const cell = doc.struct('TH', { scope: 'Column', ...(lang && { lang }) } as object)
      row.add(cell)
      return cell
    })
    drawHeads(paper, grid, cells)
    top.end()
    const body = doc.struct('TBody')
    table.add(body)
    const again = () => {
      turn(paper)
      doc.markContent('Artifact', { type: 'Pagination' })
      drawHeads(paper, grid)
      doc.endMarkedContent()
    }
    for (const row of block.rows) drawRow(paper, body, row, grid, again)
    body.end()
  })
  paper.y += 10
}

const inCell = (paper: Paper, words: string, face: Face, width: number, most?: number): Line[] =>
  linesOf(paper, words, face, width - BETWEEN, most).map((words) => ({ words, face }))

const heightOf = (cells: Line[][]) =>
  Math.max(...cells.map((lines) => lines.reduce((sum, { face }) => sum + face.leading, 0))) +
  2 * PAD

/** Heads stand on the line below them; they are tagged once, where the table begins. */
function drawHeads(paper: Paper, { heads, widths, wordy }: Grid, cells?: Element[]) {
  const high = heightOf(heads)
  const low = paper.y + high
  let x = LEFT
  heads.forEach((lines, index) => {
    const left = x
    const y = low - PAD - lines.length * faces.strong.leading
    const place = { left, y, width: widths[index]!, end: index > 0 && !wordy[index] }
    const set = () => setCell(paper, lines, place)
    cells?.[index]?.add(set)
    if (!cells) set()
    x += widths[index]!
  })
  paper.y = low
  rule(paper, INK, cells === undefined)
}

function drawRow(
  paper: Paper,
  body: Element,
  { head, cells }: Row,
  { heads, widths, wordy }: Grid,
  again: () => void,
) {
  const { doc } = paper
  const spans = cells.length < widths.length - 1
  const wide = [widths[0]!, ...(spans ? [WIDTH - widths[0]!] : widths.slice(1))]
  const all = [
    inCell(paper, head.words, plain, wide[0]!),
    ...cells.map((cell, index) => linesIn(paper, cell, wide[index + 1]!, spans)),
  ]
  const high = heightOf(all)
  if (roomOn(paper) < Math.min(high, FULL - heightOf(heads))) again()
  const row = doc.struct('TR')
  body.add(row)
  const made = all.map((_, index) => {
    const about = index === 0 ? { scope: 'Row', ...(head.lang && { lang: head.lang }) } : {}
    const cell = doc.struct(index === 0 ? 'TH' : 'TD', about as object)
    if (index > 0 && spans) spanning(cell, widths.length - 1)
    row.add(cell)
    return cell
  })
  let left = all
  while (left.some((lines) => lines.length > 0)) {
    const fits = Math.floor((roomOn(paper) - 2 * PAD) / plain.leading)
    const here = left.map((lines) => lines.slice(0, fits))
    left = left.map((lines) => lines.slice(fits))
    const y = paper.y + PAD
    let x = LEFT
    here.forEach((lines, index) => {
      const place = { left: x, y, width: wide[index]!, end: index > 0 && !spans && !wordy[index] }
      if (lines.length > 0) made[index]!.add(() => setCell(paper, lines, place))
      x += wide[index]!
    })
    paper.y += heightOf(here)
    if (left.some((lines) => lines.length > 0)) again()
  }
  rule(paper, HAIRLINE)
  row.end()
}

function linesIn(paper: Paper, { words, below }: Cell, width: number, spans: boolean): Line[] {
  const face = spans ? faces.small : plain
  const first = inCell(paper, words, face, width)
  return below ? [...first, ...inCell(paper, below, faces.small, width)] : first
}

interface Place {
  left: number
  y: number
  width: number
  /** words end at its end, as numbers do */
  end: boolean
}

function setCell(paper: Paper, lines: Line[], { left, y, width, end }: Place) {
  let at = y
  const x = end ? left + width : left
  for (const { words, face } of lines) {
    setLine(paper, words, face, { x, y: at, align: end ? 'end' : 'start' })
    at += face.leading
  }
}

/** PDFKit sets a scope, but no span. */
function spanning(cell: Element, columns: number) {
  const { data } = (cell as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary
  data['A'] = { O: 'Table', ColSpan: columns }
}

function rule({ doc, y }: Paper, color: string, within = false) {
  if (!within) doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(color === INK ? 0.8 : 0.4)
    .stroke(color)
  if (!within) doc.endMarkedContent()
}
