import type { FastifyRequest } from 'fastify'
import { hashSecret } from '../secrets.ts'

/** The hash of a request's token, by which the store knows it; undefined where there is none. */
export function bearerOf(request: Pick<FastifyRequest, 'headers'>): Buffer | undefined {
  const [, secret] = /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '') ?? []
  return secret === undefined ? undefined : hashSecret(secret)
}
