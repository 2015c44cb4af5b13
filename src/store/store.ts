import type { Count } from '../survey/counts.ts'
import type { Device, KnownDevice, NewDevice, Report } from '../survey/tablets/device.ts'
import type { Marks } from '../survey/draft/marks.ts'
import type { Moved } from '../survey/life.ts'
import type { Logo, Organisation } from '../survey/organisation.ts'
import type { DividedDays, Division, Participation } from '../survey/participation.ts'
import type { Content, Questionnaire } from '../survey/questionnaire.ts'
import type { Came, Release } from '../survey/release.ts'
import type { Response } from '../survey/response.ts'
import type { Dates } from '../survey/state.ts'
import type { TextGroup } from '../survey/text-group.ts'
import type { Purge } from '../survey/purge.ts'
import type { MailStore } from './mail.ts'
import type { PurgeStore } from './purging.ts'
import type { ReceiptStore } from './receipts.ts'
import type { LifeStore } from './life.ts'
import type { Act, OfficeStore } from './office.ts'
import type { PublicationStore } from './publications.ts'
import type { SignInStore } from './sign-in.ts'
import type { SiteStore } from './sites.ts'
import type { LetterEndingStore } from './subscriptions.ts'
import type { TextRoomStore } from './text-room.ts'

export type { Device, KnownDevice } from '../survey/tablets/device.ts'
export type {
  Act,
  Changed,
  Invite,
  NewInvite,
  OfficeStore,
  Reset,
  SignedIn,
  Standing,
  User,
} from './office.ts'
export {
  INVITE_HOLDS,
  RESET_BY_HAND_HOLDS,
  RESET_HOLDS,
  SESSION_IDLE,
  SESSION_LONGEST,
} from './office.ts'
export type { Admitted, ErrandKind, KnownPasskey, NewPasskey, SecondFactor } from './sign-in.ts'
export { HALF_SESSION, HALF_SESSION_TRIES } from './sign-in.ts'
export type { Approval, Issue, Issuing, Making, Move, Outcome } from './life.ts'
export type { Erasure } from './ledger.ts'
export type { PurgeOrder } from './purging.ts'
export type { EditionDraft, PublicationStore, Published } from './publications.ts'
export type { Comments, Masked, TextName, TextRoomStore } from './text-room.ts'

/** A survey as the office sees it. `questionnaire` is the newest issued one. */
export interface Survey {
  id: string
  organisation: Organisation
  draft: Content
  questionnaire?: Questionnaire
  dates: Dates
  /** the final release stands: nothing more is counted */
  final: boolean
  /** what was done with it by hand, oldest first */
  moves: Moved[]
  archived: boolean
  /** its raw responses are deleted; the protocol of it */
  purge?: Purge
}

/** A survey that has been issued. */
export type IssuedSurvey = Survey & { questionnaire: Questionnaire }

/** A draft as it was given, with its faults. */
export interface Draft {
  /** counts the edits */
  revision: number
  /** who edited it last, and when */
  by: string
  at: string
  tree: unknown
  marks: Marks
}

export interface Edit {
  /** the revision that it was made on */
  base: number
  tree: unknown
  marks: Marks
}

/** The new revision, or what another made of the draft meanwhile. */
export type Edited = { revision: number } | { conflict: Draft }

/** How a survey stood when its final release was found due. */
export interface Seen {
  moves: number
  /** number of the newest one */
  questionnaire: number
  came?: Came
}

export interface Keeping {
  response: Response
  counts: Count[]
  smallestGroup: number
}

/** What became of a sending; each tells a queue that it may forget it. */
export type Kept = 'kept' | 'already' | 'closed' | 'withdrawn'

export type Scope = 'read' | 'import'

/** A pair of keys that tablets seal with; the parts in base64url. */
export interface StoredSealingKey {
  id: string
  /** milliseconds since 1970 */
  madeAt: number
  /** raw */
  publicKey: string
  /** encrypted, as `secrets.ts` does it */
  privateKey: string
}

export interface CheckResult {
  ok: boolean
  responses: number
  faults: string[]
}

/**
 * The memory of Svar. Each verb is one transaction; what it acknowledges is on disk. Verbs of the
 * office take the organisation, and treat another's survey as unknown (undefined); what changes
 * something takes an act, and writes it into the audit log. Problems:
 * `unavailable` where the store cannot promise, others as named at the verb.
 */
