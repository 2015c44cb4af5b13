import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { passwordIn, userOf } from '../session.ts'

export type OwnPassword = ReturnType<typeof makeOwnPassword>

/**
 * Whether a form holds one's own password. One count for all such forms: whoever sits down at an
 * open session must not find it out by trying.
 */
export function makeOwnPassword(office: FastifyInstance, { passwords }: Deps) {
  const tries = office.createRateLimit({
    max: 20,
    timeWindow: 15 * 60 * 1000,
    keyGenerator: (request) => `own password ${userOf(request).id}`,
  })
  return async (request: FastifyRequest, field: string): Promise<boolean> => {
    const limit = await tries(request)
    if (!limit.isAllowed && limit.isExceeded) {
      throw new Problem('too-many', [], limit.ttlInSeconds)
    }
    return passwords.is(userOf(request).password, passwordIn(request, field))
  }
}
