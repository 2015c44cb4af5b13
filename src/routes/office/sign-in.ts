import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { one } from '../../survey/fields.ts'
import { passwordIs } from '../../secrets.ts'
import { Problem } from '../../survey/problem.ts'
import type { Fields } from '../../survey/response.ts'
import type { Deps } from '../deps.ts'
import { onward } from './face.ts'
import type { Sessions } from './session.ts'
import { SECOND_STEP } from './second-step.ts'
import type { SendSignIn } from './sign-in-ways.ts'

const WINDOW = 15 * 60 * 1000

export function signInRoutes(
  office: FastifyInstance,
  { store }: Deps,
  sessions: Sessions,
  sendSignIn: SendSignIn,
) {
  office.get('/sign-in', { config: { public: true } }, async (request, reply) => {
    if (request.user) return reply.redirect(onward(request, '/office'), 303)
    return sendSignIn(request, reply)
  })

  // One address may try so many accounts, or it would only have to change the name.
  const perAddress = office.createRateLimit({ max: 60, timeWindow: WINDOW })

  office.post(
    '/sign-in',
    {
      config: {
        public: true,
        // By address and account, so that a guesser locks out nobody but himself.
        rateLimit: {
          max: 10,
          timeWindow: WINDOW,
          hook: 'preHandler',
          keyGenerator: (request) => `sign-in ${request.ip} ${emailOf(request)}`,
        },
      },
    },
    async (request, reply) => {
      const address = await perAddress(request)
      if (!address.isAllowed && address.isExceeded) {
        throw new Problem('too-many', [], address.ttlInSeconds)
      }
      const email = emailOf(request)
      const password = (request.body as { password?: unknown } | undefined)?.password
      const user = email ? await store.userByEmail(email) : undefined
      const given = typeof password === 'string' ? password.slice(0, 1000) : ''
      if (!(await passwordIs(user?.password, given)) || !user) {
        return sendSignIn(request, reply, { fault: 'wrong', email })
      }
      const begun = await sessions.begin(request, reply, user)
      if (begun === 'elsewhere') return sendSignIn(request, reply, { fault: 'elsewhere', email })
      return reply.redirect(onward(request, begun === 'half' ? SECOND_STEP : '/office'), 303)
    },
  )

  office.post('/sign-out', { config: { right: 'own', confined: true } }, async (request, reply) => {
    await sessions.end(request, reply)
    return reply.redirect(onward(request, '/office/sign-in'), 303)
  })

  async function sendWait(request: FastifyRequest, reply: FastifyReply, seconds: number) {
    const minutes = Math.ceil(seconds / 60)
    return sendSignIn(request, reply, { fault: 'throttled', email: emailOf(request), minutes })
  }

  return { sendWait }
}

export const emailOf = (request: FastifyRequest) =>
  one((request.body ?? {}) as Fields, 'email')
    .toLowerCase()
    .slice(0, 254)
