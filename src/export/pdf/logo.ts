import type { Drawing, Shape } from '../../survey/color/drawing.ts'

/** A logo as it is drawn: pixels, or shapes that the reader of the file has vouched for. */
export type PdfLogo =
  | { type: 'raster'; bytes: Buffer; width: number; height: number }
  | { type: 'drawing'; drawing: Drawing; width: number; height: number }

type Doc = PDFKit.PDFDocument

/** A logo at a place, in its own units times a scale. */
export function drawLogo(doc: Doc, logo: PdfLogo, x: number, y: number, scale: number) {
  if (logo.type === 'raster') {
    doc.image(logo.bytes, x, y, { width: logo.width * scale, height: logo.height * scale })
    return
  }
  const { drawing } = logo
  doc.save()
  doc.translate(x, y).scale((logo.width * scale) / drawing.width)
  doc.rect(0, 0, drawing.width, drawing.height).clip()
  doc.translate(-drawing.x, -drawing.y)
  for (const shape of drawing.shapes) drawShape(doc, shape)
  doc.restore()
}

function drawShape(doc: Doc, { transforms, path, fill, stroke, strokeWidth, evenOdd }: Shape) {
  doc.save()
  for (const matrix of transforms) doc.transform(...matrix)
  doc.path(path)
  const rule = evenOdd ? 'even-odd' : 'non-zero'
  if (fill) doc.fillColor(fill.color, fill.opacity)
  if (stroke) doc.strokeColor(stroke.color, stroke.opacity).lineWidth(strokeWidth)
  if (fill && stroke) doc.fillAndStroke(undefined, undefined, rule)
  else if (fill) doc.fill(rule)
  else if (stroke) doc.stroke()
  doc.restore()
}
