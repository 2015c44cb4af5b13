import { inPieces, openPdf } from '../pdf/document.ts'
import { drawPoster } from './page.ts'
import type { Poster, PosterLook } from './poster.ts'

/**
 * Posters as a tagged PDF, a page each, in pieces as they are made: thousands of sites take no more
 * memory than a few.
 */
export async function* postersPdf(posters: Iterable<Poster>, look: PosterLook) {
  const { doc } = await openPdf(look)
  yield* inPieces(doc, posters, (poster) => {
    doc.addPage()
    drawPoster(doc, poster, look)
  })
}
