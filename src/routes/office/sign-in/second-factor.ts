import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { factorSetUpPage } from '../../../pages/office/sign-in/factor-set-up.tsx'
import { factorPage, type FactorView } from '../../../pages/office/sign-in/second-factor.tsx'
import { makeId } from '../../../secrets.ts'
import {
  factorAddress,
  factorKey,
  lockFactor,
  recoveryCodes,
  recoveryHash,
  stepOf,
  unlockFactor,
} from '../../../sign-in/second-factor.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { onceIn } from '../tablets/device-fields.ts'
import { type OfficeFace, onward } from '../face.ts'
import { factorCheck } from './factor-check.ts'
import type { OwnPassword } from './own-password.ts'
import { recoveryRoute } from './recovery-codes.ts'
import { actOf, type Sessions, userOf } from '../session.ts'

export const factorPath = '/account/second-factor'
const path = factorPath
const own = { config: { right: 'own' } } as const
const settingUp = { config: { right: 'own', confined: true } } as const

/** One's own second factor: set up with a code, changed and turned off with password and code. */
export function secondFactorRoutes(
  office: FastifyInstance,
  deps: Deps,
  face: OfficeFace,
  sessions: Sessions,
  ownPassword: OwnPassword,
) {
  const { store, secret, clock } = deps
  const check = factorCheck(deps)
  const shown = recoveryRoute(office, deps, face)

  office.get(path, settingUp, async (request, reply) => {
    const { id } = userOf(request)
    if (await store.secondFactor(id)) return show(request, reply)
    return sendSetUp(request, reply, makeId())
  })

  office.post(path, settingUp, async (request, reply) => {
    const { organisation, id } = userOf(request)
    const once = onceIn(request)
    const key = factorKey(secret, id, once)
    const before = await store.secondFactor(id)
    // The same form twice: the first has turned it on already.
    if (before) {
      const same = unlockFactor(secret, id, before.secret) === key
      return same ? shown.leadOn(request, reply, once) : toFactor(request, reply)
    }
    const code = one((request.body ?? {}) as Fields, 'code').replaceAll(/\s/g, '')
    const step = /^\d{6}$/.test(code) ? stepOf(key, code, clock()) : undefined
    if (step === undefined) return sendSetUp(request, reply.code(422), once, true)
    const codes = recoveryCodes(secret, id, once).map(recoveryHash)
    const factor = { secret: lockFactor(secret, id, key), step, codes }
    await store.turnOnSecondFactor(organisation, id, factor, actOf(request, clock))
    await sessions.rotate(request, reply)
    return shown.leadOn(request, reply, once)
  })

  office.post(`${path}/codes`, own, async (request, reply) => {
    const { organisation, id } = userOf(request)
    const once = onceIn(request)
    const codes = recoveryCodes(secret, id, once).map(recoveryHash)
    const left = (await store.secondFactor(id))?.codes ?? []
    // The same form twice: its codes are there already.
    if (!left.some((one) => one.equals(codes[0]!))) {
      const faults = await faultsOf(request, 'codes')
      if (faults.length > 0) return show(request, reply.code(422), { faults, open: 'codes', once })
      await store.renewRecoveryCodes(organisation, id, codes, actOf(request, clock))
    }
    return shown.leadOn(request, reply, once)
  })

  office.post(`${path}/off`, own, async (request, reply) => {
    const { organisation, id } = userOf(request)
    if (await store.demandsSecondFactor(organisation)) throw new Problem('not-allowed')
    if (await store.secondFactor(id)) {
      const faults = await faultsOf(request, 'off')
      if (faults.length > 0) return show(request, reply.code(422), { faults, open: 'off' })
      await store.turnOffSecondFactor(organisation, id, actOf(request, clock))
    }
    return reply.redirect(onward(request, '/office/account', { done: 'factorOff' }), 303)
  })

  /** A code is not used up where the password is wrong already. */
  async function faultsOf(request: FastifyRequest, form: string): Promise<FactorView['faults']> {
    const user = userOf(request)
    if (!(await ownPassword(request, `${form}-present`))) {
      return [{ field: `${form}-present`, code: 'present' }]
    }
    const found = await check(request, user, `${form}-code`)
    return found === 'right' ? [] : [{ field: `${form}-code`, code: found }]
  }

  async function sendSetUp(
    request: FastifyRequest,
    reply: FastifyReply,
    once: string,
    wrong = false,
  ) {
    const user = userOf(request)
    const frame = await face.frame(request, reply)
    const key = factorKey(secret, user.id, once)
    const issuer = [frame.words('citizen:service'), frame.organisation?.name].join(' ')
    const address = factorAddress(key, issuer, user.email)
    const demanded = user.confined ?? false
    return reply.send(factorSetUpPage(frame, { once, key, address, wrong, demanded }))
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<FactorView> = {},
  ) {
    const { id, organisation } = userOf(request)
    const factor = await store.secondFactor(id)
    if (!factor) return toFactor(request, reply)
    const frame = await face.frame(request, reply)
    const left = factor.codes.length
    const demanded = await store.demandsSecondFactor(organisation)
    return reply.send(factorPage(frame, { left, demanded, once: makeId(), faults: [], ...more }))
  }
}

const toFactor = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(onward(request, `/office${path}`), 303)
