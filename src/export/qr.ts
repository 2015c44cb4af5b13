import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Modules of white that a camera needs around a code. */
const QUIET = 4

/** What a camera reads: rows of dark and light, with the quiet zone around them. */
export const codeOf = (address: string): boolean[][] =>
  encode(address, { ecc: 'Q', border: QUIET }).data

/** Dark runs of a row, so that a code is a few hundred shapes and has no seams. */
export const runsIn = (row: boolean[]): { from: number; length: number }[] =>
  row.flatMap((dark, from) => {
    if (!dark || row[from - 1]) return []
    const end = row.indexOf(false, from)
    return [{ from, length: (end === -1 ? row.length : end) - from }]
  })

/** A code as a drawing that stays sharp at any size. */
export function qrSvg(address: string, title: string): string {
  const rows = codeOf(address)
  const size = rows.length
  const path = rows
    .flatMap((row, y) =>
      runsIn(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`),
    )
    .join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="512" height="512" role="img" shape-rendering="crispEdges">` +
    `<title>${escaped(title)}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>\n`
  )
}

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** So many pixels a module of a picture has: about 1000 across. */
const PIXELS = 20

/** A code as a picture of one bit a pixel. */
export function qrPng(address: string): Buffer {
  const rows = codeOf(address)
  const side = rows.length * PIXELS
  const lines = rows.flatMap((row) => {
    const line = Buffer.alloc(1 + Math.ceil(side / 8))
    for (let x = 0; x < side; x += 1) {
      if (!row[Math.floor(x / PIXELS)]) line[1 + (x >> 3)]! |= 0x80 >> (x & 7)
    }
    return Array.from({ length: PIXELS }, () => line)
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // One bit a pixel, grey.
  header.writeUInt8(1, 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
