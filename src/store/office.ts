import type { AuditFilter, AuditLine } from '../survey/people/audit.ts'
import type { Colleague, OpenSession } from '../survey/people/colleague.ts'
import type { Posting } from '../survey/people/letter.ts'
import type { Organisation } from '../survey/organisation.ts'
import type { Access } from '../survey/rights.ts'
import type { Way } from '../survey/people/sign-in.ts'

/** Who did something, and when (ISO instant). For acts of the office only, never of a citizen. */
export interface Act {
  /** a user's id, or `svar` for the command line */
  by: string
  at: string
}

export interface User extends Access {
  id: string
  organisation: string
  email: string
  name: string
  /** as `Passwords` hash it */
  password: string
}

/** As what someone is signed in, as far as it decides what they may watch. */
export type Standing = Pick<User, 'role' | 'sites'>

/** The user of a session. */
export type SignedIn = User & {
  /** their organisation demands a second factor, and they have none: they set one up first */
  confined?: true
}

/** Someone asked in by a link; its code comes hashed and holds until a time in milliseconds. */
export interface NewInvite extends Access {
  id: string
  email: string
  name: string
  code: Buffer
  codeUntil: number
}

export type Invite = Omit<NewInvite, 'code'> & { organisation: Organisation }

/** What a one-time link to a new password is for. */
export interface Reset {
  user: User
  organisation: Organisation
  codeUntil: number
}

/** `last`: the organisation would have no administrator left. */
export type Changed = 'done' | 'unknown' | 'last'

/**
 * People of the office, as part of the store's contract. What changes something takes an act, and
 * writes it into the audit log in the same transaction.
 */
export interface OfficeStore {
  /** Uses up the organisation's one-time link. Problem `taken` where it knows the address. */
  addUser(user: User, act: Act): Promise<void>
  /** An address may have an account in each organisation. Without those suspended. */
  usersByEmail(email: string): Promise<User[]>
  hasUsers(organisation: string): Promise<boolean>
  /** Secrets come hashed. A new code replaces the organisation's older one. */
  saveWelcome(organisation: string, code: Buffer): Promise<void>
  welcome(code: Buffer): Promise<Organisation | undefined>
  /** Adds the first user and uses the code up, or returns false where it is gone. */
  redeemWelcome(code: Buffer, user: User, at: string): Promise<boolean>

  /** `network` marks where from, so that it is known again. */
  openSession(
    token: Buffer,
    user: string,
    now: number,
    from?: { way?: Way; network?: Buffer },
  ): Promise<void>
  /** The same session by another token: what the old one was known to is shut out. */
  rotateSession(token: Buffer, next: Buffer): Promise<void>
  /** Whether an account of this address, or just this user's, was signed in to from there before. */
  knowsNetwork(email: string, network: Buffer, now: number, user?: string): Promise<boolean>
  /**
   * The user of a session that is neither idle nor too old (milliseconds). Notes the visit, unless
   * it is a script that asks by itself.
   */
  session(token: Buffer, now: number, visit: boolean): Promise<SignedIn | undefined>
  /** What the users of many sessions may see, in their order; none of it is a visit. */
  standing(tokens: Buffer[], now: number): Promise<(Standing | undefined)[]>
  endSession(token: Buffer): Promise<void>
  /** A colleague's open sessions, newest first; `here` is the one that asks. */
  sessionsOf(organisation: string, user: string, now: number, here?: Buffer): Promise<OpenSession[]>
  /** Ends one of a user's sessions, named by its id. */
  endSessionOf(user: string, id: string): Promise<void>
  /** Ends all of a user's sessions but one. */
  endOtherSessions(user: string, here: Buffer): Promise<void>
  /** Ends all of a colleague's sessions. */
  endSessionsOf(organisation: string, user: string, act: Act): Promise<boolean>

  /** Users, and those who are invited. */
  colleagues(organisation: string): Promise<Colleague[]>
  /** Names by id, also of those who have been removed. */
  names(organisation: string): Promise<Map<string, string>>
  /** Problem `taken` where the id is known, or the address is a colleague's. */
  invite(organisation: string, invite: NewInvite, act: Act, letter?: Posting): Promise<void>
  /** Another code instead of the one before; false where nobody of that id is invited. */
  renewInvite(
    organisation: string,
    id: string,
    code: { code: Buffer; codeUntil: number },
    act: Act,
    letter?: Posting,
  ): Promise<boolean>
  /** Undefined where the code is unknown, used or over. */
  invited(code: Buffer, now: number): Promise<Invite | undefined>
  /** Makes the invited a user and uses the code up; undefined where it is gone. */
  joinBy(
    code: Buffer,
    own: { name: string; password: string },
    now: number,
  ): Promise<User | undefined>
  changeAccess(organisation: string, id: string, access: Access, act: Act): Promise<Changed>
  /** Sessions end at once. */
  suspend(organisation: string, id: string, act: Act): Promise<Changed>
  restore(organisation: string, id: string, act: Act): Promise<Changed>
  /** Sessions end at once, and nothing but the name stays. Done also where it was done before. */
  removePerson(organisation: string, id: string, act: Act): Promise<Changed>
  rename(organisation: string, id: string, name: string, act: Act): Promise<void>
  /** All other sessions end. */
  changePassword(
    organisation: string,
    id: string,
    password: string,
    here: Buffer,
    act: Act,
    letter?: Posting,
  ): Promise<void>

  /** A code for a new password instead of the one before; false where nobody active is meant. */
  startReset(
    organisation: string,
    user: string,
    code: { code: Buffer; codeUntil: number },
  ): Promise<boolean>
  /** The same for an administrator who hands it over. */
  startResetByHand(
    organisation: string,
    user: string,
    code: { code: Buffer; codeUntil: number },
    act: Act,
  ): Promise<boolean>
  /** Undefined where the code is unknown, used or over. */
  reset(code: Buffer, now: number): Promise<Reset | undefined>
  /** Uses the code up, and ends all sessions; false where it is gone. */
  resetPassword(code: Buffer, password: string, now: number, letter?: Posting): Promise<boolean>

  /** Newest first, those before a number. */
  audit(
    organisation: string,
    filter: AuditFilter,
    page: { before?: number | undefined; most: number },
  ): Promise<AuditLine[]>
}

export const SESSION_IDLE = 2 * 60 * 60 * 1000
export const SESSION_LONGEST = 12 * 60 * 60 * 1000
/** So long a colleague's invitation holds. */
export const INVITE_HOLDS = 7 * 24 * 60 * 60 * 1000
/** So long a link to a new password holds: one that came by mail, and one that was handed over. */
export const RESET_HOLDS = 30 * 60 * 1000
export const RESET_BY_HAND_HOLDS = 24 * 60 * 60 * 1000
