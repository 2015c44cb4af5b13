import type { FastifyInstance } from 'fastify'
import { devicePage, doings } from '../../../pages/office/tablets/device.tsx'
import { devicesPage } from '../../../pages/office/tablets/devices.tsx'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { deviceDoings } from './device-doings.ts'
import { faultsIn, givenIn } from './device-fields.ts'
import { newDeviceRoutes } from './device-new.ts'
import type { OfficeFace } from '../face.ts'
import { fleetOf } from './fleet.ts'
import { handovers } from './handover.ts'
import { type Asked, forTablets, makeOwnDevice, toDevice } from './own-device.ts'
import { seekingIn } from '../sites/seeking.ts'
import { actOf, userOf } from '../session.ts'

/** The kiosk's tablets: how they are, where they stand and what they are called. */
export function deviceRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps
  const ownDevice = makeOwnDevice(deps, face)
  const kept = handovers(deps)
  newDeviceRoutes(office, deps, face, kept)
  deviceDoings(office, deps, ownDevice, kept)

  office.get('/tablets', forTablets, async (request, reply) => {
    const frame = await face.frame(request, reply)
    return devicesPage(frame, await fleetOf(store, userOf(request), frame.language, clock()))
  })

  office.get('/tablets/:device', forTablets, async (request: Asked, reply) => {
    const { frame, view } = await ownDevice(request, reply)
    const asked = one(request.query as Fields, 'done')
    return devicePage(frame, { ...view, done: doings.find((done) => done === asked) })
  })

  office.post('/tablets/:device', forTablets, async (request: Asked, reply) => {
    const { frame, organisation, id, view } = await ownDevice(request, reply)
    const given = givenIn(request)
    const { sought, isSeeking } = seekingIn(request, 'site')
    if (isSeeking) return devicePage(frame, { ...view, given, sought })
    const faults = faultsIn(given, view.sites, id)
    if (faults.length > 0) {
      return reply.code(422).send(devicePage(frame, { ...view, given, sought, faults }))
    }
    await store.changeDevice(organisation, id, given, actOf(request, clock))
    return toDevice(request, reply, 'changed')
  })
}
