import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AccountDone, AccountView } from '../../../pages/office/sign-in/account.tsx'
import { registered, registrationFor, partyOf } from '../../../sign-in/passkey.ts'
import { one } from '../../../survey/fields.ts'
import { nameFault } from '../../../survey/people/person.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { errands } from '../errands.ts'
import { onward } from '../face.ts'
import type { OwnPassword } from './own-password.ts'
import { nameIn } from '../people/person-fields.ts'
import { actOf, userOf } from '../session.ts'

const path = '/account/passkeys'
const own = { config: { right: 'own' } } as const

type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  more: Partial<AccountView>,
) => Promise<FastifyReply>

/** One's own passkeys. A new one is begun with the password, and named. */
export function passkeyRoutes(
  office: FastifyInstance,
  deps: Deps,
  ownPassword: OwnPassword,
  show: Show,
) {
  const { store, clock, config } = deps
  const party = partyOf(config.baseUrl)
  const begun = errands<{ challenge: string; name: string; user: string }>('register', deps)

  // For the script: only what is right goes on to the browser's own question.
  office.post(`${path}/options`, own, async (request, reply) => {
    if (!party) throw new Problem('unknown')
    const user = userOf(request)
    const name = nameIn(request, 'passkey-name')
    if ((await faultsIn(request)).length > 0) return reply.code(422).send({})
    const known = (await store.passkeys(user.id)).map(({ id }) => id)
    const options = await registrationFor(party, 'Svar', user, known)
    await begun.begin(reply, { challenge: options.challenge, name, user: user.id })
    return reply.header('cache-control', 'no-store').send(options)
  })

  office.post(path, own, async (request, reply) => {
    if (!party) throw new Problem('unknown')
    const { organisation, id } = userOf(request)
    const errand = await begun.end(request, reply)
    const given = one((request.body ?? {}) as Fields, 'credential')
    const asked = errand?.user === id ? errand : undefined
    const passkey = asked && (await registered(party, asked.challenge, given))
    if (!asked || !passkey) return again(request, reply)
    const act = actOf(request, clock)
    const added = { ...passkey, name: asked.name, addedAt: act.at }
    await store.addPasskey(organisation, id, added, act)
    return back(request, reply, 'passkeyAdded')
  })

  office.post(`${path}/removal`, own, async (request, reply) => {
    const { organisation, id } = userOf(request)
    const passkey = one((request.body ?? {}) as Fields, 'passkey')
    await store.removePasskey(organisation, id, passkey, actOf(request, clock))
    return back(request, reply, 'passkeyRemoved')
  })

  async function faultsIn(request: FastifyRequest) {
    const faults: NonNullable<AccountView['faults']> = []
    const wrong = nameFault(nameIn(request, 'passkey-name'))
    if (wrong) faults.push({ field: 'passkey-name', code: wrong })
    if (!(await ownPassword(request, 'passkey-present'))) {
      faults.push({ field: 'passkey-present', code: 'wrong' })
    }
    return faults
  }

  async function again(request: FastifyRequest, reply: FastifyReply) {
    const found = await faultsIn(request)
    const failed = { field: 'passkey-name', code: 'failed' } as const
    const faults = found.length > 0 ? found : [failed]
    return show(request, reply, { passkeyName: nameIn(request, 'passkey-name'), faults })
  }
}

const back = (request: FastifyRequest, reply: FastifyReply, done: AccountDone) =>
  reply.redirect(onward(request, '/office/account', { done }), 303)
