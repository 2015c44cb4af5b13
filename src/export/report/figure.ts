import type { Bar, Figure } from '../../survey/report.ts'
import { BOLD, REGULAR } from '../pdf/fonts.ts'
import {
  type Element,
  HAIRLINE,
  INK,
  LEFT,
  need,
  type Paper,
  QUIET,
  roomOn,
  WIDTH,
} from './paper.ts'
import { element } from './prose.ts'
import { type Face, linesOf, setLine, widthOf } from './type.ts'

const LABEL = 0.36 * WIDTH
const VALUE = 0.25 * WIDTH
const GAP = 10
const BAR = { from: LEFT + LABEL + GAP, width: WIDTH - LABEL - VALUE - 2 * GAP, height: 10 }
/** Longer words stand whole in the table. */
const LINES = 3

const plain: Face = { font: REGULAR, size: 8.5, color: INK, leading: 11 }
const strong: Face = { ...plain, font: BOLD }
const quiet: Face = { ...plain, color: QUIET }

/** Bars line by line. What they say stands in a table too, so longer words are cut short. */
export function drawFigure(paper: Paper, figure: Figure) {
  const { alt, title, legend, bars, middle } = figure
  const lines = bars.flatMap(({ lines }) => lines)
  const high = lines.reduce((sum, bar) => sum + setUp(paper, bar).height, 40)
  need(paper, Math.min(high, 320))
  element(paper, 'Figure', { alt }, (made) => {
    if (title) write(paper, made, title, strong)
    if (legend.length > 0) drawLegend(paper, made, legend)
    for (const { title, lines } of bars) {
      if (title) {
        need(paper, 2 * plain.leading + 14)
        paper.y += 3
        write(paper, made, title.words, strong)
      }
      for (const bar of lines) drawBar(paper, made, bar, middle)
    }
  })
  paper.y += 10
}

function write(paper: Paper, made: Element, words: string, face: Face) {
  const [line] = linesOf(paper, words, face, WIDTH, 2)
  made.add(() => setLine(paper, line!, face, { x: LEFT, y: paper.y }))
  paper.y += face.leading + 2
}

const setUp = (paper: Paper, { label, value, note }: Bar) => {
  const words = linesOf(paper, label.words, plain, LABEL, LINES)
  const values = linesOf(paper, value, plain, VALUE)
  const notes = note ? linesOf(paper, note, strong, VALUE) : []
  const beside = widthOf(paper, value, plain) + widthOf(paper, note ?? '', strong) + GAP < VALUE
  const height =
    Math.max(words.length, values.length + (beside ? 0 : notes.length), 1) * plain.leading + 4
  return { words, values, notes, beside, height }
}

function drawBar(paper: Paper, made: Element, bar: Bar, middle: number | undefined) {
  const { words, values, notes, beside, height } = setUp(paper, bar)
  if (roomOn(paper) < height) need(paper, height)
  const { y } = paper
  made.add(() => {
    words.forEach((line, index) =>
      setLine(paper, line, plain, { x: LEFT, y: y + index * plain.leading }),
    )
    if (bar.pieces.length > 0) drawPieces(paper, bar, y, middle)
    const x = LEFT + WIDTH
    const face = bar.pieces.length > 0 ? plain : quiet
    const lines = (some: string[], face: Face, x: number, from: number) =>
      some.forEach((line, index) => {
        const place = { x, y: y + (from + index) * plain.leading, align: 'end' as const }
        setLine(paper, line, face, place)
      })
    lines(values, face, x, 0)
    const left = x - widthOf(paper, values[0] ?? '', plain) - GAP
    lines(notes, strong, beside ? left : x, beside ? 0 : values.length)
  })
  paper.y += height
}

function drawPieces({ doc }: Paper, { pieces, interval }: Bar, top: number, middle?: number) {
  const at = (part: number) => BAR.from + part * BAR.width
  const y = top + 0.5
  const half = y + BAR.height / 2
  const line = (from: number, to: number, wide: number, color: string) =>
    doc.moveTo(at(from), half).lineTo(at(to), half).lineWidth(wide).stroke(color)
  doc.rect(BAR.from, y, BAR.width, BAR.height).lineWidth(0.4).stroke(HAIRLINE)
  for (const { from, to, color } of pieces) {
    const wide = Math.max(0, to - from) * BAR.width
    doc.rect(at(from), y, wide, BAR.height).fill(color)
    if (middle !== undefined) {
      doc.rect(at(from), y, wide, BAR.height).lineWidth(0.4).stroke(QUIET)
    }
  }
  if (middle !== undefined) {
    doc
      .moveTo(at(middle), y - 2)
      .lineTo(at(middle), y + BAR.height + 2)
      .lineWidth(1)
      .stroke(INK)
  } else if (interval) {
    line(interval.low, interval.high, 4, '#ffffff')
    line(interval.low, interval.high, 1.5, INK)
  }
}

function drawLegend(paper: Paper, made: Element, legend: Figure['legend']) {
  const { doc } = paper
  let x = LEFT
  for (const { color, label } of legend) {
    const [words] = linesOf(paper, label.words, plain, WIDTH - 16, 1)
    const wide = widthOf(paper, words!, plain)
    if (x > LEFT && x + 14 + wide > LEFT + WIDTH) {
      x = LEFT
      paper.y += plain.leading + 2
    }
    const [left, y] = [x, paper.y]
    made.add(() => {
      doc.rect(left, y + 1, 8, 8).fill(color)
      doc
        .rect(left, y + 1, 8, 8)
        .lineWidth(0.4)
        .stroke(QUIET)
      setLine(paper, words!, plain, { x: left + 12, y })
    })
    x += 12 + wide + 14
  }
  paper.y += plain.leading + 6
}
