import { bidiLine } from '../pdf/line.ts'
import { isRightToLeft } from '../pdf/reading-order.ts'
import { type Element, asPrinted, type Paper, roomOn, turn } from './paper.ts'

/** How words are set. */
export interface Face {
  font: string
  size: number
  color: string
  /** from line to line */
  leading: number
}

/** Words in lines that are no wider; a word that is longer than a line is broken itself. */
export function linesOf(
  paper: Paper,
  words: string,
  face: Face,
  width: number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = []
  let [line, wide] = ['', 0]
  const space = widthOf(paper, ' ', face)
  for (const word of asPrinted(paper, words)
    .split(/ +/)
    .flatMap(broken(paper, face, width))) {
    const more = widthOf(paper, word, face)
    if (line && wide + space + more > width) {
      lines.push(line)
      ;[line, wide] = [word, more]
    } else {
      wide += (line ? space : 0) + more
      line = line ? `${line} ${word}` : word
    }
  }
  lines.push(line)
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]!} …`] : lines
}

const REMEMBERED = 20_000

/** How wide a word is; most come again and again. */
export function widthOf({ doc, widths }: Paper, word: string, { font, size }: Face): number {
  const key = `${font} ${word}`
  let wide = widths.get(key)
  if (wide === undefined) {
    if (widths.size >= REMEMBERED) widths.clear()
    wide = doc.font(font).fontSize(1000).widthOfString(word) / 1000
    widths.set(key, wide)
  }
  return wide * size
}

const broken = (paper: Paper, face: Face, width: number) => (word: string) => {
  if (widthOf(paper, word, face) <= width) return [word]
  const parts: string[] = []
  let [part, wide] = ['', 0]
  for (const letter of word) {
    const more = widthOf(paper, letter, face)
    if (part && wide + more > width) {
      parts.push(part)
      ;[part, wide] = ['', 0]
    }
    part += letter
    wide += more
  }
  return [...parts, part]
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

interface Inside {
  _font: {
    id: string
    ascender: number
    ref(): object
    encode(words: string): [string[], Position[]]
  }
  page: { fonts: Record<string, object> }
}

interface Position {
  xAdvance: number
  advanceWidth: number
  xOffset: number
  yOffset: number
}

/**
 * A line at a place; `align` end has its end there. Written by hand, since a report has ten
 * thousands of them, and PDFKit looks at each as if it were a paragraph.
 */
export function setLine(
  paper: Paper,
  line: string,
  face: Face,
  { x, y, align = 'start' }: { x: number; y: number; align?: 'start' | 'end' | undefined },
) {
  if (line === '') return
  const { doc } = paper
  const { font, size, color } = face
  doc.font(font).fontSize(size).fillColor(color)
  if (RIGHT_TO_LEFT.test(line)) {
    const { width, draw } = bidiLine(doc, line)
    return draw(align === 'end' ? x - width : x, y)
  }
  const { _font: inside, page } = doc as unknown as Inside
  const [glyphs, positions] = inside.encode(line)
  const wide = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * (size / 1000)
  const at = align === 'end' ? x - wide : x
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) {
    doc.text(line, at, y, { lineBreak: false })
    return
  }
  page.fonts[inside.id] ??= inside.ref()
  const foot = y + (inside.ascender / 1000) * size
  const place = `1 0 0 -1 ${at.toFixed(2)} ${foot.toFixed(2)} Tm`
  doc.addContent(`BT /${inside.id} ${size} Tf ${place} [${kerned(glyphs, positions)}] TJ ET`)
}

/** Glyphs with what brings them closer to the next. */
function kerned(glyphs: string[], positions: Position[]): string {
  let shown = '<'
  glyphs.forEach((glyph, index) => {
    const { xAdvance, advanceWidth } = positions[index]!
    shown += glyph
    if (xAdvance !== advanceWidth) shown += `> ${(advanceWidth - xAdvance).toFixed(1)} <`
  })
  return `${shown}>`
}

interface Flow {
  face: Face
  x: number
  width: number
}

/** Words of one element, over as many pages as it takes; no line stands alone where it need not. */
export function flow(paper: Paper, element: Element, words: string, { face, x, width }: Flow) {
  const lines = linesOf(paper, words, face, width)
  const starts = isRightToLeft(words) ? 'end' : 'start'
  while (lines.length > 0) {
    const fits = Math.floor(roomOn(paper) / face.leading)
    const some = fits >= lines.length ? lines.length : Math.min(fits, lines.length - 2)
    if (some < Math.min(2, lines.length)) {
      turn(paper)
      continue
    }
    const here = lines.splice(0, some)
    element.add(() => {
      for (const line of here) {
        const side = starts === 'end' ? x + width : x
        setLine(paper, line, face, { x: side, y: paper.y, align: starts })
        paper.y += face.leading
      }
    })
  }
}
