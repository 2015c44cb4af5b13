import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { takesZipped } from './zipped.ts'

/** The last tenth of what could be saved costs most of the time. */
const level = { level: 1 }

/**
 * Compresses what varies by encoding and is not compressed yet: the pages of citizens, a third as long on their way to a phone.
 * Pages of the office say no such thing: they hold secrets beside words that others choose, whose length would then tell.
 */
export function zipPages(app: FastifyInstance) {
  // Every sending passes here, so what is not zipped is let through without a promise.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || payload === '' || !isZipped(request, reply)) {
      return done(null, payload)
    }
    gzip(payload, level, (error, zipped) => {
      // Where it cannot be zipped it is sent as it is.
      if (error) return done(null, payload)
      reply.header('content-encoding', 'gzip').removeHeader('content-length')
      done(null, zipped)
    })
  })
}

function isZipped(request: FastifyRequest, reply: FastifyReply): boolean {
  const varies = String(reply.getHeader('vary') ?? '').includes('Accept-Encoding')
  const isPlain = varies && !reply.hasHeader('content-encoding')
  return isPlain && takesZipped(request.headers['accept-encoding'])
}
