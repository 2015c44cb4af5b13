import { type Access, hasSites } from '../rights.ts'

/** How someone signed in. */
export const ways = ['password', 'passkey', 'provider'] as const
export type Way = (typeof ways)[number]

/** What a value of the provider's claim makes of someone here. */
export interface Mapped extends Access {
  value: string
}

/** An organisation's own service for signing in, by OpenID Connect. */
export interface Provider {
  issuer: string
  clientId: string
  /** encrypted, as `secrets.ts` does it; absent: the client has none */
  secret?: string
  /** the claim that carries groups or roles; dots lead into an object */
  claim: string
  mapping: Mapped[]
  /** whether there are other ways in as well */
  passwords: boolean
}

/** A passkey as its owner sees it. */
export interface Passkey {
  id: string
  name: string
  /** ISO instant */
  addedAt: string
  /** the last day on which it was used (UTC) */
  usedOn?: string
}

/** What someone may by the values of a claim: the first line of the mapping that fits. */
export function accessBy(mapping: Mapped[], values: string[]): Access | undefined {
  const found = mapping.find(({ value }) => values.includes(value))
  return found && { role: found.role, sites: hasSites(found.role) ? found.sites : [] }
}

/** The values of a claim: one word, or a list of them. */
export function valuesOf(claims: Record<string, unknown>, claim: string): string[] {
  const found = Object.hasOwn(claims, claim) ? claims[claim] : within(claims, claim.split('.'))
  return [found].flat().filter((value) => typeof value === 'string')
}

function within(claims: unknown, path: string[]): unknown {
  return path.reduce<unknown>((part, name) => {
    const object = typeof part === 'object' && part !== null && Object.hasOwn(part, name)
    return object ? (part as Record<string, unknown>)[name] : undefined
  }, claims)
}
