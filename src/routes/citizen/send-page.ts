import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import { takesZipped } from './zipped.ts'

const zip = promisify(gzip)

/** The last tenth of what could be saved costs most of the time. */
const level = { level: 1 }

/**
 * Sends a citizen's page, a third as long where the browser takes it compressed. Pages of the office
 * are not: they hold secrets beside words that others choose, whose length would then tell.
 */
export async function sendPage(reply: FastifyReply, html: string): Promise<FastifyReply> {
  if (!takesZipped(reply.request.headers['accept-encoding'])) return reply.send(html)
  const zipped = await zip(html, level)
  return reply.header('content-encoding', 'gzip').send(zipped)
}
