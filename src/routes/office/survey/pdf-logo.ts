import type { PdfLogo } from '../../../export/pdf/logo.ts'
import { drawingIn } from '../../../logo-svg.ts'
import type { Store } from '../../../store/store.ts'
import type { Organisation } from '../../../survey/organisation.ts'

/** An organisation's logo as a PDF draws it. */
export async function pdfLogo(store: Store, { logo }: Organisation): Promise<PdfLogo | undefined> {
  const found = logo && (await store.logo(logo.hash))
  if (!found) return undefined
  const { bytes, look } = found
  const { width, height } = look
  if (look.type !== 'svg') return { type: 'raster', bytes, width, height }
  const read = drawingIn(bytes.toString('utf8'))
  return 'drawing' in read ? { type: 'drawing', drawing: read.drawing, width, height } : undefined
}
