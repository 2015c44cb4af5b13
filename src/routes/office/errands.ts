import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashSecret, makeSecret } from '../../secrets.ts'
import type { ErrandKind } from '../../store/store.ts'
import type { Deps } from '../deps.ts'

const HOLDS = 10 * 60 * 1000

/**
 * What begins in one request and ends in another of the same browser, once: what was asked is in
 * the store, and the browser has the key to it in a cookie.
 */
export function errands<Body>(kind: ErrandKind, { store, clock, config }: Deps) {
  const name = `svar-${kind}`
  const cookie = {
    path: '/office',
    httpOnly: true,
    // A provider sends people back from its own pages.
    sameSite: kind === 'provider' ? 'lax' : 'strict',
    secure: config.baseUrl?.startsWith('https:') ?? false,
  } as const
  return {
    async begin(reply: FastifyReply, body: Body) {
      const token = makeSecret()
      const errand = { kind, body: JSON.stringify(body), until: clock() + HOLDS }
      await store.beginErrand(hashSecret(token), errand, clock())
      reply.setCookie(name, token, { ...cookie, maxAge: HOLDS / 1000 })
    },
    async end(request: FastifyRequest, reply: FastifyReply): Promise<Body | undefined> {
      const token = request.cookies[name]
      if (!token) return undefined
      reply.clearCookie(name, cookie)
      const body = await store.endErrand(hashSecret(token), kind, clock())
      return body === undefined ? undefined : (JSON.parse(body) as Body)
    },
  }
}
