/** What can be wrong between us and a provider; each has words in sign-in.json. */
export const providerFaults = [
  'address',
  'unreachable',
  'slow',
  'missing',
  'metadata',
  'issuer',
  'secret',
  'client',
  'denied',
  'answer',
] as const
export type ProviderFault = (typeof providerFaults)[number]

/** Why someone who comes from a provider is not let in. */
export type ProviderRefusal = ProviderFault | 'late' | 'role' | 'email' | 'suspended' | 'unverified'
