import type { FastifyInstance } from 'fastify'
import { peoplePage } from '../../../pages/office/people/people.tsx'
import { personDoings, personPage } from '../../../pages/office/people/person.tsx'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { knownSites } from '../sites/known-sites.ts'
import { makeOwnPerson, type Asked, forPeople, toPerson } from './own-person.ts'
import { personDoingRoutes } from './person-doings.ts'
import { accessIn, sitesIn } from './person-fields.ts'
import { inviteRoutes } from './person-new.ts'
import { seekingIn } from '../sites/seeking.ts'
import { actOf, userOf } from '../session.ts'

/** Colleagues: who they are, and what each of them may. */
export function peopleRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps
  const ownPerson = makeOwnPerson(deps, face)
  inviteRoutes(office, deps, face)
  personDoingRoutes(office, deps, ownPerson)

  office.get('/people', forPeople, async (request, reply) => {
    const { organisation } = userOf(request)
    const frame = await face.frame(request, reply)
    const order = new Intl.Collator(frame.language, { numeric: true })
    const colleagues = await store.colleagues(organisation)
    return peoplePage(frame, {
      colleagues: colleagues.toSorted((a, b) => order.compare(a.name, b.name)),
      places: await knownSites(store, organisation, frame.language),
      now: clock(),
      removed: one(request.query as Fields, 'done') === 'removed',
    })
  })

  office.get('/people/:person', forPeople, async (request: Asked, reply) => {
    const { frame, view } = await ownPerson(request, reply)
    const asked = one(request.query as Fields, 'done')
    return personPage(frame, { ...view, done: personDoings.find((done) => done === asked) })
  })

  office.post('/people/:person', forPeople, async (request: Asked, reply) => {
    const { frame, organisation, view } = await ownPerson(request, reply)
    const { colleague, places } = view
    const known = [...places.map(({ id }) => id), ...colleague.sites]
    const given = accessIn(request, known)
    const { sought, isSeeking } = seekingIn(request, 'sites')
    if (isSeeking) {
      const sites = sitesIn(request, known)
      return personPage(frame, { ...view, given: { ...given, sites }, sought })
    }
    if (!given) throw new Problem('bad-request')
    const act = actOf(request, clock)
    const changed = await store.changeAccess(organisation, colleague.id, given, act)
    if (changed === 'unknown') throw new Problem('unknown')
    if (changed === 'last') {
      return reply.code(422).send(personPage(frame, { ...view, given, last: true }))
    }
    return toPerson(request, reply, 'changed')
  })
}
