import type { FastifyReply, FastifyRequest } from 'fastify'
import { oneTimeCode } from '../../../one-time-code.ts'
import { hashSecret } from '../../../secrets.ts'
import type { Colleague } from '../../../survey/people/colleague.ts'
import type { Deps } from '../../deps.ts'

const COOKIE = 'svar-invitation'
/** So long the page with the link can be loaded again, in seconds. */
const SHOWN = 10 * 60

interface Shown {
  /** of the person whom the link is for */
  id: string
  /** names the sending of the form that asked for it */
  once: string
}

/**
 * One-time codes on their way to a colleague: an invitation, or for who has joined a way to a new
 * password. Like those of tablets they follow from the form that asked for them, so that the same
 * form twice is the same code, and are kept hashed only.
 */
export function personLinks({ store, secret, config, clock }: Deps) {
  const inviteCode = (id: string, once: string) =>
    oneTimeCode(secret, 'invitation', `${id} ${once}`)
  const resetCode = (id: string, once: string) =>
    oneTimeCode(secret, 'reset by hand', `${id} ${once}`)
  return {
    inviteCode,
    resetCode,
    show(reply: FastifyReply, { id, once }: Shown) {
      reply.setCookie(COOKIE, [id, once, clock() + SHOWN * 1000].join('~'), {
        path: `/office/people/${id}`,
        httpOnly: true,
        sameSite: 'strict',
        signed: true,
        secure: config.baseUrl?.startsWith('https:') ?? false,
        maxAge: SHOWN,
      })
    },
    /** The code and until when it holds, where it was just asked for and is still to be used. */
    async shown(request: FastifyRequest, { id, state }: Colleague) {
      const cookie = request.unsignCookie(request.cookies[COOKIE] ?? '')
      const [person, once, until] = (cookie.value ?? '').split('~')
      if (!cookie.valid || person !== id || !once || clock() > Number(until)) return undefined
      const invited = state === 'invited'
      const code = invited ? inviteCode(id, once) : resetCode(id, once)
      const hashed = hashSecret(code)
      const waiting = invited
        ? await store.invited(hashed, clock())
        : await store.reset(hashed, clock())
      return waiting && { code, until: waiting.codeUntil }
    },
  }
}
