import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkMark, networkOf } from '../../network.ts'
import { hashSecret, makeSecret } from '../../secrets.ts'
import { type Act, SESSION_LONGEST, type User } from '../../store/store.ts'
import { Problem } from '../../survey/problem.ts'
import { may, type Right } from '../../survey/rights.ts'
import type { Deps } from '../deps.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** who is signed in; the organisation of everything office comes from here */
    user: User | undefined
  }
  interface FastifyContextConfig {
    /** an office door that needs no session */
    public?: boolean
    /** what an office door asks for; `own`: whoever is signed in. Without any, nobody enters */
    right?: Right | 'own'
    /** a door at which only a script knocks, by itself */
    unattended?: boolean
  }
}

const COOKIE = 'svar-session'
/** Set by a script that asks for a page by itself: such a request is no visit. */
const REFRESH = 'svar-refresh'

export type Sessions = ReturnType<typeof sessions>

/** The one place that decides who may enter the office, before any of its handlers. */
export function sessions(office: FastifyInstance, { store, clock, config, secret }: Deps) {
  const cookie = {
    path: '/office',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.baseUrl?.startsWith('https:') ?? false,
  } as const

  office.decorateRequest('user', undefined)
  office.addHook('preHandler', async (request) => {
    const { right, unattended, public: open } = request.routeOptions.config
    request.user = await userNow(request, !unattended && request.headers[REFRESH] === undefined)
    if (open) return
    if (!request.user) throw new Problem('signed-out')
    if (request.is404 || right === 'own') return
    if (!right || !may(request.user.role, right)) throw new Problem('not-allowed')
  })

  async function userNow(request: FastifyRequest, visit: boolean): Promise<User | undefined> {
    const token = request.cookies[COOKIE]
    return token ? store.session(hashSecret(token), clock(), visit) : undefined
  }

  async function end(request: FastifyRequest, reply: FastifyReply) {
    const token = request.cookies[COOKIE]
    if (token) await store.endSession(hashSecret(token))
    reply.clearCookie(COOKIE, cookie)
  }

  return {
    /** A new session at each sign-in; one that was there before ends. */
    async begin(request: FastifyRequest, reply: FastifyReply, user: User) {
      await end(request, reply)
      const token = makeSecret()
      const network = networkMark(secret, user.email, networkOf(request.ip))
      await store.openSession(hashSecret(token), user.id, clock(), network)
      reply.setCookie(COOKIE, token, { ...cookie, maxAge: SESSION_LONGEST / 1000 })
    },
    end,
    /** The session that asks, as the store knows it. */
    here: (request: FastifyRequest) => hashSecret(request.cookies[COOKIE] ?? ''),
    /** Whose session it still is, and as what; asking is no visit. */
    standing: (request: FastifyRequest) => userNow(request, false),
  }
}

/** The signed-in user; the hook above has seen to it that there is one. */
export function userOf(request: FastifyRequest): User {
  if (!request.user) throw new Problem('signed-out')
  return request.user
}

/** What the signed-in user does, for the audit log. */
export const actOf = (request: FastifyRequest, clock: () => number): Act => ({
  by: userOf(request).id,
  at: isoOf(clock()),
})

/** A password as it came in a form; never tidied, never shown again. */
export function passwordIn(request: FastifyRequest, field = 'password'): string {
  const given = (request.body as Record<string, unknown> | undefined)?.[field]
  return typeof given === 'string' ? given.slice(0, 1001) : ''
}

export const isoOf = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toString()
