import { bidiLine, wrapped } from '../pdf/line.ts'
import { isRightToLeft } from '../pdf/reading-order.ts'

export interface Box {
  x: number
  y: number
  width: number
  /** at most */
  height: number
  /** sizes between which it may be set */
  most: number
  least: number
  font: string
  color: string
  align?: 'left' | 'right'
  /** the words stand on the box's lower edge */
  low?: boolean
  /** between lines, as a share of the size */
  gap?: number
}

type Doc = PDFKit.PDFDocument

/**
 * Sets words into a box: as large as they fit, on as few lines as that gives; if not even the
 * smallest size does, the last line ends in an ellipsis. Returns how high they stand.
 */
export function setWords(doc: Doc, words: string, box: Box): number {
  const { x, y, width, height, font, color, align = 'left' } = box
  const size = sizeFor(doc, words, box)
  doc.font(font).fontSize(size).fillColor(color)
  const lineGap = gapOf(box, size)
  const options = { width, align, lineGap }
  const high = doc.heightOfString(words, options) - lineGap
  // A little more than the box: rounding must not cost the last line.
  const top = box.low ? y + Math.max(0, height - high) : y
  if (isRightToLeft(words)) setFromRight(doc, words, { ...box, y: top, lineGap })
  else doc.text(words, x, top, { ...options, height: height + 1, ellipsis: true })
  return Math.min(high, height)
}

/** The same for words that PDFKit would set in the wrong order. */
function setFromRight(doc: Doc, words: string, box: Box & { lineGap: number }) {
  const leading = doc.currentLineHeight(true) + box.lineGap
  const most = Math.max(1, Math.floor((box.height + 1 + box.lineGap) / leading))
  const all = wrapped(doc, words, box.width)
  const lines = all.slice(0, most)
  if (all.length > most) lines[most - 1] += '…'
  for (const [index, line] of lines.entries()) {
    const { width, draw } = bidiLine(doc, line, true)
    draw(box.align === 'right' ? box.x + box.width - width : box.x, box.y + index * leading)
  }
}

/** Most words are the same on all sheets, and it is dear to find their size. */
const known = new WeakMap<Doc, Map<string, number>>()
const REMEMBERED = 200

function sizeFor(doc: Doc, words: string, box: Box): number {
  const sizes = known.get(doc) ?? new Map<string, number>()
  known.set(doc, sizes)
  const { width, height, most, least, font } = box
  const key = [words, font, width, height, most, least].join('\n')
  const size = sizes.get(key) ?? findSize(doc, words, box)
  if (sizes.size >= REMEMBERED) sizes.clear()
  sizes.set(key, size)
  return size
}

/** The largest size at which no word is broken and all lines have room. */
function findSize(doc: Doc, words: string, box: Box): number {
  const { width, height, most, least, font } = box
  doc.font(font).fontSize(100)
  const widest = Math.max(...words.split(' ').map((word) => doc.widthOfString(word)))
  for (let size = Math.min(most, Math.floor((100 * width) / widest)); size > least; size -= 1) {
    doc.fontSize(size)
    const lineGap = gapOf(box, size)
    if (doc.heightOfString(words, { width, lineGap }) - lineGap <= height) return size
  }
  return least
}

const gapOf = ({ gap = 0 }: Box, size: number) => gap * size
