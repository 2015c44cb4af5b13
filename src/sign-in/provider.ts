import * as oidc from 'openid-client'
import { unlock } from '../secrets.ts'
import type { ProviderFault } from '../survey/people/provider-refusal.ts'
import type { Provider } from '../survey/people/sign-in.ts'
import { isLoopback, outbound } from './outbound.ts'
import { answerFault, ProviderError, providerFault } from './provider-fault.ts'

/** Clocks may differ so much, in seconds. */
const TOLERANCE = 60
/** So long what a provider says of itself is taken for true. */
const FRESH = 10 * 60 * 1000
const TIMEOUT = 8

export interface Begun {
  organisation: string
  issuer: string
  clientId: string
  state: string
  nonce: string
  verifier: string
}

export type Claims = Record<string, unknown> & { sub: string }
export type Providers = ReturnType<typeof makeProviders>

/** Signing in at an organisation's own service, by OpenID Connect. */
export function makeProviders(options: {
  secret: string
  clock: () => number
  /** the configured address; what a request says of it is never sent to a provider */
  baseUrl: string | undefined
}) {
  const { secret, clock, baseUrl } = options
  const known = new Map<string, { config: oidc.Configuration; at: number }>()
  const callback = baseUrl && `${baseUrl}/office/sign-in/callback`
  const onLoopback = isLoopback(URL.parse(baseUrl ?? '')?.hostname ?? '')

  async function configOf(organisation: string, provider: Provider) {
    const key = JSON.stringify([organisation, provider.issuer, provider.clientId, provider.secret])
    const found = known.get(key)
    if (found && clock() - found.at < FRESH) return found.config
    const config = await discover(provider, secretOf(organisation, provider), onLoopback)
    known.set(key, { config, at: clock() })
    return config
  }

  /** The client's secret in words; it was locked with the installation's. */
  function secretOf(organisation: string, provider: Provider): string | undefined {
    if (provider.secret === undefined) return undefined
    const words = unlock(secret, purposeOf(organisation), provider.secret)
    if (words === undefined) throw new ProviderError('secret')
    return words
  }

  return {
    /** Where a provider sends people back to; undefined where no address is configured. */
    callback,
    onLoopback,
    /** What is wrong with what a provider says of itself. */
    async check(organisation: string, provider: Provider): Promise<ProviderFault | 'fine'> {
      known.clear()
      return configOf(organisation, provider).then(() => 'fine' as const, providerFault)
    },
    /** Where to send a browser, and what has to come back with it. */
    async begin(
      organisation: string,
      provider: Provider,
    ): Promise<{ address: string; begun: Begun }> {
      const config = await configOf(organisation, provider)
      const { issuer, clientId, claim } = provider
      const verifier = oidc.randomPKCECodeVerifier()
      const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
      const offered = config.serverMetadata().scopes_supported ?? []
      const scopes = ['openid', 'email', 'profile', ...(offered.includes(claim) ? [claim] : [])]
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback ?? '',
        scope: [...new Set(scopes)].join(' '),
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, begun: { ...begun, organisation, issuer, clientId } }
    },
    /** Who came back; throws where the answer is not one to what was begun. */
    async finish(begun: Begun, provider: Provider, search: string): Promise<Claims> {
      const config = await configOf(begun.organisation, provider)
      const returned = new URL(`${callback}${search}`)
      return claimsOf(config, begun, returned).catch((error: unknown) => {
        throw new ProviderError(answerFault(error))
      })
    },
  }
}

async function claimsOf(config: oidc.Configuration, begun: Begun, returned: URL): Promise<Claims> {
  const tokens = await oidc.authorizationCodeGrant(config, returned, {
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    pkceCodeVerifier: begun.verifier,
    idTokenExpected: true,
  })
  const claims = { ...tokens.claims()! }
  if (!config.serverMetadata().userinfo_endpoint) return claims
  const more = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { ...more, ...claims }
}

export const purposeOf = (organisation: string) => `svar provider ${organisation}`

async function discover(
  { issuer, clientId }: Provider,
  clientSecret: string | undefined,
  onLoopback: boolean,
) {
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, {
    [oidc.customFetch]: outbound(onLoopback),
    timeout: TIMEOUT,
    execute: onLoopback ? [oidc.allowInsecureRequests] : [],
  })
  const server = found.serverMetadata()
  // Nor a service of many tenants, whose issuer is whatever each of them says.
  if (URL.parse(server.issuer)?.href !== new URL(issuer).href) throw new ProviderError('issuer')
  const { authorization_endpoint: page, token_endpoint: token, jwks_uri: keys } = server
  if (!page || !token || !keys) throw new ProviderError('metadata')
  const metadata = { [oidc.clockTolerance]: TOLERANCE }
  const config = new oidc.Configuration(server, clientId, metadata, proofOf(server, clientSecret))
  config.timeout = TIMEOUT
  config[oidc.customFetch] = outbound(onLoopback)
  if (onLoopback) oidc.allowInsecureRequests(config)
  oidc.enableNonRepudiationChecks(config)
  return config
}

function proofOf(server: oidc.ServerMetadata, clientSecret: string | undefined) {
  if (clientSecret === undefined) return oidc.None()
  const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return taken.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret)
}
