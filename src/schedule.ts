import { Cron } from 'croner'
import type { Store } from './store/store.ts'
import { stateOf } from './survey/state.ts'

/** Everything that happens by itself: when (in cron's form, with seconds), and what. */
const jobs = {
  // A few seconds into the minute, so that what was sent before midnight has been kept.
  release: { when: '5 * * * * *', run: releaseDue },
}

/** Starts the jobs; each runs once at the start as well, which catches up after downtime. */
export async function startSchedule(
  store: Store,
  clock: () => number,
  failed: (job: string, error: unknown) => void,
) {
  const started = Object.entries(jobs).map(([name, { when, run }]) => {
    const once = async () => {
      await run(store, clock()).catch((error: unknown) => failed(name, error))
    }
    const timer = new Cron(when, { unref: true, protect: true }, once)
    return { timer, once }
  })
  await Promise.all(started.map(({ once }) => once()))
  return { stop: () => started.forEach(({ timer }) => timer.stop()) }
}

/** Makes the final release of every survey that has closed. Returns their ids. */
export async function releaseDue(store: Store, now: number): Promise<string[]> {
  const all = await store.allIssued()
  const due = all.filter(({ dates, final }) => !final && stateOf(dates, now) === 'closed')
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
  for (const { id } of due) await store.finalise(id, at)
  return due.map(({ id }) => id)
}
