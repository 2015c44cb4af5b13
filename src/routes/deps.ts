import type { Passwords } from '../sign-in/passwords.ts'
import type { Assets } from '../assets.ts'
import type { Config } from '../config.ts'
import type { Interface } from '../i18n.ts'
import type { JobRuns } from '../job-runs.ts'
import type { Live } from '../live.ts'
import type { Post } from '../mail/sender.ts'
import type { Store } from '../store/store.ts'
import type { Subscriptions } from '../store/subscriptions.ts'

/** What every door works with; put together once, in main or by a test. */
export interface Deps {
  store: Store
  subscriptions: Subscriptions
  live: Live
  assets: Assets
  interface: Interface
  config: Config
  /** what sends letters, where mail is set up */
  post?: Post | undefined
  /** how what happens by itself fares, where it does */
  jobRuns?: JobRuns
  /** for the operator; never an address, a code or an answer */
  log: { error(what: object, words: string): void }
  /** signs cookies */
  secret: string
  passwords: Passwords
  /** milliseconds since 1970 */
  clock: () => number
}
