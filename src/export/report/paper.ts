import { LIGHT } from '../../survey/color/accent.ts'
import type { Report } from '../../survey/report.ts'
import { printable, REGULAR, unprintable } from '../pdf/fonts.ts'
import { bidiLine, wrapped } from '../pdf/line.ts'
import type { PdfLogo } from '../pdf/logo.ts'
import { isRightToLeft } from '../pdf/reading-order.ts'

// A4 in points: 20 mm beside the words, and room above and below for what stands on each page.
export const SHEET = { width: 595.28, height: 841.89 }
export const LEFT = 57
export const WIDTH = SHEET.width - 2 * LEFT
const TOP = 76
const BOTTOM = SHEET.height - 70
const SMALL = 8

export const INK = LIGHT.ink
export const QUIET = '#545c61'
export const HAIRLINE = '#c9c2b6'
/** Stands where the font has no letter; it is seen, so nobody takes the rest for all there was. */
const SUBSTITUTE = '□'
/** What nearly all words are made of needs no look at the font. */
const COMMON = /^[ -~\u00a0-\u00ac\u00ae-\u00ff–”’…]*$/

type Doc = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

/** What a report is written on: the pages so far, and how far down the last one is filled. */
export interface Paper {
  doc: Doc
  report: Report
  look: ReportLook
  root: Element
  y: number
  pages: number
  /** letters that could not be printed */
  lacked: Set<string>
  widths: Map<string, number>
  has(letter: string): boolean
  /** how many pages there are, written when it is known and drawn on each */
  total: Form
}

export interface ReportLook {
  /** with enough contrast to white */
  accent: string
  logo?: PdfLogo
}

/** A piece of drawing that pages refer to. PDFKit can make one; its types do not show it. */
interface Form {
  data: Record<string, unknown>
  write(content: string): void
  end(): void
}

interface Inside {
  ref(data: object): Form
  _font: { id: string; ref(): object; encode(words: string): [string[], unknown] }
  page: { xobjects: Record<string, Form> }
}

export function paperFor(doc: Doc, has: Paper['has'], report: Report, look: ReportLook): Paper {
  const root = doc.struct('Document', { title: report.title, lang: report.language })
  doc.addStructure(root)
  const total = (doc as unknown as Inside).ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, -4, 60, 12],
  })
  const common = { doc, has, report, look, root, total }
  return { ...common, y: BOTTOM, pages: 0, lacked: new Set(), widths: new Map() }
}

/** Words as they can be printed; what cannot is remembered. */
export function asPrinted(paper: Paper, words: string): string {
  if (COMMON.test(words)) return words
  for (const letter of unprintable(words, paper.has)) paper.lacked.add(letter)
  return [...printable(words, paper.has)]
    .map((letter) => (paper.has(letter) ? letter : SUBSTITUTE))
    .join('')
}

export const roomOn = ({ y }: Paper) => BOTTOM - y
export const FULL = BOTTOM - TOP

/** Begins a page unless this one has the room, or is empty anyway. */
export function need(paper: Paper, height: number) {
  if (roomOn(paper) < Math.min(height, FULL)) turn(paper)
}

/** The next page, with what stands on every one; readers of the tags pass over that. */
export function turn(paper: Paper) {
  const { doc, report, total } = paper
  doc.addPage()
  paper.pages += 1
  paper.y = TOP
  doc.markContent('Artifact', { type: 'Pagination' })
  if (paper.pages > 1) {
    doc.font(REGULAR).fontSize(SMALL).fillColor(QUIET)
    const beside = { height: 2 * SMALL, lineBreak: true, ellipsis: true }
    const [title, organisation] = [report.title, report.organisation].map((words) =>
      asPrinted(paper, words),
    )
    if (isRightToLeft(title!)) {
      const [line, ...more] = wrapped(doc, title!, 0.58 * WIDTH)
      bidiLine(doc, more.length > 0 ? `${line}…` : line!, true).draw(LEFT, 44)
    } else doc.text(title!, LEFT, 44, { ...beside, width: 0.6 * WIDTH, height: SMALL })
    const right = { ...beside, width: 0.36 * WIDTH, height: SMALL, align: 'right' as const }
    doc.text(organisation!, LEFT + 0.64 * WIDTH, 44, right)
    doc
      .moveTo(LEFT, 58)
      .lineTo(LEFT + WIDTH, 58)
      .lineWidth(0.5)
      .stroke(HAIRLINE)
  }
  const { before, between } = report.page
  const words = `${before} ${paper.pages} ${between} `
  doc.font(REGULAR).fontSize(SMALL).fillColor(QUIET)
  doc.text(words, LEFT, SHEET.height - 48, { lineBreak: false })
  const x = LEFT + doc.widthOfString(words)
  ;(doc as unknown as Inside).page.xobjects['Pages'] = total
  doc
    .save()
    .translate(x, SHEET.height - 48 + baseline(doc))
    .scale(1, -1)
  doc.addContent('/Pages Do').restore()
  doc.endMarkedContent()
}

const baseline = (doc: Doc) => {
  const { ascender } = (doc as unknown as { _font: { ascender: number } })._font
  return (ascender / 1000) * SMALL
}

/** Writes how many pages there are, on all of them. */
export function countPages({ doc, pages, total, root }: Paper) {
  root.end()
  doc.font(REGULAR).fontSize(SMALL)
  const { _font: font } = doc as unknown as Inside
  const [glyphs] = font.encode(String(pages))
  total.data['Resources'] = { Font: { [font.id]: font.ref() } }
  const color = [1, 3, 5].map((at) => parseInt(QUIET.slice(at, at + 2), 16) / 255)
  total.write(
    `BT ${color.map((part) => part.toFixed(3)).join(' ')} rg ` +
      `/${font.id} ${SMALL} Tf <${glyphs.join('')}> Tj ET`,
  )
  total.end()
}
