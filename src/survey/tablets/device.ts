import type { Heartbeat, Setup } from './kiosk.ts'

/** A heartbeat as it is remembered. */
export interface Report extends Heartbeat {
  /** it came with the setup of that moment: the tablet had heard of every closing */
  current: boolean
}

/** A kiosk tablet as the office sees it. Nothing in it is about a person. */
export interface Device {
  id: string
  site: string
  name: string
  /** ISO instants */
  addedAt: string
  enrolledAt?: string
  revokedAt?: string
  /** while a code waits to be used: until when it holds (milliseconds since 1970) */
  codeUntil?: number
  /** the last heartbeat (milliseconds since 1970), and what it said */
  seenAt?: number
  report?: Report
  /** answers that came too late or could not be taken, all in all */
  refused: number
}

/** The device that a token speaks for. */
export interface KnownDevice extends Device {
  organisation: string
  pin: Setup['pin']
}

/** A device that waits for its tablet; the code is hashed. */
export interface NewDevice extends Pick<KnownDevice, 'id' | 'site' | 'name' | 'addedAt' | 'pin'> {
  code: Buffer
  codeUntil: number
}
