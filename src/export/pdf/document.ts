import Pdf from 'pdfkit'
import { BOLD, loadFonts, REGULAR } from './fonts.ts'

interface About {
  size: string
  title: string
  language: string
}

/** An empty PDF that is tagged, says its language and title, and embeds what it is set in. */
export async function openPdf({ size, title, language }: About) {
  const fonts = await loadFonts()
  const options: PDFKit.PDFDocumentOptions = {
    size,
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    // Missing in the types.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: { Title: title, CreationDate: new Date(0), Producer: 'Svar', Creator: 'Svar' },
    // Given here too, PDFKit would read it anew each time that it is asked for by its name.
    font: '',
  }
  const doc = new Pdf(options)
  doc.registerFont(REGULAR, fonts.regular)
  doc.registerFont(BOLD, fonts.bold)
  return { doc, has: fonts.has }
}

/** Draws part after part, and gives away what is made before the next: others are answered too. */
export async function* inPieces<T>(
  doc: PDFKit.PDFDocument,
  parts: Iterable<T>,
  draw: (part: T) => void,
  finish: () => void = () => {},
) {
  for (const part of parts) {
    draw(part)
    const made = doc.read() as Buffer | null
    if (made) yield made
    await new Promise((resolve) => setImmediate(resolve))
  }
  finish()
  doc.end()
  for await (const rest of doc) yield rest as Buffer
}
