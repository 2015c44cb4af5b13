import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { providerRefusalPage } from '../../../pages/office/sign-in/provider-refusal.tsx'
import { makeId, makeSecret } from '../../../secrets.ts'
import type { Begun, Claims, Providers } from '../../../sign-in/provider.ts'
import { providerFault } from '../../../sign-in/provider-fault.ts'
import { tidy } from '../../../survey/fields.ts'
import { isEmail, NAME_LONGEST } from '../../../survey/people/person.ts'
import { Problem } from '../../../survey/problem.ts'
import type { ProviderFault, ProviderRefusal } from '../../../survey/people/provider-refusal.ts'
import { accessBy, type Provider, valuesOf } from '../../../survey/people/sign-in.ts'
import type { Deps } from '../../deps.ts'
import { errands } from '../errands.ts'
import { type OfficeFace, onward } from '../face.ts'
import { isoOf, type Sessions } from '../session.ts'

type Start = FastifyRequest<{ Params: { organisation: string } }>

const rateLimit = { max: 120, timeWindow: 15 * 60 * 1000 }
const open = { config: { public: true, rateLimit } }

/** Signing in at an organisation's own service: there, and back. */
export function providerSignInRoutes(
  office: FastifyInstance,
  deps: Deps,
  face: OfficeFace,
  sessions: Sessions,
  providers: Providers,
) {
  const { store, clock, log } = deps
  const begun = errands<Begun & { lang?: string }>('provider', deps)

  office.get('/sign-in/:organisation', open, async (request: Start, reply) => {
    const { organisation } = request.params
    const provider = providers.callback && (await store.provider(organisation))
    if (!provider) throw new Problem('unknown')
    const way = await providers.begin(organisation, provider).catch(providerFault)
    if (typeof way === 'string') return fail(request, reply, way, organisation)
    const { lang } = request.query as { lang?: unknown }
    await begun.begin(reply, { ...way.begun, ...(typeof lang === 'string' && { lang }) })
    return reply.redirect(way.address, 303)
  })

  office.get('/sign-in/callback', open, async (request, reply) => {
    const errand = await begun.end(request, reply)
    if (!errand) return refuse(request, reply, 'late')
    const { organisation, issuer, clientId, lang } = errand
    if (lang !== undefined) Object.assign(request.query as object, { lang })
    const provider = await store.provider(organisation)
    if (provider?.issuer !== issuer || provider.clientId !== clientId) {
      return refuse(request, reply, 'late')
    }
    const search = /\?.*$/s.exec(request.url)?.[0] ?? ''
    const claims = await providers.finish(errand, provider, search).catch(providerFault)
    if (typeof claims === 'string') return fail(request, reply, claims, organisation)
    const described = await describedBy(claims, provider, deps)
    if (typeof described === 'string') return refuse(request, reply, described)
    const at = isoOf(clock())
    const admitted = await store.admit(organisation, issuer, described, at)
    if (typeof admitted === 'string') return refuse(request, reply, admitted)
    await sessions.begin(request, reply, admitted.user, 'provider')
    return reply.redirect(onward(request, '/office'), 303)
  })

  /** Which organisation's service, and what kind of fault: nothing of who tried. */
  function fail(
    request: FastifyRequest,
    reply: FastifyReply,
    fault: ProviderFault,
    organisation: string,
  ) {
    if (fault !== 'denied') log.error({ organisation, fault }, 'sign-in service failed')
    return refuse(request, reply, fault)
  }

  async function refuse(request: FastifyRequest, reply: FastifyReply, refusal: ProviderRefusal) {
    // Another language of this page is no second try.
    const frame = { ...(await face.frame(request, reply)), path: '/office/sign-in' }
    return reply.code(403).send(providerRefusalPage(frame, refusal))
  }
}

/** Whom claims are about, as far as it matters here. */
async function describedBy(claims: Claims, { claim, mapping }: Provider, { passwords }: Deps) {
  const access = accessBy(mapping, valuesOf(claims, claim))
  if (!access) return 'role'
  const email = tidy(claims['email']).toLowerCase()
  if (!isEmail(email)) return 'email'
  const name = tidy(claims['name']).replaceAll(/\s+/g, ' ').slice(0, NAME_LONGEST)
  return {
    ...access,
    subject: claims.sub,
    email,
    verified: claims['email_verified'] === true,
    name: name || email.split('@')[0]!,
    id: makeId(),
    password: await passwords.hash(makeSecret()),
  }
}
