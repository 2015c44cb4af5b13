import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { one } from '../../survey/fields.ts'
import { signInPage } from '../../pages/office/sign-in.tsx'
import type { Fields } from '../../survey/response.ts'
import type { Deps } from '../deps.ts'
import { type OfficeFace, onward } from './face.ts'
import { makeGuesses } from './guesses.ts'
import { passwordIn, type Sessions } from './session.ts'
import { whoIs } from './who-is.ts'

export function signInRoutes(
  office: FastifyInstance,
  deps: Deps,
  face: OfficeFace,
  sessions: Sessions,
) {
  office.get('/sign-in', { config: { public: true } }, async (request, reply) => {
    if (request.user) return reply.redirect(onward(request, '/office'), 303)
    const reset = one(request.query as Fields, 'done') === 'password'
    return signInPage(await face.frame(request, reply), { reset })
  })

  const guesses = makeGuesses(deps, { pair: 5, account: 50, network: 60 })

  office.post('/sign-in', { config: { public: true } }, async (request, reply) => {
    const email = emailOf(request)
    const guess = guesses.begin(request.ip, email)
    const user = await whoIs(deps.store, email, passwordIn(request))
    if (!user) {
      guess.wrong()
      const frame = await face.frame(request, reply)
      return reply.code(422).send(signInPage(frame, { fault: 'wrong', email }))
    }
    await guess.right()
    await sessions.begin(request, reply, user)
    return reply.redirect(onward(request, '/office'), 303)
  })

  office.post('/sign-out', { config: { right: 'own' } }, async (request, reply) => {
    await sessions.end(request, reply)
    return reply.redirect(onward(request, '/office/sign-in'), 303)
  })

  async function sendWait(request: FastifyRequest, reply: FastifyReply, seconds: number) {
    const minutes = Math.ceil(seconds / 60)
    const frame = await face.frame(request, reply)
    const page = signInPage(frame, { fault: 'throttled', email: emailOf(request), minutes })
    return reply.code(429).send(page)
  }

  return { sendWait }
}

export const emailOf = (request: FastifyRequest) =>
  one((request.body ?? {}) as Fields, 'email')
    .toLowerCase()
    .slice(0, 254)
