import { constants, crc32, deflateRawSync } from 'node:zlib'

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
const level = { level: 9 }

/**
 * A page with one short gap, compressed once: only the gap is written per request, as a stored
 * block between two deflated ones (RFC 1951 3.2.4, RFC 1952).
 */
export function zipAround(before: string, after: string) {
  const head = Buffer.from(before)
  const tail = Buffer.from(after)
  const headZipped = deflateRawSync(head, { ...level, finishFlush: constants.Z_SYNC_FLUSH })
  const tailZipped = deflateRawSync(tail, level)
  const headSum = crc32(head)
  return (gap: string): Buffer => {
    const middle = Buffer.from(gap)
    const block = Buffer.alloc(5)
    block.writeUInt16LE(middle.length, 1)
    block.writeUInt16LE(~middle.length & 0xffff, 3)
    const trailer = Buffer.alloc(8)
    trailer.writeUInt32LE(crc32(tail, crc32(middle, headSum)), 0)
    trailer.writeUInt32LE((head.length + middle.length + tail.length) >>> 0, 4)
    return Buffer.concat([header, headZipped, block, middle, tailZipped, trailer])
  }
}
