import type { Fault } from './refusals.ts'
import type { Written } from './message.tsx'

/** A letter that waits, claimed: nobody else has it for a while. */
export interface Waiting {
  /** the same at each try */
  id: string
  kind: string
  tries: number
  /** after that nobody needs it any more */
  until: number
  /** Undefined where there is no reason to send it any more, or why it cannot be. */
  write(): Promise<Written | { reason: string } | undefined>
  /** It has been sent, or never will be. */
  settle(): Promise<void>
  postpone(dueAt: number): Promise<void>
  /** It never will be sent, by what the mail server said, if that was asked. */
  giveUp(fault?: Fault): Promise<void>
}

/** Where letters of one sort wait. */
export interface Tray {
  /** Before some are sent. */
  open?(now: number): Promise<void>
  claim(now: number, heldUntil: number): Promise<Waiting | undefined>
  /** After that. */
  close?(): Promise<void>
  waiting(): Promise<number>
}
