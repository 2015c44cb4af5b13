import { LIGHT } from '../../survey/color/accent.ts'
import { directionOf } from '../../survey/language.ts'
import { codeOf, runsIn } from '../qr.ts'
import { BOLD, REGULAR } from '../pdf/fonts.ts'
import { type Box, setWords } from './lines.ts'
import { drawLogo } from '../pdf/logo.ts'
import type { Poster, PosterLook } from './poster.ts'

// An A4 sheet in points; A3 is the same, larger.
const [WIDTH, HEIGHT] = [595.28, 841.89]
const MARGIN = 48
const INNER = WIDTH - 2 * MARGIN
/** The code with its quiet zone is half as wide as the sheet. */
const CODE = WIDTH / 2
const FRAME = 7
const INK = LIGHT.ink
const QUIET_INK = '#545c61'
const WHITE = '#ffffff'

type Doc = PDFKit.PDFDocument

/** One sheet: who asks, what, the code and what to do with it, and where and until when. */
export function drawPoster(doc: Doc, poster: Poster, look: PosterLook) {
  doc.scale(doc.page.width / WIDTH)
  const below = HEIGHT - 128
  doc.markContent('Artifact', { type: 'Layout' })
  doc.rect(0, 0, WIDTH, 14).rect(MARGIN, below, INNER, 1.5).fill(look.accent)
  doc.endMarkedContent()
  const frameSide = CODE + 2 * FRAME
  const frameTop = below - 92 - frameSide
  const tag = (type: string, draw: () => void) => doc.struct(type, {}, [draw])
  const sheet = doc.struct('Sect', { title: poster.title, lang: poster.language }, [
    ...asker(doc, poster, look),
    tag('H1', () => {
      setTitle(doc, poster, frameTop)
    }),
    tag('P', () => {
      write(doc, poster, poster.lead, { ...leadBox(frameTop), font: REGULAR, color: INK })
    }),
    doc.struct(
      'Figure',
      { alt: poster.alt, bbox: boxOf(doc, poster, frameTop, frameSide) } as object,
      [() => drawCode(doc, poster, look.accent, frameTop)],
    ),
    ...steps(doc, poster, look, frameTop, frameSide),
    tag('P', () => setAddress(doc, poster, look, frameTop + frameSide + 20)),
    ...foot(doc, poster, below),
  ])
  doc.addStructure(sheet)
  sheet.end()
}

const leadBox = (frameTop: number) => ({
  x: MARGIN,
  y: frameTop - 72,
  width: INNER,
  height: 48,
  most: 20,
  least: 11,
})

/** The logo, and the name beside it. */
function asker(doc: Doc, poster: Poster, { logo }: PosterLook) {
  const { organisation } = poster
  const top = 44
  const box = { width: 150, height: 52 }
  const scale = logo ? Math.min(box.width / logo.width, box.height / logo.height) : 0
  const wide = logo ? logo.width * scale : 0
  const high = logo ? logo.height * scale : 0
  const x = MARGIN + (logo ? wide + 18 : 0)
  return [
    ...(logo
      ? [
          doc.struct('Figure', { alt: organisation }, [
            () =>
              drawLogo(
                doc,
                logo,
                across(poster, MARGIN, wide),
                top + (box.height - high) / 2,
                scale,
              ),
          ]),
        ]
      : []),
    doc.struct('P', {}, [
      () => {
        const words = { x, width: WIDTH - MARGIN - x, height: box.height, most: 18, least: 9 }
        const type = { font: BOLD, color: INK, gap: 0.1 }
        const y = logo ? top + middle(doc, organisation, { ...words, size: 18 }, box.height) : top
        write(doc, poster, organisation, { ...words, ...type, y })
      },
    ]),
  ]
}

/** How far down words begin that stand in the middle of a height. */
function middle(
  doc: Doc,
  words: string,
  { width, size }: { width: number; size: number },
  of: number,
) {
  doc.font(BOLD).fontSize(size)
  return Math.max(0, (of - doc.heightOfString(words, { width, lineGap: 0.1 * size })) / 2)
}

