import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type Invited,
  invitedGonePage,
  invitedPage,
} from '../../../pages/office/sign-in/invited.tsx'
import { ungrouped } from '../../../one-time-code.ts'
import { hashSecret } from '../../../secrets.ts'
import { nameFault, passwordFault } from '../../../survey/people/person.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { nameIn } from '../people/person-fields.ts'
import { passwordIn, type Sessions } from '../session.ts'

type Asked = FastifyRequest<{ Params: { code: string } }>

/** Tries from one address, in milliseconds; codes are far too many to be found by trying. */
const rateLimit = { max: 60, timeWindow: 15 * 60 * 1000 }

/** The one-time link by which a colleague comes in. */
export function invitedRoutes(
  office: FastifyInstance,
  { store, clock, passwords }: Deps,
  face: OfficeFace,
  sessions: Sessions,
) {
  const path = '/invited/:code'
  const door = { config: { public: true, rateLimit } }

  office.get(path, door, async (request: Asked, reply) => {
    const invite = await store.invited(codeIn(request), clock())
    const frame = await face.frame(request, reply)
    if (!invite) return reply.code(410).send(invitedGonePage(frame))
    return invitedPage(frame, { ...shown(request, invite), name: invite.name, faults: [] })
  })

  office.post(path, door, async (request: Asked, reply) => {
    const invite = await store.invited(codeIn(request), clock())
    if (!invite) return gone(request, reply)
    const name = nameIn(request)
    const password = passwordIn(request)
    const faults: Invited['faults'] = []
    const wrongName = nameFault(name)
    const wrongPassword = passwordFault(password, invite.email, name, invite.organisation.name)
    if (wrongName) faults.push({ field: 'name', code: wrongName })
    if (wrongPassword) faults.push({ field: 'password', code: wrongPassword })
    if (faults.length > 0) {
      const frame = await face.frame(request, reply)
      return reply.code(422).send(invitedPage(frame, { ...shown(request, invite), name, faults }))
    }
    const own = { name, password: await passwords.hash(password) }
    const user = await store.joinBy(codeIn(request), own, clock())
    if (!user) return gone(request, reply)
    await sessions.begin(request, reply, user)
    return reply.redirect(onward(request, '/office'), 303)
  })

  async function gone(request: FastifyRequest, reply: FastifyReply) {
    return reply.code(410).send(invitedGonePage(await face.frame(request, reply)))
  }
}

const codeIn = (request: Asked) => hashSecret(ungrouped(request.params.code))

type Invite = NonNullable<Awaited<ReturnType<Deps['store']['invited']>>>

const shown = (request: Asked, { organisation, email, role }: Invite) => ({
  code: request.params.code,
  organisationName: organisation.name,
  email,
  role,
})
