import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hashPin } from '../../../enrolment.ts'
import { newDevicePage } from '../../../pages/office/tablets/device-new.tsx'
import { hashSecret, makeId } from '../../../secrets.ts'
import { CODE_HOLDS } from '../../../survey/tablets/enrol-code.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { faultsIn, givenIn, onceIn } from './device-fields.ts'
import { type OfficeFace, onward } from '../face.ts'
import { fleetOf } from './fleet.ts'
import type { Handovers } from './handover.ts'
import { forTablets } from './own-device.ts'
import { seekingIn } from '../sites/seeking.ts'
import { actOf, userOf } from '../session.ts'

/** Adding a tablet: the form's own id becomes the device's, so the same form twice is one. */
export function newDeviceRoutes(
  office: FastifyInstance,
  { store, clock }: Deps,
  face: OfficeFace,
  handovers: Handovers,
) {
  office.get('/tablets/new', forTablets, async (request, reply) => {
    const { frame, fleet, sites } = await load(request, reply)
    const site = one(request.query as Fields, 'site')
    return newDevicePage(frame, { ...fleet, sites, once: makeId(), given: { name: '', site } })
  })

  office.post('/tablets/new', forTablets, async (request, reply) => {
    const { organisation } = userOf(request)
    const once = onceIn(request)
    if (await showAgain(organisation, once, reply)) return leadOn(request, reply, once)
    const { frame, fleet, sites } = await load(request, reply)
    const given = givenIn(request)
    const { sought, isSeeking } = seekingIn(request, 'site')
    if (isSeeking) return newDevicePage(frame, { ...fleet, sites, once, given, sought })
    const faults = faultsIn(given, sites)
    if (faults.length > 0) {
      return reply
        .code(422)
        .send(newDevicePage(frame, { ...fleet, sites, once, given, sought, faults }))
    }
    const { code, pin } = handovers.secretsOf(once, once)
    const device = { id: once, ...given, pin: await hashPin(pin), code: hashSecret(code) }
    const addedAt = Temporal.Instant.fromEpochMilliseconds(clock()).toString()
    const codeUntil = Date.parse(addedAt) + CODE_HOLDS
    const added = { ...device, addedAt, codeUntil }
    await store.addDevice(organisation, added, actOf(request, clock)).catch(ifTaken)
    if (!(await showAgain(organisation, once, reply))) throw new Problem('unknown')
    return leadOn(request, reply, once)
  })

  async function load(request: FastifyRequest, reply: FastifyReply) {
    const frame = await face.frame(request, reply)
    const fleet = await fleetOf(store, userOf(request), frame.language, clock())
    return { frame, fleet, sites: fleet.sites.filter(({ gone }) => !gone) }
  }

  /** Whether the form has been sent before, or a moment ago by a second click. */
  async function showAgain(organisation: string, id: string, reply: FastifyReply) {
    const device = (await store.devices(organisation)).find((known) => known.id === id)
    if (!device) return false
    const until = Date.parse(device.addedAt) + CODE_HOLDS
    handovers.show(reply, { what: 'tablet', device: id, once: id, until })
    return true
  }
}

const leadOn = (request: FastifyRequest, reply: FastifyReply, device: string) =>
  reply.redirect(onward(request, `/office/tablets/${device}/code`), 303)

function ifTaken(error: unknown) {
  if (!(error instanceof Problem) || error.code !== 'taken') throw error
}
