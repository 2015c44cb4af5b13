import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Done } from '../../../pages/office/tablets/device.tsx'
import { seen } from '../../../pages/office/tablets/fleet.ts'
import { makeId, numberFor } from '../../../secrets.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { fleetOf } from './fleet.ts'
import { userOf } from '../session.ts'

export type Asked = FastifyRequest<{ Params: { device: string } }>
/** What every door to tablets asks for. */
export const forTablets = { config: { right: 'tablets' } } as const

export type OwnDevice = ReturnType<typeof makeOwnDevice>

/** Finds the device of an address among the organisation's own; anyone else's is unknown. */
export function makeOwnDevice({ store, clock, secret }: Deps, face: OfficeFace) {
  return async (request: Asked, reply: FastifyReply) => {
    const user = userOf(request)
    const { organisation } = user
    const frame = await face.frame(request, reply)
    const now = clock()
    const { sites: all, titles } = await fleetOf(store, user, frame.language, now)
    const { device: id } = request.params
    const site = all.find(({ devices }) => devices.some((device) => device.id === id))
    if (!site) throw new Problem('unknown')
    const one = seen(
      site,
      site.devices.find((device) => device.id === id)!,
      now,
    )
    const sites = all.filter(({ gone }) => !gone)
    const removal = removalProof(secret, organisation, id)
    return { frame, organisation, id, view: { one, sites, titles, now, once: makeId(), removal } }
  }
}

/** Leads on to a device's own page. */
export function toDevice(request: Asked, reply: FastifyReply, done?: Done) {
  const path = `/office/tablets/${encodeURIComponent(request.params.device)}`
  return reply.redirect(onward(request, path, done && { done }), 303)
}

/** Only the page of a device knows it: who sends it twice is told of no stranger's device. */
export const removalProof = (secret: string, organisation: string, device: string) =>
  numberFor(secret, 'tablet removal', `${organisation} ${device}`).toString(36)
