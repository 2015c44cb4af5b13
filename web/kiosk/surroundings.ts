import type { Store } from './store.ts'

/** All that the station takes from the browser; a test passes in its own. */
export interface Surroundings {
  /** of the program, as the office reads it */
  version: string
  fetch(path: string, init: RequestInit): Promise<Response>
  /** the tablet's own clock, milliseconds since 1970; it may be wrong, and may be changed */
  wall(): number
  /** milliseconds that only grow; they may stand still while the tablet sleeps */
  steady(): number
  /** from 0 to 1 */
  random(): number
  /** Calls after so many milliseconds; returns how to call it off. */
  after(milliseconds: number, what: () => void): () => void
  /** Calls when the network is back. */
  onOnline(what: () => void): void
  /** Calls when the page was hidden (true) or is seen again (false). */
  onHidden(what: (hidden: boolean) => void): void
  openStore(onClosed: () => void): Promise<Store>
  locks: Pick<LockManager, 'request'> | undefined
  storage: Pick<StorageManager, 'estimate' | 'persist'> | undefined
  /** Forgets what is not in the database: caches and the service worker. */
  forget(): Promise<void>
}
