import type { Claimed, Posting } from '../survey/people/letter.ts'

/**
 * The outbox, as part of the store's contract. Verbs that cause a letter take it as their last
 * argument, and put it here in the same transaction; undefined where no mail is set up.
 */
export interface MailStore {
  /** Once for each id. */
  enqueue(posting: Posting): Promise<void>
  /**
   * The next letter that is due, or over. Nobody else gets it until `heldUntil`, by when it has
   * been settled or its claimer is gone.
   */
  claimLetter(now: number, heldUntil: number): Promise<Claimed | undefined>
  /** It was sent, or never will be. Nothing where someone else has claimed it since. */
  settleLetter(claimed: Claimed): Promise<void>
  /** It is to be tried again. Nothing where someone else has claimed it since. */
  postponeLetter(claimed: Claimed, dueAt: number): Promise<void>
  /** Drops what is over, where there is nobody to send. */
  dropLetters(now: number): Promise<void>
  lettersWaiting(): Promise<number>
  /** Settles a request for a new password, with a letter for each account of the address. */
  answerForgotten(claimed: Claimed, email: string, at: number, until: number): Promise<void>
}
