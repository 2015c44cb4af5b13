import type { Cover, Heading, List, Paragraph, Said } from '../../survey/report.ts'
import { BOLD, REGULAR } from '../pdf/fonts.ts'
import { drawLogo } from '../pdf/logo.ts'
import { type Element, INK, LEFT, need, type Paper, QUIET, SHEET, turn, WIDTH } from './paper.ts'
import { type Face, flow } from './type.ts'

const face = (size: number, font = REGULAR, color = INK, leading = 1.4): Face => ({
  font,
  size,
  color,
  leading: size * leading,
})

const tones = {
  lead: face(12),
  strong: face(9.5, BOLD),
  quiet: face(8.5, REGULAR, QUIET),
  plain: face(9.5),
}
const heads = { 2: face(16, BOLD, INK, 1.25), 3: face(11, BOLD, INK, 1.3) }
const MEASURE = 0.92 * WIDTH
const LOGO = { width: 180, height: 64 }

/** An element of the document; it ends when its words are set. */
export function element(
  { doc, root }: Paper,
  type: string,
  { lang, alt }: { lang?: string | undefined; alt?: string },
  fill: (element: Element) => void,
) {
  const made = doc.struct(type, { ...(lang && { lang }), ...(alt && { alt }) })
  root.add(made)
  fill(made)
  made.end()
}

/** The beginning of the first page: who asked, and what. */
export function drawCover(paper: Paper, { words, lang, eyebrow }: Cover) {
  turn(paper)
  const { doc, look, report } = paper
  doc.markContent('Artifact', { type: 'Layout' })
  doc.rect(0, 0, SHEET.width, 10).fill(look.accent)
  doc.endMarkedContent()
  const { logo } = look
  if (logo) {
    const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height)
    const [top, right, low] = [paper.y, LEFT + logo.width * scale, paper.y + logo.height * scale]
    const about = { alt: report.organisation, bbox: [LEFT, top, right, low] } as object
    const picture = doc.struct('Figure', about, [() => drawLogo(doc, logo, LEFT, top, scale)])
    paper.root.add(picture)
    paper.y = low + 20
  }
  const said = (type: string, one: Said, face: Face) =>
    element(paper, type, { lang: one.lang }, (made) =>
      flow(paper, made, one.words, { face, x: LEFT, width: WIDTH }),
    )
  said('P', { words: report.organisation }, face(13, BOLD))
  paper.y += logo ? 48 : 96
  said('P', { words: eyebrow }, face(12, REGULAR, QUIET))
  paper.y += 4
  said('H1', { words, lang }, face(words.length > 120 ? 17 : 28, BOLD, INK, 1.2))
  paper.y += 20
}

/** A heading stays with what it is the heading of. */
export function drawHeading(paper: Paper, { level, words, lang, eyebrow }: Heading) {
  paper.y += level === 2 ? 22 : 12
  need(paper, level === 2 ? 190 : 110)
  const width = WIDTH
  if (level === 2) {
    const left = SHEET.width
    // PDFKit counts from the right.
    const title = eyebrow ? `${eyebrow}. ${words}` : words
    paper.doc.outline.addItem(title, { top: paper.y - 8, left } as object)
  }
  element(paper, `H${level}`, { lang }, (made) => {
    if (eyebrow) {
      flow(paper, made, eyebrow, { face: face(9, REGULAR, QUIET), x: LEFT, width })
    }
    flow(paper, made, words, { face: heads[level], x: LEFT, width })
  })
  paper.y += level === 2 ? 6 : 3
}

export function drawParagraph(paper: Paper, { words, lang, tone }: Paragraph) {
  const face = tones[tone ?? 'plain']
  element(paper, 'P', { lang }, (made) =>
    flow(paper, made, words, { face, x: LEFT, width: MEASURE }),
  )
  paper.y += 6
}

export function drawList(paper: Paper, { items }: List) {
  const { doc } = paper
  element(paper, 'L', {}, (list) => {
    for (const { words, lang } of items) {
      need(paper, tones.plain.leading)
      const item = doc.struct('LI')
      list.add(item)
      const top = paper.y
      const body = doc.struct('LBody', lang ? { lang } : {})
      const place = { face: tones.plain, x: LEFT + 14, width: MEASURE - 14 }
      doc.markContent('Artifact', { type: 'Layout' })
      doc.circle(LEFT + 4, top + 6.2, 1.6).fill(INK)
      doc.endMarkedContent()
      item.add(body)
      flow(paper, body, words, place)
      body.end()
      item.end()
      paper.y += 2
    }
  })
  paper.y += 6
}
