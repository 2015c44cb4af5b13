import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { grouped } from '../../../one-time-code.ts'
import { recoveryPage } from '../../../pages/office/sign-in/recovery-codes.tsx'
import { recoveryCodes, recoveryHash } from '../../../sign-in/second-factor.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { userOf } from '../session.ts'

const COOKIE = 'svar-recovery'
const path = '/account/recovery-codes'
/** So long the page can be loaded again, in seconds. */
const SHOWN = 10 * 60

/** The page that shows recovery codes, once; what lets it is in a cookie of that page alone. */
export function recoveryRoute(
  office: FastifyInstance,
  { store, secret, clock, config }: Deps,
  face: OfficeFace,
) {
  office.get(path, { config: { right: 'own' } }, async (request, reply) => {
    const { id } = userOf(request)
    const cookie = request.unsignCookie(request.cookies[COOKIE] ?? '')
    const [once = '', until, ...owner] = (cookie.valid ? (cookie.value ?? '') : '').split('.')
    const codes = recoveryCodes(secret, id, once)
    const left = (await store.secondFactor(id))?.codes ?? []
    const still = left.some((one) => one.equals(recoveryHash(codes[0]!)))
    if (owner.join('.') !== id || !(clock() <= Number(until)) || !still) {
      return reply.redirect(onward(request, '/office/account'), 303)
    }
    return recoveryPage(await face.frame(request, reply), codes.map(grouped))
  })

  return {
    leadOn(request: FastifyRequest, reply: FastifyReply, once: string) {
      const { id } = userOf(request)
      reply.setCookie(COOKIE, [once, clock() + SHOWN * 1000, id].join('.'), {
        path: `/office${path}`,
        httpOnly: true,
        sameSite: 'strict',
        signed: true,
        secure: config.baseUrl?.startsWith('https:') ?? false,
        maxAge: SHOWN,
      })
      return reply.redirect(onward(request, `/office${path}`), 303)
    },
  }
}
