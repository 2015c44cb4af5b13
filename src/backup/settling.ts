import { join } from 'node:path'
import { purgeDue } from '../purging.ts'
import { type Departure, DEPARTURES } from '../store/departures.ts'
import { linesIn } from '../store/lasting-list.ts'
import { type Erasure, LEDGER } from '../store/ledger.ts'
import type { Store } from '../store/store.ts'
import type { Subscriptions } from '../store/subscriptions.ts'

/** What was not to come back, and has not. */
export interface Settled {
  responses: number
  /** surveys whose answers were deleted once more, since they had been after the backup */
  purgedAgain: string[]
  /** surveys whose day of deletion has come since */
  purgedNow: string[]
  /** withdrawn after the backup, and taken out once more */
  withdrawnAgain: number
}

/**
 * Deletes again what had been deleted after a backup was made, by the ledger in it and the one
 * beside it, and what is due by now. Checked before and after.
 */
export async function settle(
  store: Store,
  beside: string,
  now: number,
  progress: (done: number, of: number) => void,
): Promise<Settled | { faults: string[] }> {
  const before = await store.check(progress)
  if (!before.ok) return { faults: before.faults }
  const later = linesIn<Erasure>(join(beside, LEDGER))
  const noted = [...(await store.erasures()), ...later]
  const purgedOnce = new Set(noted.flatMap(({ kind, survey }) => (kind === 'purge' ? survey : [])))
  // What was withdrawn goes with all the others, and leaves no more of itself than they do.
  const erasures = noted.filter(({ kind, survey }) => kind === 'purge' || !purgedOnce.has(survey))
  const again = await eraseAgain(store, erasures, now)
  const purged = await purgeDue(store, now)
  const owed = await store.owesErasure('9999')
  if (owed) await store.erase(() => Temporal.Instant.fromEpochMilliseconds(now).toString())
  const taken = purged.length + again.purgedAgain.length + again.withdrawnAgain
  const after = owed || taken > 0 ? await store.check(progress) : before
  if (!after.ok) return { faults: after.faults }
  return {
    ...again,
    responses: after.responses,
    purgedNow: purged.map(({ survey }) => survey),
  }
}

async function eraseAgain(store: Store, erasures: Erasure[], now: number) {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
  const purgedAgain: string[] = []
  let withdrawnAgain = 0
  await store.noteWithdrawals(erasures.filter((erasure) => erasure.kind === 'withdrawal'))
  for (const erasure of erasures) {
    if (erasure.kind === 'withdrawal') {
      const { survey, response } = erasure
      if (await store.takeOut(survey, Buffer.from(response, 'hex'))) withdrawnAgain += 1
      continue
    }
    const { survey, date: on, reason, kind: _, ...protocol } = erasure
    const order = { way: 'restore', at, protocol: { ...protocol, on } } as const
    const purge = await store.beginPurge(survey, { ...order, ...(reason && { reason }) })
    if (purge) purgedAgain.push(survey)
  }
  return { purgedAgain, withdrawnAgain }
}

/** Erases subscribers again who had gone after the backup: how many. */
export async function leave(subscriptions: Subscriptions, beside: string): Promise<number> {
  try {
    return await subscriptions.eraseAgain(linesIn<Departure>(join(beside, DEPARTURES)))
  } finally {
    await subscriptions.close()
  }
}
