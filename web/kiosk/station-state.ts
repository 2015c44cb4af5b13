import type { Setup } from '../../src/survey/tablets/kiosk.ts'

/** What the screens know of the tablet and its talk with the server. */
export interface StationState {
  enrolled: boolean
  /** the office took the tablet away: a neutral screen, nothing else */
  revoked: boolean
  /** the server does not know this tablet any more; what is queued waits for a new code */
  unknownDevice: boolean
  /** the server answered when it was last asked */
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
  /** the page has lost its memory to another one: to be loaded anew, between persons */
  stale: boolean
}
