import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { welcomeGonePage, welcomePage } from '../../../pages/office/sign-in/welcome.tsx'
import { hashSecret } from '../../../secrets.ts'
import { type PersonFault, personFaults } from '../../../survey/people/person.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { nameIn } from '../people/person-fields.ts'
import { isoOf, passwordIn, type Sessions } from '../session.ts'
import { emailOf } from './sign-in.ts'

type Asked = FastifyRequest<{ Params: { code: string } }>

/** The one-time link by which an organisation's first person comes in. */
export function welcomeRoutes(
  office: FastifyInstance,
  { store, clock, passwords }: Deps,
  face: OfficeFace,
  sessions: Sessions,
) {
  const path = '/welcome/:code'

  office.get(path, { config: { public: true } }, async (request: Asked, reply) => {
    const organisation = await store.welcome(hashSecret(request.params.code))
    const frame = await face.frame(request, reply)
    if (!organisation) return reply.code(410).send(welcomeGonePage(frame))
    const { code } = request.params
    return welcomePage(frame, { code, organisationName: organisation.name, faults: [] })
  })

  office.post(path, { config: { public: true } }, async (request: Asked, reply) => {
    const code = hashSecret(request.params.code)
    const organisation = await store.welcome(code)
    const frame = await face.frame(request, reply)
    if (!organisation) return reply.code(410).send(welcomeGonePage(frame))
    const name = nameIn(request)
    const email = emailOf(request)
    const password = passwordIn(request)
    const again = (faults: PersonFault[]) =>
      reply.code(422).send(
        welcomePage(frame, {
          code: request.params.code,
          organisationName: organisation.name,
          faults,
          name,
          email,
        }),
      )
    const faults = personFaults({ name, email, password }, organisation.name)
    if (faults.length > 0) return again(faults)
    const user = {
      id: randomUUID(),
      organisation: organisation.id,
      name,
      email,
      password: await passwords.hash(password),
      role: 'administrator' as const,
      sites: [],
    }
    if (!(await store.redeemWelcome(code, user, isoOf(clock())))) {
      return reply.code(410).send(welcomeGonePage(frame))
    }
    await sessions.begin(request, reply, user)
    return reply.redirect(onward(request, '/office'), 303)
  })
}
