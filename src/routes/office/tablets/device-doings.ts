import type { FastifyInstance } from 'fastify'
import { hashPin } from '../../../enrolment.ts'
import { handoverPage } from '../../../pages/office/tablets/device-handover.tsx'
import { hashSecret } from '../../../secrets.ts'
import { CODE_HOLDS } from '../../../survey/tablets/enrol-code.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { onceIn } from './device-fields.ts'
import { onward } from '../face.ts'
import { originOf } from '../../origin.ts'
import type { Handovers } from './handover.ts'
import { type Asked, forTablets, type OwnDevice, removalProof, toDevice } from './own-device.ts'
import { actOf, userOf } from '../session.ts'

/** What can be done with a tablet besides moving it: a new code or PIN, revoking, removing. */
export function deviceDoings(
  office: FastifyInstance,
  deps: Deps,
  ownDevice: OwnDevice,
  handovers: Handovers,
) {
  const { store, clock } = deps

  for (const path of ['/tablets/:device/code', '/tablets/:device/pin']) {
    office.get(path, forTablets, async (request: Asked, reply) => {
      const { frame, view } = await ownDevice(request, reply)
      const shown = handovers.shown(request, view.one.device)
      if (!shown.code && !shown.pin) return toDevice(request, reply)
      return handoverPage(frame, { ...view, ...shown, origin: originOf(request, deps) })
    })
  }

  office.post('/tablets/:device/code', forTablets, async (request: Asked, reply) => {
    const { organisation, id } = await ownDevice(request, reply)
    const once = onceIn(request)
    const until = clock() + CODE_HOLDS
    const code = hashSecret(handovers.secretsOf(id, once).code)
    const act = actOf(request, clock)
    if (!(await store.renewCode(organisation, id, code, until, act))) {
      return toDevice(request, reply)
    }
    handovers.show(reply, { what: 'code', device: id, once, until })
    return reply.redirect(onward(request, `/office/tablets/${id}/code`), 303)
  })

  office.post('/tablets/:device/pin', forTablets, async (request: Asked, reply) => {
    const { organisation, id } = await ownDevice(request, reply)
    const once = onceIn(request)
    const pin = await hashPin(handovers.secretsOf(id, once).pin)
    await store.changeDevice(organisation, id, { pin }, actOf(request, clock))
    handovers.show(reply, { what: 'pin', device: id, once, until: clock() + CODE_HOLDS })
    return reply.redirect(onward(request, `/office/tablets/${id}/pin`), 303)
  })

  office.post('/tablets/:device/revocation', forTablets, async (request: Asked, reply) => {
    const { organisation, id } = await ownDevice(request, reply)
    await store.revokeDevice(organisation, id, actOf(request, clock))
    return toDevice(request, reply, 'revoked')
  })

  office.post('/tablets/:device/removal', forTablets, async (request: Asked, reply) => {
    const { organisation } = userOf(request)
    const { device: id } = request.params
    const proof = one((request.body ?? {}) as Fields, 'once')
    if (proof !== removalProof(deps.secret, organisation, id)) throw new Problem('unknown')
    await store.removeDevice(organisation, id, actOf(request, clock))
    const left = await store.devices(organisation)
    if (left.some((device) => device.id === id)) return toDevice(request, reply)
    return reply.redirect(onward(request, '/office/tablets'), 303)
  })
}
