import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { takesZipped } from './citizen/zipped.ts'

/** Seconds for which anyone may keep what is public; a withdrawing is seen everywhere after them. */
const KEPT = 60

/** A body that is the same for everyone, ready to be sent. */
export interface Fresh {
  plain: string
  zipped: Buffer
  tag: string
}

export function freshOf(plain: string): Fresh {
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { plain, zipped: gzipSync(plain, { level: 9 }), tag }
}

/** Sends it, or says that the reader's own copy still holds. */
export function sendFresh(request: FastifyRequest, reply: FastifyReply, fresh: Fresh) {
  reply.headers({ etag: `W/${fresh.tag}`, 'cache-control': `public, max-age=${KEPT}` })
  const known = String(request.headers['if-none-match'] ?? '')
  if (known.split(/,\s*/).some((one) => one.replace(/^W\//, '') === fresh.tag)) {
    return reply.code(304).send()
  }
  if (!takesZipped(request.headers['accept-encoding'])) return reply.send(fresh.plain)
  return reply.header('content-encoding', 'gzip').send(fresh.zipped)
}
