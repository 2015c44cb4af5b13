import type { Speech } from '../speech.ts'
import type { Station } from '../station.ts'
import type { Updates } from '../update.ts'

/** What all screens are played on. */
export interface Stage {
  page: Window
  station: Station
  speech: Speech
  updates: Updates
  /** milliseconds that only grow, also while the tablet sleeps */
  elapsed: () => number
  /** the id of a response to be */
  newId: () => string
  /** languages that the tablet is set to, the best first */
  wished: readonly string[]
  /** of the program */
  version: string
}
