import type { Organisation } from '../organisation.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Answers } from '../response.ts'
import type { Dates } from '../state.ts'

// What a tablet and the server say to each other: JSON under /kiosk. It changes only by adding,
// since a tablet may run an older version for weeks.

/** `POST /kiosk/enrol`; refused with 404 where the code is unknown, used or over its time. */
export interface Enrolling {
  /** eight characters, read leniently: case, spaces and dashes do not matter */
  code: string
}

export interface Enrolled {
  /** the tablet's secret, sent as `Authorization: Bearer …` from now on */
  token: string
  reply: HeartbeatReply
}

/** `POST /kiosk/heartbeat`: how the tablet is. Nothing in it is about a person. */
export interface Heartbeat {
  /** of the program on the tablet */
  version: string
  /** what the tablet's own clock says, milliseconds since 1970 */
  clock: number
  /** the survey that is shown, or '' */
  survey: string
  /** answers not yet taken by the server */
  queued: number
  /** the local date of the oldest of them */
  oldest: string | null
  /** bytes that the browser still grants, where it says */
  storageLeft: number | null
  /** the tag of the setup that the tablet has, or '' */
  setup: string
}

export interface HeartbeatReply {
  /** the server's clock, milliseconds since 1970 */
  now: number
  /** 'revoked': send what is queued, then forget everything */
  state: 'active' | 'revoked'
  /** the key to seal with from now on */
  sealing: SealingKey
  /** only where it is another than the one the tablet named */
  setup?: Setup
}

/** A public key of the server: P-256, raw, in base64url. */
export interface SealingKey {
  id: string
  key: string
}

/** Everything that a tablet needs to show, also without network. */
export interface Setup {
  /** a hash of the rest */
  tag: string
  device: { name: string }
  organisation: Organisation
  site: string
  /** opens the settings on the tablet: PBKDF2 with SHA-256, salt and key in base64url */
  pin: { salt: string; key: string; rounds: number }
  /** issued surveys of the site that are open or will open by their dates */
  surveys: KioskSurvey[]
  /** those that are paused; apart, since older tablets would take answers to them */
  paused?: KioskSurvey[]
}

export interface KioskSurvey {
  questionnaire: Questionnaire
  dates: Dates
}

/** What a tablet in the editor's frame shows: a draft, and who asks. */
export interface KioskPreview {
  organisation: Organisation
  questionnaire: Questionnaire
}

/** One person's answers as they are sealed; the id is outside, and sealed in as well. */
export interface KioskAnswers {
  id: string
  survey: string
  questionnaire: number
  /** where the tablet stood when it was answered */
  site: string
  language: string
  answers: Answers
}

/** What waits on the tablet and what is sent: nobody but the server can read the answers. */
export interface SealedItem {
  id: string
  /** local date in the survey's zone, by the server's clock as far as the tablet knows it */
  answeredOn: string
  sealed: Sealed
}

export interface Sealed {
  /** the sealing key's id */
  to: string
  /** the sender's ephemeral public key: P-256, raw, in base64url */
  from: string
  /** AES-256-GCM in base64url, the tag at its end */
  words: string
}

/** `POST /kiosk/responses`, at most `MOST_AT_ONCE` items; in any order. */
export interface Delivery {
  items: SealedItem[]
}

export interface Delivered {
  results: { id: string; outcome: 'kept' | 'already' | 'refused'; reason?: string }[]
}

export const MOST_AT_ONCE = 50
