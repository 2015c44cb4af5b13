import type { FastifyReply, FastifyRequest } from 'fastify'
import { type SignIn, signInPage } from '../../../pages/office/sign-in/sign-in.tsx'
import { partyOf } from '../../../sign-in/passkey.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'

export type SendSignIn = ReturnType<typeof makeSendSignIn>

/** The sign-in page, with the ways in that there are here. */
export function makeSendSignIn({ store, config }: Deps, face: OfficeFace) {
  const passkeys = partyOf(config.baseUrl) !== undefined
  return async (request: FastifyRequest, reply: FastifyReply, view: SignIn = {}) => {
    const frame = await face.frame(request, reply)
    const ways = { providers: config.baseUrl ? await store.withProvider() : [], passkeys }
    if (view.fault) reply.code(view.fault === 'throttled' ? 429 : 422)
    return reply.send(signInPage(frame, { ...view, ways }))
  }
}
