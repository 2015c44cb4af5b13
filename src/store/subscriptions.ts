import type { LetterClaim, News } from '../survey/subscription.ts'
import type { Departure } from './departures.ts'
import type { Act } from './office.ts'

/** An address as it is kept: whoever has the database alone can read none. */
export interface Subscription {
  /** random */
  id: Buffer
  survey: string
  /** the address, locked */
  address: string
  language: string
  confirmed: boolean
}

/** Someone has typed an address. */
export interface Asking extends Omit<Subscription, 'confirmed'> {
  /** keyed hash of survey and address */
  mark: Buffer
  /** keyed hash of address and day */
  today: { day: string; mark: Buffer }
  /** milliseconds since 1970, of a whole day */
  until: number
}

/** What nobody needs any more. */
export interface Tidying {
  askedBefore: string
  today: string
  surveys: string[]
  /** milliseconds since 1970 */
  now: number
  /** whether mail is set up */
  sends: boolean
}

/**
 * Those who want to be told of results: in a database of its own that shares nothing with responses
 * but the names of surveys. Whatever erases a subscription leaves nothing of it on disk.
 */
export interface Subscriptions {
  /**
   * Keeps the address where it is new, and a letter that asks its reader to confirm; that letter
   * also where it is known, so that nobody learns which. Nothing where the address had enough of
   * them that day, or where no more letters come.
   */
  ask(asking: Asking): Promise<void>
  find(id: Buffer): Promise<Subscription | undefined>
  /** Undefined where there is none any more. */
  confirm(id: Buffer): Promise<Subscription | undefined>
  /**
   * With the letters that wait for it. Nothing where there is none any more. It is noted beside the
   * database that it has gone, by that date, so that no older backup brings it back.
   */
  erase(id: Buffer, date: string): Promise<void>
  /** Erases once more who had gone after a backup, and notes it: how many came back. */
  eraseAgain(departures: Departure[]): Promise<number>
  /** Puts right a copy of what was noted that could not be written when it should have been. */
  mendDepartures(): Promise<void>
  /** How many want letters. */
  confirmed(survey: string): Promise<number>

  /**
   * Takes news to be told, once for each id; the letters are made by `spread`. False where it was
   * told before, or no more letters come. To be called again after a crash.
   */
  tell(news: News): Promise<boolean>
  /** Drops the letters of news that have not been sent; it cannot be told again. */
  takeBack(news: string): Promise<void>
  /** Makes letters for so many subscribers at most: how many it made. */
  spread(most: number, until: number): Promise<number>
  /** The words of news that still has letters. */
  news(id: string): Promise<News | undefined>

  /** As in the outbox of the office: nobody else gets it until `heldUntil`. */
  claimLetter(now: number, heldUntil: number): Promise<LetterClaim | undefined>
  settleLetter(claim: LetterClaim): Promise<void>
  postponeLetter(claim: LetterClaim, dueAt: number): Promise<void>
  lettersWaiting(): Promise<number>

  /** No more letters come: each address goes with its last letter. */
  end(survey: string): Promise<void>
  hasEnded(survey: string): Promise<boolean>
  /**
   * Erases who has not confirmed since before that day, what was counted before `today`, and who
   * waits for no letter of a survey that has ended or is among those named. A letter whose time is
   * over is not waited for, nor is news where no letters are made. Who had confirmed is noted as
   * gone.
   */
  tidy(over: Tidying): Promise<void>
  /** Leaves nothing in the write-ahead log. */
  settleDown(): Promise<void>
  close(): Promise<void>
}

/** What the office does about subscribers, as the store of the office remembers it. */
export interface LetterEndingStore {
  /** No more letters come: only the line in the log. */
  noteLettersEnd(organisation: string, survey: string, act: Act): Promise<void>
}
