import type { FastifyReply, FastifyRequest } from 'fastify'
import { written } from '../../../one-time-code.ts'
import { numberFor } from '../../../secrets.ts'
import type { Device } from '../../../survey/tablets/device.ts'
import { CODE_ALPHABET, CODE_HOLDS, CODE_LENGTH } from '../../../survey/tablets/enrol-code.ts'
import type { Deps } from '../../deps.ts'

const COOKIE = 'svar-tablet'
const PIN_LENGTH = 6

interface Shown {
  what: 'tablet' | 'code' | 'pin'
  device: string
  /** names the sending of the form that asked for it */
  once: string
  /** until when it is shown (milliseconds) */
  until: number
}

export type Handovers = ReturnType<typeof handovers>

/**
 * Codes and PINs on their way to a person. They follow from the form that asked for them, so that
 * the same form twice is the same code, and are kept hashed only; what lets the next page show
 * them is in a cookie of that page for as long as a code holds.
 */
export function handovers({ secret, config, clock }: Deps) {
  const secretsOf = (device: string, once: string) => ({
    code: written(
      numberFor(secret, 'tablet code', `${device} ${once}`),
      CODE_ALPHABET,
      CODE_LENGTH,
    ),
    pin: written(numberFor(secret, 'tablet PIN', `${device} ${once}`), '0123456789', PIN_LENGTH),
  })
  return {
    secretsOf,
    show(reply: FastifyReply, { what, device, once, until }: Shown) {
      reply.setCookie(COOKIE, [what, device, once, until].join('.'), {
        path: `/office/tablets/${device}`,
        httpOnly: true,
        sameSite: 'strict',
        signed: true,
        secure: config.baseUrl?.startsWith('https:') ?? false,
        maxAge: CODE_HOLDS / 1000,
      })
    },
    /** What may still be shown of a device; a code only while it waits to be used. */
    shown(request: FastifyRequest, device: Device) {
      // Its value is null where we have not signed it.
      const { value } = request.unsignCookie(request.cookies[COOKIE] ?? '')
      const [what, id, once, given] = (value ?? '').split('.')
      const until = Number(given)
      if (id !== device.id || !once || !(clock() <= until)) return {}
      const { code, pin } = secretsOf(id, once)
      return {
        ...(what !== 'pin' && device.codeUntil === until && { code: { code, until } }),
        ...(what !== 'code' && { pin }),
      }
    },
  }
}
