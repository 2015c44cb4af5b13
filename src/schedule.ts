import { Cron } from 'croner'
import type { Backups } from './backup/backups.ts'
import { locales } from './i18n.ts'
import { type Post, sendDue } from './mail/sender.ts'
import { purgeDue, warnOfPurges } from './purging.ts'
import { rotateSealing } from './sealing.ts'
import type { IssuedSurvey, Store } from './store/store.ts'
import { isHeld } from './survey/life.ts'
import { stateOf } from './survey/state.ts'
import { waitingFor } from './survey/waiting.ts'

/** Everything that happens by itself: when (in cron's form, with seconds), and what. */
const jobs: Record<string, Job> = {
  // A few seconds into the minute, so that what was sent before midnight has been kept.
  release: { when: '5 * * * * *', run: releaseDue },
  sealing: { when: '20 7 * * * *', run: rotateSealing },
  purge: { when: '35 * * * * *', run: purgeDue },
  warning: {
    when: '50 3 * * * *',
    run: async (store, now, _secret, post) =>
      post && warnOfPurges(store, now, Object.keys(locales)),
  },
  // Not at the start, which would wait for it.
  backup: {
    when: '25 */5 * * * *',
    run: async (store, now, _secret, _post, backups) => backups?.run(store, now),
    later: true,
  },
  // Not at the start: nobody waits for a mail server that hangs.
  mail: {
    when: '*/3 * * * * *',
    run: (store, now, _secret, post) => sendDue(store, now, post),
    later: true,
  },
}

interface Job {
  when: string
  run(
    store: Store,
    now: number,
    secret: string,
    post: Post | undefined,
    backups: Backups | undefined,
  ): Promise<unknown>
  /** does not run at the start */
  later?: boolean
}

/** Starts the jobs; each runs once at the start as well, which catches up after downtime. */
export async function startSchedule(
  store: Store,
  secret: string,
  clock: () => number,
  failed: (job: string, error: unknown) => void,
  post?: Post,
  backups?: Backups,
) {
  const started = Object.entries(jobs).map(([name, { when, run, later }]) => {
    const once = async () => {
      await run(store, clock(), secret, post, backups).catch((error: unknown) =>
        failed(name, error),
      )
    }
    const timer = new Cron(when, { unref: true, protect: true }, once)
    return { timer, once, later }
  })
  await Promise.all(started.map(({ once, later }) => later || once()))
  return { stop: () => started.forEach(({ timer }) => timer.stop()) }
}

/** Makes the final release of every survey that has closed and waits for no tablet: their ids. */
export async function releaseDue(store: Store, now: number): Promise<string[]> {
  const due: IssuedSurvey[] = []
  for (const survey of await store.allIssued()) {
    const { organisation, questionnaire, dates, final } = survey
    if (final || stateOf(dates, now) !== 'closed' || isHeld(dates, now)) continue
    const devices = await store.devices(organisation.id)
    if (!waitingFor(questionnaire, dates, devices, now)) due.push(survey)
  }
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
  const failures: unknown[] = []
  for (const { id, moves, questionnaire } of due) {
    const seen = { moves: moves.length, questionnaire: questionnaire.number }
    await store.finalise(id, at, seen).catch((error) => failures.push(error))
  }
  // One survey that cannot be released holds no other up.
  if (failures.length > 0) throw failures[0]
  return due.map(({ id }) => id)
}
