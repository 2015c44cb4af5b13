import type { FastifyInstance } from 'fastify'
import {
  type Forgotten,
  forgottenAskPage,
  forgottenPage,
  forgottenSentPage,
} from '../../../pages/office/sign-in/forgotten.tsx'
import { one } from '../../../survey/fields.ts'
import { isEmail } from '../../../survey/people/person.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { makeGuesses } from './guesses.ts'
import { makePostings } from '../postings.ts'
import { emailOf } from './sign-in.ts'

/**
 * Asking for a new password. Whether the address has an account is seen when the letter is sent, so
 * that neither the reply nor how long it takes can tell.
 */
export function forgottenRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, config } = deps
  const postings = makePostings(deps)
  const guesses = makeGuesses(deps, { pair: 3, account: 10, network: Infinity, flood: 30 })

  office.get('/forgotten', { config: { public: true } }, async (request, reply) => {
    const frame = await face.frame(request, reply)
    if (!config.mail) return forgottenAskPage(frame)
    const sent = one(request.query as Fields, 'done') === 'sent'
    return sent ? forgottenSentPage(frame) : forgottenPage(frame)
  })

  office.post('/forgotten', { config: { public: true } }, async (request, reply) => {
    const frame = await face.frame(request, reply)
    const email = emailOf(request)
    const again = (status: number, view: Forgotten) =>
      reply.code(status).send(forgottenPage(frame, { email, ...view }))
    if (!config.mail) return forgottenAskPage(frame)
    if (!isEmail(email)) return again(422, { fault: 'email' })
    try {
      const asked = guesses.begin(request.ip, email)
      // Else whoever asks all the time would void each link before it is read.
      if (!asked.besieged || (await asked.isKnown())) {
        const letter = postings.forgotten(email, frame.language)
        if (letter) await store.enqueue(letter)
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'too-many') throw error
      const seconds = error.retryAfter ?? 60
      reply.header('retry-after', seconds)
      return again(429, { fault: 'throttled', minutes: Math.ceil(seconds / 60) })
    }
    return reply.redirect(onward(request, '/office/forgotten', { done: 'sent' }), 303)
  })
}
