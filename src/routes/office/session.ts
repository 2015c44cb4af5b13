import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hashSecret, makeSecret } from '../../secrets.ts'
import { SESSION_LONGEST, type User } from '../../store/store.ts'
import { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** who is signed in; the organisation of everything office comes from here */
    user: User | undefined
  }
  interface FastifyContextConfig {
    /** an office door that needs no session */
    public?: boolean
    /** a door at which only a script knocks, by itself */
    unattended?: boolean
  }
}

const COOKIE = 'svar-session'
/** Set by a script that asks for a page by itself: such a request is no visit. */
const REFRESH = 'svar-refresh'

export type Sessions = ReturnType<typeof sessions>

/** The one place that decides who may enter the office, before any of its handlers. */
export function sessions(office: FastifyInstance, { store, clock, config }: Deps) {
  const cookie = {
    path: '/office',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.baseUrl?.startsWith('https:') ?? false,
  } as const

  office.decorateRequest('user', undefined)
  office.addHook('preHandler', async (request) => {
    const { unattended, public: free } = request.routeOptions.config
    request.user = await userNow(request, !unattended && request.headers[REFRESH] === undefined)
    if (!request.user && !free) throw new Problem('signed-out')
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
      await store.openSession(hashSecret(token), user.id, clock())
      reply.setCookie(COOKIE, token, { ...cookie, maxAge: SESSION_LONGEST / 1000 })
    },
    end,
    /** Whether the session of a request still stands. */
    stands: async (request: FastifyRequest) => (await userNow(request, false)) !== undefined,
  }
}

/** The signed-in user; the hook above has seen to it that there is one. */
export function userOf(request: FastifyRequest): User {
  if (!request.user) throw new Problem('signed-out')
  return request.user
}
