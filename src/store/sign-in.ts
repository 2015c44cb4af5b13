import type { Organisation } from '../survey/organisation.ts'
import type { Access } from '../survey/rights.ts'
import type { Passkey, Provider } from '../survey/people/sign-in.ts'
import type { Act, User } from './office.ts'

export interface SecondFactor {
  /** encrypted, as `secrets.ts` does it */
  secret: string
  /** the step of the newest code that was used */
  step: number
  /** those recovery codes, hashed, that are still to be used */
  codes: Buffer[]
}

/** A passkey with what checks its signatures. */
export interface KnownPasskey extends Passkey {
  user: User
  publicKey: Buffer
  counter: number
  transports: string[]
}

export type NewPasskey = Omit<KnownPasskey, 'user' | 'usedOn'>

/** Someone as an organisation's provider describes them. */
export interface Described extends Access {
  subject: string
  name: string
  email: string
  /** the provider vouches for the address */
  verified: boolean
  /** becomes the id of someone who is new here */
  id: string
  /** a password that nobody knows, as `Passwords` hash it */
  password: string
}

/** `unverified`: the address is known here, and the provider does not vouch for it. */
export type Admitted = { user: User } | 'suspended' | 'unverified'

/** `unproven`: no administrator has come in by this provider, so it could lock everyone out. */
export type ProviderSaved = 'done' | 'unproven'

/** What begins in one request of a browser and ends in another, once. */
export type ErrandKind = 'register' | 'passkey' | 'provider'

/** Ways into the office besides the password, as part of the store's contract. */
export interface SignInStore {
  /** After a right password, until the code: it opens no door but that to the second step. */
  openHalfSession(token: Buffer, user: string, now: number): Promise<void>
  halfSession(token: Buffer, now: number): Promise<User | undefined>
  endHalfSession(token: Buffer): Promise<void>
  /** Counts a wrong code; after a few the half session is over. */
  missHalfSession(token: Buffer): Promise<void>

  secondFactor(user: string): Promise<SecondFactor | undefined>
  turnOnSecondFactor(
    organisation: string,
    user: string,
    factor: SecondFactor,
    act: Act,
  ): Promise<void>
  /** False where a code of this step, or a later one, has been used. */
  useStep(user: string, step: number): Promise<boolean>
  /** Uses a recovery code up; false where there is none such. */
  useRecoveryCode(organisation: string, user: string, code: Buffer, at: string): Promise<boolean>
  renewRecoveryCodes(organisation: string, user: string, codes: Buffer[], act: Act): Promise<void>
  turnOffSecondFactor(organisation: string, user: string, act: Act): Promise<void>
  /** Takes away a colleague's second factor and passkeys; false where unknown. */
  resetSignIn(organisation: string, user: string, act: Act): Promise<boolean>
  demandsSecondFactor(organisation: string): Promise<boolean>
  demandSecondFactor(organisation: string, demanded: boolean, act: Act): Promise<void>

  /** By when they were added. */
  passkeys(user: string): Promise<Passkey[]>
  /** Problem `taken` where the passkey is known. */
  addPasskey(organisation: string, user: string, passkey: NewPasskey, act: Act): Promise<void>
  removePasskey(organisation: string, user: string, id: string, act: Act): Promise<void>
  /** Nobody's where its owner is suspended. */
  passkey(id: string): Promise<KnownPasskey | undefined>
  notePasskey(id: string, counter: number, day: string): Promise<void>

  beginErrand(
    token: Buffer,
    errand: { kind: ErrandKind; body: string; until: number },
    now: number,
  ): Promise<void>
  /** What was begun, once. */
  endErrand(token: Buffer, kind: ErrandKind, now: number): Promise<string | undefined>

  provider(organisation: string): Promise<Provider | undefined>
  /** Organisations that have one. */
  withProvider(): Promise<Organisation[]>
  /** Whether there are other ways in than the provider. */
  passwordsAllowed(organisation: string): Promise<boolean>
  saveProvider(organisation: string, provider: Provider, act: Act): Promise<ProviderSaved>
  /** Passwords are allowed again. */
  removeProvider(organisation: string, act: Act): Promise<void>
  allowPasswords(organisation: string, act: Act): Promise<void>
  /**
   * Finds whom a provider describes, or makes them a user, with the role that it gives. The last
   * administrator stays one.
   */
  admit(organisation: string, issuer: string, described: Described, at: string): Promise<Admitted>
}

/** So long someone has for the second step, and so many tries. */
export const HALF_SESSION = 10 * 60 * 1000
export const HALF_SESSION_TRIES = 5
