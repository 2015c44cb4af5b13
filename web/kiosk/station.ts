import type { KioskAnswers, KioskSurvey, Setup } from '../../src/survey/kiosk.ts'

/** What the screens know of the tablet and its talk with the server. */
export interface StationState {
  enrolled: boolean
  /** the office took the tablet away: a neutral screen, nothing else */
  revoked: boolean
  /** the server does not know this tablet any more; what is queued waits for a new code */
  unknownDevice: boolean
  /** the last word to the server got an answer */
  online: boolean
  /** answers that the server has not yet taken */
  queued: number
  /** the local date of the oldest of them */
  oldest: string | null
  setup: Setup | undefined
  /** false: "please ask the staff", before a person starts */
  canKeep: boolean
  /** by the server's clock, when something was last taken; this session only */
  lastSent: number | undefined
}

/** The tablet without its screens. */
export interface Station {
  readonly state: StationState
  /** Calls at each change; returns how to stop that. */
  onChange(listener: (state: StationState) => void): () => void
  /** Milliseconds since 1970 by the server's clock, as far as it is known. */
  now(): number
  /** The surveys that are open at this moment. */
  surveysNow(): KioskSurvey[]
  /** Tells the office which survey is shown, '' for none. */
  shows(survey: string): void
  /** Whether an answer could be stored now: tries it, and tells it in the state as well. */
  canKeep(): Promise<boolean>
  /**
   * Seals and stores. Once it has resolved, the answer survives anything that the tablet
   * survives; where it rejects, the answers are still the caller's. The same id is one answer.
   */
  keep(answers: KioskAnswers, timeZone: string): Promise<void>
  /** The code as it was typed or scanned. */
  enrol(code: string): Promise<'enrolled' | 'code-unknown' | 'too-many' | 'offline'>
  /** Sends at once what is queued; resolves when it is sent or cannot be now. */
  sendNow(): Promise<void>
  /** Whether this is the PIN of the staff. */
  pinIs(pin: string): Promise<boolean>
  /** Gives the tablet up: sends, then forgets all; false, and nothing forgotten, where answers wait. */
  leave(): Promise<boolean>
}

// openStation(surroundings: Surroundings): Promise<Station> follows in this file.
