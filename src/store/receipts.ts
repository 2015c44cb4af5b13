import type { Response } from '../survey/response.ts'

/** What the holder of a response's id may do with it, as part of the store's contract. */
export interface ReceiptStore {
  /** The response of an id, without it; undefined where it was never there, or is deleted. */
  responseOf(id: string): Promise<Omit<Response, 'id'> | undefined>
  /**
   * Deletes a response for good: with its counts, its texts and what was noted at them. It is in
   * the ledger of erasures before this says so, and is not kept when it is sent again. False where
   * it is not there, and was not withdrawn before.
   */
  withdrawResponse(survey: string, id: string, date: string): Promise<boolean>
  /** The survey from which the response of an id was withdrawn. */
  withdrawnFrom(id: string): Promise<string | undefined>
}
