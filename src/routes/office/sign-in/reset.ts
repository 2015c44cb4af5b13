import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { resetGonePage, resetPage } from '../../../pages/office/sign-in/reset.tsx'
import { ungrouped } from '../../../one-time-code.ts'
import { hashSecret } from '../../../secrets.ts'
import type { Reset } from '../../../store/store.ts'
import { passwordFault } from '../../../survey/people/person.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { makePostings } from '../postings.ts'
import { passwordIn, type Sessions } from '../session.ts'

type Asked = FastifyRequest<{ Params: { code: string } }>

/** Tries from one address, in milliseconds; codes are far too many to be found by trying. */
const rateLimit = { max: 60, timeWindow: 15 * 60 * 1000 }

/** The one-time link to a new password. It lets nobody in: signing in comes after. */
export function resetRoutes(
  office: FastifyInstance,
  deps: Deps,
  face: OfficeFace,
  sessions: Sessions,
) {
  const { store, clock } = deps
  const postings = makePostings(deps)
  const path = '/reset/:code'
  const door = { config: { public: true, rateLimit } }

  office.get(path, door, async (request: Asked, reply) => {
    const found = await store.reset(codeIn(request), clock())
    const frame = await face.frame(request, reply)
    if (!found) return reply.code(410).send(resetGonePage(frame))
    return resetPage(frame, shown(request, found))
  })

  office.post(path, door, async (request: Asked, reply) => {
    const found = await store.reset(codeIn(request), clock())
    const frame = await face.frame(request, reply)
    if (!found) return gone(request, reply)
    const { user, organisation } = found
    const password = passwordIn(request)
    const fault = passwordFault(password, user.email, user.name, organisation.name)
    if (fault) return reply.code(422).send(resetPage(frame, { ...shown(request, found), fault }))
    const hashed = await deps.passwords.hash(password)
    const letter = postings.passwordChanged(organisation.id, user.id, frame.language)
    const done = await store.resetPassword(codeIn(request), hashed, clock(), letter)
    if (!done) return gone(request, reply)
    await sessions.end(request, reply)
    return reply.redirect(onward(request, '/office/sign-in', { done: 'password' }), 303)
  })

  async function gone(request: FastifyRequest, reply: FastifyReply) {
    return reply.code(410).send(resetGonePage(await face.frame(request, reply)))
  }
}

const codeIn = (request: Asked) => hashSecret(ungrouped(request.params.code))

const shown = (request: Asked, { user, organisation }: Reset) => ({
  code: request.params.code,
  organisationName: organisation.name,
  email: user.email,
})
