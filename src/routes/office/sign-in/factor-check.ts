import type { FastifyRequest } from 'fastify'
import { recoveryHash, stepOf, unlockFactor } from '../../../sign-in/second-factor.ts'
import type { User } from '../../../store/store.ts'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { isoOf } from '../session.ts'

export type FactorFound = 'right' | 'wrong' | 'used' | 'locked'

/**
 * Whether a form holds a code of someone's second factor: one of the telephone, in `code`, or a
 * recovery code. What is right is used up by it.
 */
export function factorCheck({ store, secret, clock }: Deps) {
  return async (request: FastifyRequest, user: User, field = 'code'): Promise<FactorFound> => {
    const fields = (request.body ?? {}) as Fields
    const code = one(fields, field).replaceAll(/\s/g, '')
    const recovery = one(fields, 'recovery').slice(0, 100) || (code.length > 6 ? code : '')
    if (recovery !== '') {
      const { organisation, id } = user
      const at = isoOf(clock())
      const used = await store.useRecoveryCode(organisation, id, recoveryHash(recovery), at)
      return used ? 'right' : 'wrong'
    }
    const factor = await store.secondFactor(user.id)
    if (!factor) return 'wrong'
    const key = unlockFactor(secret, user.id, factor.secret)
    if (key === undefined) return 'locked'
    const step = /^\d{6}$/.test(code) ? stepOf(key, code, clock()) : undefined
    if (step === undefined) return 'wrong'
    return (await store.useStep(user.id, step)) ? 'right' : 'used'
  }
}
