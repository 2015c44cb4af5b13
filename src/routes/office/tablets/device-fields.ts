import type { FastifyRequest } from 'fastify'
import { type DeviceFault, NAME_LONGEST } from '../../../pages/office/tablets/device.tsx'
import type { FleetSite } from '../../../pages/office/tablets/fleet.ts'
import { lengthOf, one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'

interface Given {
  name: string
  site: string
}

export function givenIn(request: FastifyRequest): Given {
  const fields = (request.body ?? {}) as Fields
  return { name: one(fields, 'name').replaceAll(/\s+/g, ' '), site: one(fields, 'site') }
}

/** What names the sending of a form; the page put it there. */
export function onceIn(request: FastifyRequest): string {
  const once = one((request.body ?? {}) as Fields, 'once')
  if (!/^[\w-]{16}$/.test(once)) throw new Problem('bad-request')
  return once
}

/** What is wrong with a device's name and place. A site of somebody else is an unknown one. */
export function faultsIn(
  { name, site }: Given,
  sites: FleetSite[],
  device?: string,
): DeviceFault[] {
  const faults: DeviceFault[] = []
  const there = sites.find(({ id }) => id === site)
  if (site === '') faults.push({ field: 'site', code: 'missing' })
  else if (!there) throw new Problem('unknown')
  const others = there?.devices.filter(({ id, revokedAt }) => id !== device && !revokedAt) ?? []
  if (name === '') faults.push({ field: 'name', code: 'missing' })
  else if (lengthOf(name) > NAME_LONGEST) faults.push({ field: 'name', code: 'long' })
  else if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    faults.push({ field: 'name', code: 'taken' })
  }
  return faults
}
