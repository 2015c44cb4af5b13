import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type OrganisationSignIn,
  organisationSignInPage,
  signInDoings,
} from '../../../pages/office/organisation/organisation-sign-in.tsx'
import {
  formOf,
  type ProviderFormFault,
} from '../../../pages/office/organisation/provider-form.tsx'
import { lockAway } from '../../../secrets.ts'
import { type Providers, purposeOf } from '../../../sign-in/provider.ts'
import { one } from '../../../survey/fields.ts'
import { providerFaults as checks } from '../../../survey/people/provider-refusal.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Provider } from '../../../survey/people/sign-in.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { knownSites } from '../sites/known-sites.ts'
import { mappingOf, providerFaults, providerIn } from '../sign-in/provider-fields.ts'
import { actOf, userOf } from '../session.ts'

const path = '/organisation/sign-in'
const forOrganisation = { config: { right: 'organisation' } } as const
/** A check asks another server, and might be used to ask it often. */
const rateLimit = { max: 30, timeWindow: 15 * 60 * 1000 }

/** How people of an organisation sign in. */
export function organisationSignInRoutes(
  office: FastifyInstance,
  deps: Deps,
  face: OfficeFace,
  providers: Providers,
) {
  const { store, clock, secret } = deps

  office.get(path, forOrganisation, async (request, reply) => {
    const query = request.query as Fields
    const [done, checked] = [one(query, 'done'), one(query, 'check')]
    return show(request, reply, {
      done: signInDoings.find((each) => each === done),
      checked: ([...checks, 'fine'] as const).find((each) => each === checked),
    })
  })

  office.post(`${path}/second-factor`, forOrganisation, async (request, reply) => {
    const demanded = one((request.body ?? {}) as Fields, 'demanded') === 'yes'
    const { organisation } = userOf(request)
    await store.demandSecondFactor(organisation, demanded, actOf(request, clock))
    return back(request, reply, { done: demanded ? 'demanded' : 'free' })
  })

  office.post(path, forOrganisation, async (request, reply) => {
    const { organisation } = userOf(request)
    const before = await store.provider(organisation)
    const places = await knownSites(store, organisation, 'sv')
    const kept = before?.mapping.flatMap(({ sites }) => sites) ?? []
    const given = providerIn(request, [...places.map(({ id }) => id), ...kept])
    const faults = providerFaults(given, before, providers.onLoopback)
    // The page does not hold it, so it would be lost without a word.
    const retype = { field: 'client-secret', code: 'retype' } as const
    const more = given.clientSecret === '' ? [] : [retype]
    if (given.isSeeking) return show(request, reply, { given, faults: more })
    const again = (found: ProviderFormFault[]) =>
      show(request, reply.code(422), { given, faults: [...found, ...more] })
    if (faults.length > 0) return again(faults)
    const provider = lockedOf(organisation, given, before)
    const saved = await store.saveProvider(organisation, provider, actOf(request, clock))
    if (saved === 'unproven') return again([{ field: 'passwords', code: 'unproven' }])
    return back(request, reply, { done: 'saved' })
  })

  office.post(
    `${path}/check`,
    { config: { ...forOrganisation.config, rateLimit } },
    async (request, reply) => {
      const { organisation } = userOf(request)
      const provider = await store.provider(organisation)
      if (!provider) return back(request, reply)
      return back(request, reply, { check: await providers.check(organisation, provider) })
    },
  )

  office.post(`${path}/removal`, forOrganisation, async (request, reply) => {
    await store.removeProvider(userOf(request).organisation, actOf(request, clock))
    return back(request, reply, { done: 'removed' })
  })

  /** Without a new secret the one before stays. */
  function lockedOf(
    organisation: string,
    form: ReturnType<typeof providerIn>,
    before: Provider | undefined,
  ): Provider {
    const { issuer, clientId, clientSecret, claim, passwords } = form
    const locked =
      clientSecret === '' ? before?.secret : lockAway(secret, purposeOf(organisation), clientSecret)
    const provider = { issuer, clientId, claim, passwords, mapping: mappingOf(form) }
    return { ...provider, ...(locked !== undefined && { secret: locked }) }
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<OrganisationSignIn>,
  ) {
    const { organisation } = userOf(request)
    const frame = await face.frame(request, reply)
    const provider = await store.provider(organisation)
    const view = {
      demanded: await store.demandsSecondFactor(organisation),
      given: formOf(provider),
      kept: provider !== undefined,
      hasSecret: provider?.secret !== undefined,
      callback: providers.callback,
      places: await knownSites(store, organisation, frame.language),
      faults: [],
      ...more,
    }
    return reply.send(organisationSignInPage(frame, view))
  }
}

const back = (request: FastifyRequest, reply: FastifyReply, query: Record<string, string> = {}) =>
  reply.redirect(onward(request, `/office${path}`, query), 303)