export interface Store
  extends
    OfficeStore,
    LifeStore,
    MailStore,
    PublicationStore,
    PurgeStore,
    ReceiptStore,
    SignInStore,
    SiteStore,
    TextRoomStore,
    LetterEndingStore {
  /** All but its logo. */
  saveOrganisation(organisation: Organisation, act: Act): Promise<void>
  /** Another logo instead of the one before, or none. Problem `unknown`. */
  saveLogo(
    organisation: string,
    logo: { look: Logo; bytes: Buffer } | undefined,
    act: Act,
  ): Promise<void>
  /** Any organisation's, by its hash. */
  logo(hash: string): Promise<{ look: Logo; bytes: Buffer } | undefined>
  organisations(): Promise<Organisation[]>

  /** Makes or replaces a draft. Problem `taken` where the id is another organisation's. */
  saveDraft(organisation: string, draft: Content, tree: unknown, act: Act): Promise<void>
  /** Makes a survey with a draft that may be as good as empty. Problem `taken` as above. */
  addDraft(organisation: string, survey: string, tree: unknown, act: Act): Promise<void>
  draft(organisation: string, survey: string): Promise<Draft | undefined>
  /** The tree of the draft, as it was taken. */
  draftTree(organisation: string, survey: string): Promise<unknown>
  /**
   * Replaces the draft that `base` counts, whatever is wrong with the tree; one that has been
   * edited since stays, and is given back. Problem `unknown`.
   */
  editDraft(organisation: string, survey: string, edit: Edit, act: Act): Promise<Edited>
  /**
   * Numbers a questionnaire; the same content again is the same number. Problem `closed` where a
   * final release with answers stands.
   */
  issue(organisation: string, survey: string, content: Content, act: Act): Promise<number>
  /** Closes by hand. */
  closeSurvey(organisation: string, survey: string, act: Act): Promise<void>
  surveys(organisation: string): Promise<Survey[]>
  surveyOf(organisation: string, survey: string): Promise<Survey | undefined>
  /** Any organisation's survey for the citizen's door, from memory while nothing changed. */
  issued(survey: string): Promise<IssuedSurvey | undefined>
  allIssued(): Promise<IssuedSurvey[]>
  questionnaire(survey: string, number: number): Promise<Questionnaire | undefined>

  keep(keeping: Keeping): Promise<Kept>
  /** Whether the sender's id is known, and its response was not withdrawn. */
  isKept(survey: string, id: string): Promise<boolean>
  participation(organisation: string, survey: string): Promise<Participation | undefined>
  /** How many came each day, divided; {} where the survey is unknown. */
  participationOver(organisation: string, survey: string, over: Division): Promise<DividedDays>
  release(organisation: string, survey: string): Promise<Release | undefined>
  /** Texts that may be read, in random order. */
  texts(organisation: string, survey: string, field: string, most: number): Promise<TextGroup[]>
  /**
   * Makes the final release of a closed survey, once; later calls change nothing. Where it is said
   * how the survey stood, and it has been moved or issued since, nothing changes either.
   */
  finalise(survey: string, at: string, seen?: Seen): Promise<void>

  addToken(token: Buffer, organisation: string, scope: Scope, act: Act): Promise<void>
  token(token: Buffer): Promise<{ organisation: string; scope: Scope } | undefined>

  /**
   * Adds a tablet, to be enrolled with a code (hashed) until a time in milliseconds. Problem
   * `taken` where the id is known.
   */
  addDevice(organisation: string, device: NewDevice, act: Act): Promise<void>
  devices(organisation: string): Promise<Device[]>
  /** A fresh code; the token stops when it is used. False where unknown or revoked. */
  renewCode(
    organisation: string,
    device: string,
    code: Buffer,
    codeUntil: number,
    act: Act,
  ): Promise<boolean>
  /** Uses the code up and gives the device its token; undefined where unknown, used or over. */
  enrol(code: Buffer, token: Buffer, now: number): Promise<KnownDevice | undefined>
  /** The device of a token, also a revoked one. */
  device(token: Buffer): Promise<KnownDevice | undefined>
  /** Notes a heartbeat. */
  heard(device: string, report: Report, now: number): Promise<void>
  /** Counts answers that were not taken, each id once. */
  countRefused(device: string, ids: string[]): Promise<void>
  changeDevice(
    organisation: string,
    device: string,
    change: Partial<Pick<NewDevice, 'name' | 'site' | 'pin'>>,
    act: Act,
  ): Promise<boolean>
  /** Once; a code that waits is void. False where unknown. */
  revokeDevice(organisation: string, device: string, act: Act): Promise<boolean>
  /** Removes a revoked device, or one never enrolled; false where it is neither. */
  removeDevice(organisation: string, device: string, act: Act): Promise<boolean>
  /** Newest first. */
  sealingKeys(): Promise<StoredSealingKey[]>
  addSealingKey(key: StoredSealingKey): Promise<void>
  removeSealingKey(id: string): Promise<void>

  /** Verifies the database, every checksum, and that tallies equal a recount. */
  check(progress?: (done: number, of: number) => void): Promise<CheckResult>
  /** Resolves when it can promise; Problem `unavailable` otherwise. */
  ready(): Promise<void>
  /** Commits what is under way and closes. */
  close(): Promise<void>
}
