import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type AccountDone,
  accountDoings,
  accountPage,
  type AccountView,
} from '../../../pages/office/sign-in/account.tsx'
import { nameFault, passwordFault } from '../../../survey/people/person.ts'
import { partyOf } from '../../../sign-in/passkey.ts'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { zoneOf } from '../sites/known-sites.ts'
import { makeOwnPassword } from './own-password.ts'
import { passkeyRoutes } from './passkeys.ts'
import { nameIn } from '../people/person-fields.ts'
import { makePostings } from '../postings.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { actOf, passwordIn, type Sessions, userOf } from '../session.ts'

const own = { config: { right: 'own' } } as const

/** One's own account. */
export function accountRoutes(
  office: FastifyInstance,
  deps: Deps,
  face: OfficeFace,
  sessions: Sessions,
) {
  const { store, clock, config, passwords } = deps
  const postings = makePostings(deps)
  const ownPassword = makeOwnPassword(office, deps)
  secondFactorRoutes(office, deps, face, sessions, ownPassword)
  passkeyRoutes(office, deps, ownPassword, show)

  office.get('/account', own, async (request, reply) => {
    const asked = one(request.query as Fields, 'done')
    return show(request, reply, { done: accountDoings.find((done) => done === asked) })
  })

  office.post('/account/name', own, async (request, reply) => {
    const { organisation, id } = userOf(request)
    const name = nameIn(request)
    const code = nameFault(name)
    if (code) return show(request, reply, { name, faults: [{ field: 'name', code }] })
    await store.rename(organisation, id, name, actOf(request, clock))
    return back(request, reply, 'name')
  })

  // Whoever sits down at an open session must not find out the password by trying.
  const rateLimit = {
    max: 20,
    timeWindow: 15 * 60 * 1000,
    keyGenerator: (request: FastifyRequest) => `password ${request.user?.id ?? request.ip}`,
  }
  office.post(
    '/account/password',
    { config: { right: 'own', rateLimit } },
    async (request, reply) => {
      const { organisation, id, password: stored, email, name } = userOf(request)
      const password = passwordIn(request)
      // The same form twice: the first has changed it already.
      if (await passwords.is(stored, password)) return back(request, reply, 'password')
      const frame = await face.frame(request, reply)
      const wrong = passwordFault(password, email, name, frame.organisation?.name ?? '')
      const faults: AccountView['faults'] = []
      if (!(await passwords.is(stored, passwordIn(request, 'present')))) {
        faults.push({ field: 'present', code: 'wrong' })
      }
      if (wrong) faults.push({ field: 'password', code: wrong })
      if (faults.length > 0) return show(request, reply, { faults })
      const hashed = await passwords.hash(password)
      const act = actOf(request, clock)
      const letter = postings.passwordChanged(organisation, id, frame.language)
      await store.changePassword(organisation, id, hashed, sessions.here(request), act, letter)
      await sessions.rotate(request, reply)
      return back(request, reply, 'password')
    },
  )

  office.post('/account/sessions/end', own, async (request, reply) => {
    const session = one((request.body ?? {}) as Fields, 'session')
    await store.endSessionOf(userOf(request).id, session)
    return back(request, reply, 'session')
  })

  office.post('/account/sessions/others', own, async (request, reply) => {
    await store.endOtherSessions(userOf(request).id, sessions.here(request))
    return back(request, reply, 'others')
  })

  async function show(request: FastifyRequest, reply: FastifyReply, more: Partial<AccountView>) {
    const { organisation, id, name, email } = userOf(request)
    const now = clock()
    const here = sessions.here(request)
    const frame = await face.frame(request, reply)
    const open = await store.sessionsOf(organisation, id, now, here)
    const zone = await zoneOf(store, organisation)
    const passkeys = partyOf(config.baseUrl) && (await store.passkeys(id))
    const factor = (await store.secondFactor(id)) !== undefined
    const view = { name, email, sessions: open, factor, passkeys, now, zone, ...more }
    if (more.faults) reply.code(422)
    return reply.send(accountPage(frame, view))
  }
}

const back = (request: FastifyRequest, reply: FastifyReply, done: AccountDone) =>
  reply.redirect(onward(request, '/office/account', { done }), 303)
