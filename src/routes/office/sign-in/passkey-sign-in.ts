import type { FastifyInstance } from 'fastify'
import { partyOf, passkeyIn, signedBy, signInFor } from '../../../sign-in/passkey.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { errands } from '../errands.ts'
import { onward } from '../face.ts'
import { isoOf, type Sessions } from '../session.ts'
import type { SendSignIn } from './sign-in-ways.ts'

/** An hour of one address, in milliseconds; each is a row for ten minutes. */
const rateLimit = { max: 120, timeWindow: 15 * 60 * 1000 }
const open = { config: { public: true, rateLimit } }

/** Signing in by a passkey: both factors in one, since the device asks who holds it. */
export function passkeySignInRoutes(
  office: FastifyInstance,
  deps: Deps,
  sessions: Sessions,
  sendSignIn: SendSignIn,
) {
  const { store, clock, config } = deps
  const party = partyOf(config.baseUrl)
  const begun = errands<{ challenge: string }>('passkey', deps)

  office.post('/passkey/options', open, async (_request, reply) => {
    if (!party) throw new Problem('unknown')
    const options = await signInFor(party)
    await begun.begin(reply, { challenge: options.challenge })
    return reply.header('cache-control', 'no-store').send(options)
  })

  office.post('/passkey', open, async (request, reply) => {
    if (!party) throw new Problem('unknown')
    const errand = await begun.end(request, reply)
    const given = one((request.body ?? {}) as Fields, 'credential')
    const id = passkeyIn(given)
    const known = id === undefined ? undefined : await store.passkey(id)
    const counter = errand && known && (await signedBy(party, errand.challenge, given, known))
    // Whatever was wrong, the words are the same: they tell nobody which passkeys there are.
    if (!known || counter === undefined) return sendSignIn(request, reply, { fault: 'passkey' })
    await store.notePasskey(known.id, counter, isoOf(clock()).slice(0, 10))
    const begunAs = await sessions.begin(request, reply, known.user, 'passkey')
    if (begunAs === 'elsewhere') return sendSignIn(request, reply, { fault: 'elsewhere' })
    return reply.redirect(onward(request, '/office'), 303)
  })
}
