import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { onward } from '../face.ts'
import { makeGuesses } from './guesses.ts'
import { SECOND_STEP } from './second-step.ts'
import { passwordIn, type Sessions } from '../session.ts'
import type { SendSignIn } from './sign-in-ways.ts'
import { whoIs } from './who-is.ts'

export function signInRoutes(
  office: FastifyInstance,
  deps: Deps,
  sessions: Sessions,
  sendSignIn: SendSignIn,
) {
  office.get('/sign-in', { config: { public: true } }, async (request, reply) => {
    if (request.user) return reply.redirect(onward(request, '/office'), 303)
    const reset = one(request.query as Fields, 'done') === 'password'
    return sendSignIn(request, reply, { reset })
  })

  const guesses = makeGuesses(deps, { pair: 5, account: 50, network: 60, flood: 600 })

  office.post('/sign-in', { config: { public: true } }, async (request, reply) => {
    const email = emailOf(request)
    const guess = guesses.begin(request.ip, email)
    const user = await whoIs(deps, email, passwordIn(request))
    if (!user) {
      guess.wrong()
      return sendSignIn(request, reply, { fault: 'wrong', email })
    }
    await guess.right(user.id)
    const begun = await sessions.begin(request, reply, user)
    if (begun === 'elsewhere') return sendSignIn(request, reply, { fault: 'elsewhere', email })
    return reply.redirect(onward(request, begun === 'half' ? SECOND_STEP : '/office'), 303)
  })

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
