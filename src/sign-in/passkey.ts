import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { hashSecret } from '../secrets.ts'
import type { KnownPasskey, User } from '../store/store.ts'

/** Who asks for a passkey: browsers give it to this origin only. */
export interface Party {
  origin: string
  id: string
}

/** EdDSA, ES256 and RS256: what devices have, and what Node does not call experimental. */
const algorithms = [-8, -7, -257]

/** From the configured address, never from what a request says. Undefined where there can be none. */
export function partyOf(baseUrl: string | undefined): Party | undefined {
  const url = baseUrl === undefined ? null : URL.parse(baseUrl)
  if (!url) return undefined
  const { origin, hostname, protocol } = url
  if (isIP(hostname.replace(/^\[|\]$/g, '')) > 0) return undefined
  return protocol === 'https:' || hostname === 'localhost' ? { origin, id: hostname } : undefined
}

export const registrationFor = (party: Party, service: string, user: User, known: string[]) =>
  generateRegistrationOptions({
    rpName: service,
    rpID: party.id,
    userName: user.email,
    userDisplayName: user.name,
    userID: new Uint8Array(hashSecret(user.id)),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

export const signInFor = (party: Party) =>
  generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })

/** What is kept of a new passkey; undefined where the answer is not what was asked for. */
export async function registered(party: Party, challenge: string, given: string) {
  const response = answerIn<RegistrationResponseJSON>(given)
  if (!response) return undefined
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) return undefined
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey), counter, transports }
}

/** The counter of a right answer; undefined where it is not right. */
export async function signedBy(
  party: Party,
  challenge: string,
  given: string,
  { id, publicKey, counter, user }: KnownPasskey,
): Promise<number | undefined> {
  const response = answerIn<AuthenticationResponseJSON>(given)
  if (!response) return undefined
  const handle = response.response.userHandle
  if (handle && handle !== hashSecret(user.id).toString('base64url')) return undefined
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  return verified ? authenticationInfo?.newCounter : undefined
}

/** Which passkey an answer says that it is of. */
export const passkeyIn = (given: string): string | undefined =>
  answerIn<AuthenticationResponseJSON>(given)?.id

/** The browser's answer as it came; the library looks at all the rest of it. */
function answerIn<T extends { id: string; response: object }>(given: string): T | undefined {
  try {
    const answer = JSON.parse(given) as Partial<T> | null
    const whole = typeof answer?.id === 'string' && typeof answer.response === 'object'
    return whole && answer.response !== null ? (answer as T) : undefined
  } catch {
    return undefined
  }
}
