import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkMark, networkOf } from '../../network.ts'
import { hashSecret, makeSecret } from '../../secrets.ts'
import { type Act, HALF_SESSION, SESSION_LONGEST } from '../../store/store.ts'
import type { SignedIn, User } from '../../store/store.ts'
import { Problem } from '../../survey/problem.ts'
import { may, type Right } from '../../survey/rights.ts'
import type { Way } from '../../survey/people/sign-in.ts'
import type { Deps } from '../deps.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** who is signed in; the organisation of everything office comes from here */
    user: SignedIn | undefined
  }
  interface FastifyContextConfig {
    /** an office door that needs no session */
    public?: boolean
    /** what an office door asks for; `own`: whoever is signed in. Without any, nobody enters */
    right?: Right | 'own'
    /** a door at which only a script knocks, by itself */
    unattended?: boolean
    /** a door also for who has yet to set up a second factor */
    confined?: boolean
  }
}

const COOKIE = 'svar-session'
/** Of who has given a password, and not yet the code that goes with it. */
const HALF = 'svar-step'
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
    const { right, unattended, confined, public: open } = request.routeOptions.config
    request.user = await userNow(request, !unattended && request.headers[REFRESH] === undefined)
    if (open) return
    if (!request.user) throw new Problem('signed-out')
    if (request.user.confined && !confined) throw new Problem('factor-demanded')
    if (request.is404 || right === 'own') return
    if (!right || !may(request.user.role, right)) throw new Problem('not-allowed')
  })

  async function userNow(request: FastifyRequest, visit: boolean) {
    const token = request.cookies[COOKIE]
    return token ? store.session(hashSecret(token), clock(), visit) : undefined
  }

  async function end(request: FastifyRequest, reply: FastifyReply) {
    const token = request.cookies[COOKIE]
    if (token) await store.endSession(hashSecret(token))
    const half = request.cookies[HALF]
    if (half) {
      await store.endHalfSession(hashSecret(half))
      reply.clearCookie(HALF, cookie)
    }
    reply.clearCookie(COOKIE, cookie)
  }

  const give = (reply: FastifyReply, token: string) =>
    reply.setCookie(COOKIE, token, { ...cookie, maxAge: SESSION_LONGEST / 1000 })

  async function beginWhole(request: FastifyRequest, reply: FastifyReply, user: User, way: Way) {
    await end(request, reply)
    const token = makeSecret()
    const network = networkMark(secret, user.email, networkOf(request.ip))
    await store.openSession(hashSecret(token), user.id, clock(), { way, network })
    give(reply, token)
  }

  return {
    /**
     * A new session at each sign-in; one that was there before ends. Where the password is not
     * enough it is a half one, and where the organisation has its own way in there is none.
     */
    async begin(
      request: FastifyRequest,
      reply: FastifyReply,
      user: User,
      way: Way = 'password',
    ): Promise<'whole' | 'half' | 'elsewhere'> {
      if (way !== 'provider' && !(await store.passwordsAllowed(user.organisation))) {
        return 'elsewhere'
      }
      if (way !== 'password' || !(await store.secondFactor(user.id))) {
        await beginWhole(request, reply, user, way)
        return 'whole'
      }
      await end(request, reply)
      const token = makeSecret()
      await store.openHalfSession(hashSecret(token), user.id, clock())
      reply.setCookie(HALF, token, { ...cookie, maxAge: HALF_SESSION / 1000 })
      return 'half'
    },
    /** Who has given the password, and the half session that says so. */
    async half(request: FastifyRequest) {
      const given = request.cookies[HALF]
      const token = hashSecret(given ?? '')
      const user = given ? await store.halfSession(token, clock()) : undefined
      return user && { user, token }
    },
    /** The code was right: the half session ends, and a whole one begins. */
    complete: (request: FastifyRequest, reply: FastifyReply, user: User) =>
      beginWhole(request, reply, user, 'password'),
    /** The same session under another token, since it may do more from now on. */
    async rotate(request: FastifyRequest, reply: FastifyReply) {
      const token = makeSecret()
      await store.rotateSession(hashSecret(request.cookies[COOKIE] ?? ''), hashSecret(token))
      give(reply, token)
    },
    end,
    /** The session that asks, as the store knows it. */
    here: (request: FastifyRequest) => hashSecret(request.cookies[COOKIE] ?? ''),
    /** Whose each of these sessions still is, and as what; asking is no visit. */
    standing: (tokens: Buffer[]) => store.standing(tokens, clock()),
  }
}

/** The signed-in user; the hook above has seen to it that there is one. */
export function userOf(request: FastifyRequest): SignedIn {
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
