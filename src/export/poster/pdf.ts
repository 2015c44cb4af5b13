import Pdf from 'pdfkit'
import { BOLD, loadFonts, REGULAR } from './fonts.ts'
import { drawPoster } from './page.ts'
import type { Poster, PosterLook } from './poster.ts'

/**
 * Posters as a tagged PDF, a page each, in pieces as they are made: thousands of sites take no more
 * memory than a few.
 */
export async function* postersPdf(posters: Iterable<Poster>, look: PosterLook) {
  const fonts = await loadFonts()
  const { size, title, language } = look
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
  }
  const doc = new Pdf({ ...options, font: fonts.regular as unknown as string })
  doc.registerFont(REGULAR, fonts.regular)
  doc.registerFont(BOLD, fonts.bold)
  for (const poster of posters) {
    doc.addPage()
    drawPoster(doc, poster, look)
    const made = doc.read() as Buffer | null
    if (made) yield made
    // Others are answered between two posters.
    await new Promise((resolve) => setImmediate(resolve))
  }
  doc.end()
  for await (const rest of doc) yield rest as Buffer
}
