import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { secondStepPage, type SecondStepFault } from '../../../pages/office/sign-in/second-step.tsx'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { factorCheck } from './factor-check.ts'
import type { Sessions } from '../session.ts'
import type { SendSignIn } from './sign-in-ways.ts'

const path = '/second-step'
export const SECOND_STEP = `/office${path}`
const open = { config: { public: true } } as const
const WINDOW = 15 * 60 * 1000

/** The code that goes with a password. Only who has given the password comes here. */
export function secondStepRoutes(
  office: FastifyInstance,
  deps: Deps,
  face: OfficeFace,
  sessions: Sessions,
  sendSignIn: SendSignIn,
) {
  const { store } = deps
  const check = factorCheck(deps)

  office.get(path, open, async (request, reply) => {
    if (!(await sessions.half(request))) return away(request, reply)
    return secondStepPage(await face.frame(request, reply), {})
  })

  // Beside the few tries of each half session: who knows a password could begin many.
  const perPerson = office.createRateLimit({
    max: 30,
    timeWindow: WINDOW,
    keyGenerator: async (request) => `second step ${(await sessions.half(request))?.user.id}`,
  })

  office.post(path, open, async (request, reply) => {
    const half = await sessions.half(request)
    if (!half) return away(request, reply)
    const tries = await perPerson(request)
    if (!tries.isAllowed && tries.isExceeded) return again(request, reply, 'throttled')
    const { user, token } = half
    const found = await check(request, user)
    if (found === 'right') {
      await sessions.complete(request, reply, user)
      return reply.redirect(onward(request, '/office'), 303)
    }
    await store.missHalfSession(token)
    if (!(await sessions.half(request))) return sendSignIn(request, reply, { fault: 'spent' })
    return again(request, reply, found)
  })

  async function again(request: FastifyRequest, reply: FastifyReply, fault: SecondStepFault) {
    const frame = await face.frame(request, reply)
    const recovery = one((request.body ?? {}) as Fields, 'recovery') !== ''
    const page = secondStepPage(frame, { fault, recovery })
    return reply.code(fault === 'throttled' ? 429 : 422).send(page)
  }
}

/** Also for a form that was sent twice: the first has led inside already. */
const away = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(onward(request, request.user ? '/office' : '/office/sign-in'), 303)
