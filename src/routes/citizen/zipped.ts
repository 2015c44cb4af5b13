import { constants, crc32, deflateRawSync } from 'node:zlib'
import Negotiator from 'negotiator'

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
const level = { level: 9 }

/** A compressed page in two parts, of which only the second is made per request. */
export interface Zipped {
  start: Buffer
  end: Buffer
}

/**
 * A page with one short gap, compressed once: per request the gap goes in as a stored block
 * between two deflated ones (RFC 1951 3.2.4, RFC 1952).
 */
export function zipAround(before: string, after: string): (gap: string) => Zipped {
  const head = Buffer.from(before)
  const tail = Buffer.from(after)
  const flush = { ...level, finishFlush: constants.Z_SYNC_FLUSH }
  const start = Buffer.concat([header, deflateRawSync(head, flush)])
  const last = deflateRawSync(tail, level)
  const sum = crc32(head)
  return (gap) => {
    const size = Buffer.byteLength(gap)
    const end = Buffer.allocUnsafe(5 + size + last.length + 8)
    end.writeUInt8(0, 0)
    end.writeUInt16LE(size, 1)
    end.writeUInt16LE(~size & 0xffff, 3)
    end.write(gap, 5)
    last.copy(end, 5 + size)
    end.writeUInt32LE(crc32(tail, crc32(gap, sum)), end.length - 8)
    end.writeUInt32LE((head.length + size + tail.length) >>> 0, end.length - 4)
    return { start, end }
  }
}

/** Browsers send few different headers; what is decided for one is remembered, within bounds. */
const REMEMBERED = 100
const decided = new Map<string, boolean>()

/** Whether a reply may be zipped, by the reader's `Accept-Encoding`. */
export function takesZipped(acceptEncoding = ''): boolean {
  const header = acceptEncoding.slice(0, 200)
  const known = decided.get(header)
  if (known !== undefined) return known
  const headers = { 'accept-encoding': header }
  const takes = new Negotiator({ headers }).encodings(['gzip', 'identity'])[0] === 'gzip'
  if (decided.size >= REMEMBERED) decided.clear()
  decided.set(header, takes)
  return takes
}
