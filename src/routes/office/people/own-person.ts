import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PersonDone } from '../../../pages/office/people/person.tsx'
import { makeId } from '../../../secrets.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { knownSites, zoneOf } from '../sites/known-sites.ts'
import { userOf } from '../session.ts'

export type Asked = FastifyRequest<{ Params: { person: string } }>
export type OwnPerson = ReturnType<typeof makeOwnPerson>

/** What every door to colleagues asks for. */
export const forPeople = { config: { right: 'people' } } as const

/** Finds the colleague of an address in the organisation's own office; anyone else is unknown. */
export function makeOwnPerson({ store, clock, config }: Deps, face: OfficeFace) {
  return async (request: Asked, reply: FastifyReply) => {
    const user = userOf(request)
    const { organisation } = user
    const frame = await face.frame(request, reply)
    const { person: id } = request.params
    const colleague = (await store.colleagues(organisation)).find((one) => one.id === id)
    if (!colleague) throw new Problem('unknown')
    const now = clock()
    const view = {
      colleague,
      places: await knownSites(store, organisation, frame.language),
      sessions: await store.sessionsOf(organisation, id, now),
      factors:
        (await store.secondFactor(id)) !== undefined || (await store.passkeys(id)).length > 0,
      self: id === user.id,
      once: makeId(),
      mail: config.mail !== undefined,
      now,
      zone: await zoneOf(store, organisation),
    }
    return { frame, organisation, id, view }
  }
}

/** Leads on to a colleague's page. */
export function toPerson(request: Asked, reply: FastifyReply, done?: PersonDone) {
  const path = `/office/people/${encodeURIComponent(request.params.person)}`
  return reply.redirect(onward(request, path, done && { done }), 303)
}
