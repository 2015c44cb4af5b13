import type { FastifyReply, FastifyRequest } from 'fastify'
import { numberFor } from '../../secrets.ts'
import type { Colleague } from '../../survey/colleague.ts'
import { CODE_ALPHABET } from '../../survey/enrol-code.ts'
import type { Deps } from '../deps.ts'
import { written } from './handover.ts'

const COOKIE = 'svar-invitation'
/** So long the page with the link can be loaded again, in seconds. */
const SHOWN = 10 * 60
/** 99 bits, and short enough to be typed from paper. */
const LENGTH = 20

interface Shown {
  /** of the person who is invited */
  id: string
  /** names the sending of the form that asked for it */
  once: string
  /** until when the link holds (milliseconds) */
  until: number
}

/**
 * One-time codes on their way to a colleague. Like those of tablets they follow from the form that
 * asked for them, so that the same form twice is the same code, and are kept hashed only.
 */
export function inviteLinks({ secret, config, clock }: Deps) {
  const codeOf = (id: string, once: string) =>
    written(numberFor(secret, 'invitation', `${id} ${once}`), CODE_ALPHABET, LENGTH)
  return {
    codeOf,
    show(reply: FastifyReply, { id, once, until }: Shown) {
      reply.setCookie(COOKIE, [id, once, until, clock() + SHOWN * 1000].join('.'), {
        path: `/office/people/${id}`,
        httpOnly: true,
        sameSite: 'strict',
        signed: true,
        secure: config.baseUrl?.startsWith('https:') ?? false,
        maxAge: SHOWN,
      })
    },
    /** The code, where it was just asked for and is still to be used. */
    shown(request: FastifyRequest, { id, until }: Colleague): string | undefined {
      const cookie = request.unsignCookie(request.cookies[COOKIE] ?? '')
      const [person, once, holds, shown] = (cookie.value ?? '').split('.')
      if (!cookie.valid || person !== id || !once || Number(holds) !== until) return undefined
      return clock() <= Number(shown) ? codeOf(id, once) : undefined
    },
  }
}

/** A code as it is typed and printed: in groups of four. */
export const grouped = (code: string) => code.match(/.{4}/g)!.join('-')

/** A code as it came in an address, however it was typed. */
export const ungrouped = (given: string) => given.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '')
