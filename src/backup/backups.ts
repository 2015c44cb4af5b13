import type { BackupsConfig } from '../config.ts'
import type { Store } from '../store/store.ts'
import type { Subscriptions } from '../store/subscriptions.ts'
import { momentsIn, rotate } from './folder.ts'
import { isBackupDue } from './rotation.ts'

interface Kept {
  store: Store
  subscriptions?: Subscriptions | undefined
}

export type Backups = ReturnType<typeof makeBackups>

/** The backups that the server keeps by itself. `backUp` makes one, in a process of its own. */
export function makeBackups({ folder, keep }: BackupsConfig, backUp: () => Promise<void>) {
  return {
    async run({ store, subscriptions }: Kept, now: number) {
      const failures: unknown[] = []
      const failed = (error: unknown) => void failures.push(error)
      await store.mendLedger().catch(failed)
      await subscriptions?.mendDepartures().catch(failed)
      const erased = await lastErasure(store)
      if (isBackupDue(momentsIn(folder), erased, now)) await backUp().catch(failed)
      // Also where none could be made: what is deleted must not stay in older ones for long.
      rotate(folder, keep, erased, now)
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** Backups from before that hold what a purge has deleted. */
export async function lastErasure(store: Store): Promise<number> {
  const erased = (await store.allIssued()).flatMap(({ purge }) =>
    purge?.erasedAt === undefined ? [] : [Date.parse(purge.erasedAt)],
  )
  return Math.max(0, ...erased)
}
