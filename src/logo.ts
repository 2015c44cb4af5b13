import { createHash } from 'node:crypto'
import { type RasterFault, rasterIn } from './logo-raster.ts'
import { drawingIn, type SvgFault, svgOf } from './logo-svg.ts'
import type { Logo } from './survey/organisation.ts'

/** A logo weighs less than a page; what is larger is a photograph by mistake. */
export const LARGEST_LOGO = 200_000

export type LogoFault = RasterFault | SvgFault | 'empty' | 'large' | 'kind'

type Shape = Pick<Logo, 'type' | 'width' | 'height'>

export interface ReadLogo {
  look: Logo
  bytes: Buffer
  /** parts of a drawing that cannot be kept */
  left: string[]
}

/** A logo as it is kept: a picture as it came, a drawing written anew. What it is called says nothing. */
export function readLogo(given: Buffer, owner: string): ReadLogo | { fault: LogoFault } {
  const lookOf = (bytes: Buffer, shape: Shape): Logo => ({
    ...shape,
    hash: addressOf(bytes, owner),
    size: bytes.length,
  })
  if (given.length === 0) return { fault: 'empty' }
  if (given.length > LARGEST_LOGO) return { fault: 'large' }
  const raster = rasterIn(given)
  if (raster) {
    if ('fault' in raster) return raster
    return { look: lookOf(given, raster), bytes: given, left: [] }
  }
  const start = given.subarray(0, 1000).toString('utf8')
  if (!/<svg[\s>]/.test(given.toString('utf8')) || !/^\ufeff?\s*</.test(start)) {
    return { fault: 'kind' }
  }
  const read = drawingIn(given.toString('utf8'))
  if ('fault' in read) return read
  const { drawing, left } = read
  const bytes = Buffer.from(svgOf(drawing))
  if (bytes.length > LARGEST_LOGO) return { fault: 'large' }
  const { width, height } = drawing
  return { look: lookOf(bytes, { type: 'svg', width, height }), bytes, left }
}

/** Of each organisation its own: two may have the same logo, and neither can tell. */
const addressOf = (bytes: Buffer, owner: string) =>
  createHash('sha256').update(`${owner}\n`).update(bytes).digest('hex').slice(0, 32)
