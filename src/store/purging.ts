import type { Posting } from '../survey/people/letter.ts'
import type { Purge, PurgeWay, Warning } from '../survey/purge.ts'
import type { Erasure, Remains, Withdrawal } from './ledger.ts'

/** How a purge is asked for. */
export interface PurgeOrder {
  way: PurgeWay
  /** ISO instant */
  at: string
  /** why before its day */
  reason?: string
  /** how the survey stood; nothing is done where it stands otherwise by now */
  seen?: { moves: number; questionnaire: number }
  /** of a purge that was made before an older backup was restored */
  protocol?: Pick<Purge, 'on' | 'retainUntil' | 'decision' | 'responses' | 'texts'> & {
    remains: Remains
  }
}

/**
 * Deleting as promised, as part of the store's contract. What is deleted is in the ledger of
 * erasures, a file beside the database, before anyone is told that it is.
 */
export interface PurgeStore {
  /**
   * Closes the survey and makes its final release where that is still to come, deletes texts,
   * tallies and what people of the office noted at single texts, and writes the protocol. The
   * responses go by `purgeSome`. Undefined where that was done before, or it holds nothing.
   */
  beginPurge(survey: string, order: PurgeOrder): Promise<Purge | undefined>
  /** Nobody has answered; not so where all have withdrawn, since that is still noted. */
  holdsNothing(survey: string): Promise<boolean>
  /** Deletes some responses of purges that have begun. False where none was left. */
  purgeSome(): Promise<boolean>
  /** Whether files still hold traces of what was deleted by a purge, or singly before a date. */
  owesErasure(before: string): Promise<boolean>
  /**
   * Overwrites every trace of what was deleted, also in the write-ahead log. False where others
   * still read what was there before: then it is to be asked again. `at` is asked when it is done.
   */
  erase(at: () => string): Promise<boolean>
  /**
   * To be called by whatever deletes single responses at their authors' wish, before it is said to
   * be done: from then on a restore of an older backup deletes them as well.
   */
  noteWithdrawals(withdrawals: Withdrawal[]): Promise<void>
  /** Deletes a single response with its counts and texts. False where it is not there. */
  takeOut(survey: string, response: Buffer): Promise<boolean>
  /** Everything that was erased here, as the ledger has it. */
  erasures(): Promise<Erasure[]>
  /** Puts right a copy of the ledger that could not be written when it should have been. */
  mendLedger(): Promise<void>
  /** Sends letters that warn of a purge, once. */
  warnOfPurge(survey: string, retainUntil: string, days: Warning, letters: Posting[]): Promise<void>
}
