import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { invitePage, type InviteView } from '../../../pages/office/people/person-new.tsx'
import { hashSecret, makeId } from '../../../secrets.ts'
import { INVITE_HOLDS } from '../../../store/store.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { onceIn } from '../tablets/device-fields.ts'
import { type OfficeFace, onward } from '../face.ts'
import { knownSites } from '../sites/known-sites.ts'
import { forPeople } from './own-person.ts'
import { inviteFaults, inviteIn, languageIn } from './person-fields.ts'
import { personLinks } from './person-links.ts'
import { makePostings } from '../postings.ts'
import { seekingIn } from '../sites/seeking.ts'
import { actOf, userOf } from '../session.ts'

/** Asking a colleague in: the form's own id becomes the person's, so the same form twice is one. */
export function inviteRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock, config } = deps
  const links = personLinks(deps)
  const postings = makePostings(deps)
  const mail = config.mail !== undefined

  office.get('/people/new', forPeople, async (request, reply) => {
    const { frame, places } = await load(request, reply)
    const given = { name: '', email: '', role: undefined, sites: [] }
    return invitePage(frame, { places, once: makeId(), given, mail, language: frame.language })
  })

  office.post('/people/new', forPeople, async (request, reply) => {
    const { organisation } = userOf(request)
    const once = onceIn(request)
    if (await showAgain(organisation, once, reply)) return leadOn(request, reply, once)
    const { frame, places } = await load(request, reply)
    const given = inviteIn(
      request,
      places.map(({ id }) => id),
    )
    const language = languageIn(request, frame)
    const again = (faults: InviteView['faults']) =>
      reply
        .code(422)
        .send(invitePage(frame, { places, once, given, mail, language, faults: faults ?? [] }))
    const { sought, isSeeking } = seekingIn(request, 'sites')
    if (isSeeking) {
      return invitePage(frame, { places, once, given, mail, language, sought })
    }
    const faults = inviteFaults(given)
    const { role } = given
    if (faults.length > 0 || !role) return again(faults)
    const code = hashSecret(links.inviteCode(once, once))
    const codeUntil = clock() + INVITE_HOLDS
    const invite = { ...given, id: once, role, code, codeUntil }
    const letter = postings.invitation({ organisation, person: once, once }, language)
    await store.invite(organisation, invite, actOf(request, clock), letter).catch(ifTaken)
    if (await showAgain(organisation, once, reply)) return leadOn(request, reply, once)
    return again([{ field: 'email', code: 'taken' }])
  })

  async function load(request: FastifyRequest, reply: FastifyReply) {
    const frame = await face.frame(request, reply)
    const places = await knownSites(store, userOf(request).organisation, frame.language)
    return { frame, places }
  }

  /** Whether the form has been sent before, or a moment ago by a second click. */
  async function showAgain(organisation: string, id: string, reply: FastifyReply) {
    const invited = (await store.colleagues(organisation)).find((one) => one.id === id)
    if (invited?.until) links.show(reply, { id, once: id })
    return invited !== undefined
  }
}

const leadOn = (request: FastifyRequest, reply: FastifyReply, person: string) =>
  reply.redirect(onward(request, `/office/people/${person}/link`), 303)

function ifTaken(error: unknown) {
  if (!(error instanceof Problem) || error.code !== 'taken') throw error
}
