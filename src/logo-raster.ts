import { inflateSync } from 'node:zlib'
import type { Logo } from './survey/organisation.ts'

export type RasterFault = 'broken' | 'pixels'

type Raster = Pick<Logo, 'width' | 'height'> & { type: 'png' | 'jpeg' }

const MOST_PIXELS = 4000
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/** A PNG or JPEG by what is in it, decoded as far as it takes to trust it; undefined for others. */
export function rasterIn(bytes: Buffer): Raster | { fault: RasterFault } | undefined {
  const isPng = bytes.subarray(0, 8).equals(PNG)
  if (!isPng && !(bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)) return undefined
  try {
    const raster = isPng ? pngIn(bytes) : jpegIn(bytes)
    if (!raster) return { fault: 'broken' }
    const { width, height } = raster
    if (width > MOST_PIXELS || height > MOST_PIXELS) return { fault: 'pixels' }
    if (isPng && !hasPixels(bytes, raster)) return { fault: 'broken' }
    return raster
  } catch {
    // Ran over the end, or could not be unpacked.
    return { fault: 'broken' }
  }
}

function pngIn(bytes: Buffer): Raster | undefined {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return width > 0 && height > 0 ? { type: 'png', width, height } : undefined
}

/** Samples a pixel, by colour type, with the depths that each may have. */
const colours: Record<number, { samples: number; depths: number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

/** Seven passes of an interlaced picture: where each begins, and its steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Whether the pixels are all there, line by line: a broken one would stop a poster half-way. */
function hasPixels(bytes: Buffer, { width, height }: Raster): boolean {
  const [depth, type, , , interlace] = bytes.subarray(24, 29)
  const colour = colours[type!]
  if (!colour?.depths.includes(depth!) || interlace! > 1) return false
  const parts = chunksIn(bytes)
  if (type === 3 && !parts.some(({ name, data }) => name === 'PLTE' && data.length > 0))
    return false
  const lengths = (interlace === 1 ? passes : [[0, 0, 1, 1] as const]).flatMap(([x, y, dx, dy]) => {
    const across = Math.ceil((width - x) / dx)
    const down = Math.ceil((height - y) / dy)
    if (across <= 0 || down <= 0) return []
    const line = 1 + Math.ceil((across * colour.samples * depth!) / 8)
    return Array.from({ length: down }, () => line)
  })
  const expected = lengths.reduce((sum, length) => sum + length, 0)
  const packed = parts.filter(({ name }) => name === 'IDAT').map(({ data }) => data)
  const pixels = inflateSync(Buffer.concat(packed), { maxOutputLength: expected + 1 })
  if (pixels.length !== expected) return false
  let at = 0
  return lengths.every((length) => {
    const filter = pixels[at]!
    at += length
    return filter <= 4
  })
}

function chunksIn(bytes: Buffer): { name: string; data: Buffer }[] {
  const parts = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (at + 12 + length > bytes.length) throw new RangeError(name)
    parts.push({ name, data: bytes.subarray(at + 8, at + 8 + length) })
    if (name === 'IEND') return parts
    at += 12 + length
  }
  throw new RangeError('no end')
}

/** Baseline and progressive pictures of eight bits, as every browser shows them. */
function jpegIn(bytes: Buffer): Raster | undefined {
  if (!bytes.subarray(-64).includes(Buffer.from('ffd9', 'hex'))) return undefined
  for (let at = 2; at < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xc2) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      const isUsual = bytes[at + 4] === 8 && [1, 3].includes(bytes[at + 9]!)
      return isUsual && width > 0 && height > 0 ? { type: 'jpeg', width, height } : undefined
    }
    if (marker === 0xda || (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4)) return undefined
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
