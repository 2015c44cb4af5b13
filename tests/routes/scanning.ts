import { PDFiumLibrary } from '@hyzyla/pdfium'
import scan from 'jsqr'
import { PNG } from 'pngjs'

// Once: a second one finds the first one's memory gone.
const library = await PDFiumLibrary.init()

interface Picture {
  data: Uint8Array
  width: number
  height: number
}

/** What a camera reads off a picture. */
export const scanned = ({ data, width, height }: Picture): string | undefined =>
  scan(new Uint8ClampedArray(data), width, height)?.data

export const scannedPng = (file: Buffer) => scanned(PNG.sync.read(file))

/** The words of a PDF, page by page, as they are copied out of it. */
export async function wordsOf(file: Buffer): Promise<string[]> {
  const document = await library.loadDocument(file)
  const pages = [...document.pages()].map((page) => page.getText().replaceAll(/\s+/g, ' '))
  document.destroy()
  return pages
}

/** The pages of a PDF as they come off a printer: what is read, and the words on them. */
export async function sheetsOf(file: Buffer, scale = 1.5) {
  const document = await library.loadDocument(file)
  const sheets = []
  for (const page of document.pages()) {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    const text = page.getText().replaceAll(/\s+/g, ' ')
    const picture = await page.render({ scale, render: async ({ data }) => data })
    sheets.push({ width, height, link: scanned(picture), text, picture })
  }
  document.destroy()
  return sheets
}
