import type { FastifyInstance, FastifyReply } from 'fastify'
import { inviteLinkPage } from '../../../pages/office/people/invite-link.tsx'
import { type PersonDone, personPage } from '../../../pages/office/people/person.tsx'
import { grouped } from '../../../one-time-code.ts'
import { hashSecret } from '../../../secrets.ts'
import { type Act, type Changed, INVITE_HOLDS, RESET_BY_HAND_HOLDS } from '../../../store/store.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { onceIn } from '../tablets/device-fields.ts'
import { onward } from '../face.ts'
import { originOf } from '../../origin.ts'
import { type Asked, forPeople, type OwnPerson, toPerson } from './own-person.ts'
import { languageIn } from './person-fields.ts'
import { personLinks } from './person-links.ts'
import { makePostings } from '../postings.ts'
import { actOf, userOf } from '../session.ts'

/** What can be done about a colleague besides changing the role. */
export function personDoingRoutes(office: FastifyInstance, deps: Deps, ownPerson: OwnPerson) {
  const { store, clock } = deps
  const links = personLinks(deps)
  const postings = makePostings(deps)

  office.get('/people/:person/link', forPeople, async (request: Asked, reply) => {
    const { frame, view } = await ownPerson(request, reply)
    const { colleague, zone, mail } = view
    const shown = await links.shown(request, colleague)
    if (!shown) return toPerson(request, reply)
    const { code, until } = shown
    const invited = colleague.state === 'invited'
    const door = invited ? 'invited' : 'reset'
    const address = `${originOf(request, deps)}/office/${door}/${grouped(code)}`
    const mailed = invited && mail
    return inviteLinkPage(frame, { colleague, address, until, zone, mailed })
  })

  office.post('/people/:person/link', forPeople, async (request: Asked, reply) => {
    const { frame, organisation, id, view } = await ownPerson(request, reply)
    const once = onceIn(request)
    // An invitation asked for again after its person has come in is no wish for a new password.
    const seen = one((request.body ?? {}) as Fields, 'state')
    if (seen && seen !== view.colleague.state) return toPerson(request, reply)
    const made = view.colleague.state === 'invited' ? invite : reset
    if (!(await made())) return toPerson(request, reply)
    links.show(reply, { id, once })
    const path = `/office/people/${encodeURIComponent(id)}/link`
    return reply.redirect(onward(request, path), 303)

    function invite() {
      const code = hashSecret(links.inviteCode(id, once))
      const letter = postings.invitation(
        { organisation, person: id, once },
        languageIn(request, frame),
      )
      const codeUntil = clock() + INVITE_HOLDS
      return store.renewInvite(organisation, id, { code, codeUntil }, act(), letter)
    }

    function reset() {
      const code = hashSecret(links.resetCode(id, once))
      const codeUntil = clock() + RESET_BY_HAND_HOLDS
      return store.startResetByHand(organisation, id, { code, codeUntil }, act())
    }

    function act() {
      return actOf(request, clock)
    }
  })

  office.post('/people/:person/sessions', forPeople, async (request: Asked, reply) => {
    const { organisation, id } = await ownPerson(request, reply)
    await store.endSessionsOf(organisation, id, actOf(request, clock))
    return toPerson(request, reply, 'sessions')
  })

  office.post('/people/:person/sign-in', forPeople, async (request: Asked, reply) => {
    const { organisation, id, view } = await ownPerson(request, reply)
    // One's own asks for password and code, on the page of one's account.
    if (view.self) throw new Problem('not-allowed')
    await store.resetSignIn(organisation, id, actOf(request, clock))
    return toPerson(request, reply, 'signInReset')
  })

  type Doing = (organisation: string, id: string, act: Act) => Promise<Changed>

  const doing = (path: string, done: PersonDone, act: Doing) =>
    office.post(`/people/:person/${path}`, forPeople, async (request: Asked, reply) => {
      const { organisation, id } = await ownPerson(request, reply)
      const changed = await act(organisation, id, actOf(request, clock))
      if (changed === 'last') return sendLast(request, reply)
      if (changed === 'unknown') throw new Problem('unknown')
      return toPerson(request, reply, done)
    })
  doing('suspension', 'suspended', store.suspend)
  doing('restoration', 'restored', store.restore)

  office.post('/people/:person/removal', forPeople, async (request: Asked, reply) => {
    const { organisation } = userOf(request)
    const { person } = request.params
    const changed = await store.removePerson(organisation, person, actOf(request, clock))
    if (changed === 'last') return sendLast(request, reply)
    if (changed === 'unknown') throw new Problem('unknown')
    return reply.redirect(onward(request, '/office/people', { done: 'removed' }), 303)
  })

  async function sendLast(request: Asked, reply: FastifyReply) {
    const { frame, view } = await ownPerson(request, reply)
    return reply.code(422).send(personPage(frame, { ...view, last: true }))
  }
}