/** The title stands right above its lead, as large as there is room. */
function setTitle(doc: Doc, poster: Poster, frameTop: number) {
  const top = 124
  const height = frameTop - 72 - 18 - top
  write(doc, poster, poster.title, {
    x: MARGIN,
    y: top,
    width: INNER,
    height,
    most: 52,
    least: 12,
    low: true,
    font: BOLD,
    color: INK,
    gap: 0.06,
  })
}

function drawCode(doc: Doc, poster: Poster, accent: string, top: number) {
  const side = CODE + 2 * FRAME
  const left = across(poster, MARGIN, side)
  doc.roundedRect(left, top, side, side, 16).fill(accent)
  doc.roundedRect(left + FRAME, top + FRAME, CODE, CODE, 10).fill(WHITE)
  const rows = codeOf(poster.link)
  // A hair of overlap: rows must not show a seam on any screen.
  const shapes = rows.flatMap((row, y) =>
    runsIn(row).map(({ from, length }) => `${from} ${y} ${length} 1.02 re`),
  )
  doc.save()
  doc.translate(left + FRAME, top + FRAME).scale(CODE / rows.length)
  doc.fillColor('#000000').addContent(`${shapes.join('\n')}\nf`)
  doc.restore()
}

/** What one does, beside the code. */
function steps(doc: Doc, poster: Poster, { accent }: PosterLook, top: number, side: number) {
  const x = MARGIN + side + 26
  const width = WIDTH - MARGIN - x
  const each = side / poster.steps.length
  return poster.steps.map((words, index) =>
    doc.struct('P', {}, [
      () => {
        const y = top + index * each
        doc
          .moveTo(across(poster, x, 32), y + 3)
          .lineTo(across(poster, x, 32) + 32, y + 3)
          .lineWidth(4)
          .stroke(accent)
        const type = { font: REGULAR, color: INK, gap: 0.12 }
        write(doc, poster, words, {
          x,
          y: y + 16,
          width,
          height: each - 24,
          most: 18,
          least: 9,
          ...type,
        })
      },
    ]),
  )
}

function setAddress(doc: Doc, poster: Poster, { accent }: PosterLook, top: number) {
  const { or, address } = poster
  const line = { x: MARGIN, width: INNER }
  const small = { height: 18, most: 13, least: 9, font: REGULAR, color: QUIET_INK }
  const high = write(doc, poster, or, { ...line, y: top, ...small })
  const large = { height: 34, most: 24, least: 8, font: BOLD, color: accent }
  write(doc, poster, address, { ...line, y: top + high + 4, ...large })
}

/** Where, and until when. */
function foot(doc: Doc, poster: Poster, top: number) {
  const { site, until } = poster
  const y = top + 22
  const half = { y, height: 62, least: 9, gap: 0.1 }
  const gap = 24
  const wide = site && until ? INNER * 0.6 : INNER
  return [
    ...(site
      ? [
          doc.struct('P', {}, [
            () => {
              const box = { ...half, x: MARGIN, width: wide - gap / 2, most: 24 }
              write(doc, poster, site, { ...box, font: BOLD, color: INK })
            },
          ]),
        ]
      : []),
    ...(until
      ? [
          doc.struct('P', {}, [
            () => {
              const x = site ? MARGIN + wide + gap / 2 : MARGIN
              const box = { ...half, x, width: WIDTH - MARGIN - x, most: 18 }
              const align = site ? ('right' as const) : ('left' as const)
              write(doc, poster, until, { ...box, align, font: REGULAR, color: INK })
            },
          ]),
        ]
      : []),
  ]
}

const boxOf = (doc: Doc, poster: Poster, top: number, side: number) => {
  const scale = doc.page.width / WIDTH
  const left = across(poster, MARGIN, side)
  return [left, top, left + side, top + side].map((one) => one * scale)
}

/** A sheet that is read from right to left is the other's mirror. */
const across = ({ language }: Poster, x: number, width: number) =>
  directionOf(language) === 'rtl' ? WIDTH - x - width : x

function write(doc: Doc, poster: Poster, words: string, box: Box): number {
  if (directionOf(poster.language) === 'ltr') return setWords(doc, words, box)
  const align = box.align === 'right' ? 'left' : 'right'
  return setWords(doc, words, { ...box, x: across(poster, box.x, box.width), align })
}
