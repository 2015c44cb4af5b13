import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { takesZipped } from './zipped.ts'

const zip = promisify(gzip)
/** The last tenth of what could be saved costs most of the time. */
const level = { level: 1 }

/**
 * Compresses what varies by encoding and is not compressed yet: the pages of citizens, a third as long on their way to a phone.
 * Pages of the office say no such thing: they hold secrets beside words that others choose, whose length would then tell.
 */
export function zipPages(app: FastifyInstance) {
  app.addHook('onSend', async (request, reply, payload) => {
    const varies = String(reply.getHeader('vary') ?? '').includes('Accept-Encoding')
    if (!varies || typeof payload !== 'string' || reply.hasHeader('content-encoding'))
      return payload
    if (!takesZipped(request.headers['accept-encoding'])) return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return zip(payload, level)
  })
}
