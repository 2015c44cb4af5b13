import { Cron } from 'croner'
import type { Backups } from './backup/backups.ts'
import type { Interface } from './i18n.ts'
import { type Post, sendDue } from './mail/sender.ts'
import { purgeDue, warnOfPurges } from './purging.ts'
import { rotateSealing } from './sealing.ts'
import type { IssuedSurvey, Store } from './store/store.ts'
import type { Subscriptions } from './store/subscriptions.ts'
import { tidySubscriptions } from './subscriber.ts'
import { isHeld } from './survey/life.ts'
import type { Came } from './survey/release.ts'
import { stateOf } from './survey/state.ts'
import { cameBy, waitingFor } from './survey/tablets/waiting.ts'
import { tellSubscribers } from './telling.ts'

/** What jobs work with; what is absent is not set up. */
interface Surroundings {
  store: Store
  secret: string
  post?: Post | undefined
  subscriptions?: Subscriptions | undefined
  interface: Interface
  backups?: Backups | undefined
}

/** Everything that happens by itself: when (in cron's form, with seconds), and what. */
const jobs: Record<string, Job> = {
  // A few seconds into the minute, so that what was sent before midnight has been kept.
  release: { when: '5 * * * * *', run: ({ store }, now) => releaseDue(store, now) },
  sealing: {
    when: '20 7 * * * *',
    run: ({ store, secret }, now) => rotateSealing(store, now, secret),
  },
  purge: { when: '35 * * * * *', run: ({ store }, now, clock) => purgeDue(store, now, clock) },
  warning: {
    when: '50 3 * * * *',
    run: async ({ store, post, interface: face }, now) =>
      post && warnOfPurges(store, now, face.officeLanguages),
  },
  // Not at the start, which would wait for it.
  backup: {
    when: '25 */5 * * * *',
    run: async ({ backups, ...kept }, now) => backups?.run(kept, now),
    later: true,
  },
  // Not at the start: nobody waits for a mail server that hangs.
  mail: {
    when: '*/3 * * * * *',
    run: ({ store, post }, now) => sendDue(store, now, post),
    later: true,
  },
  subscriptions: {
    when: '40 * * * * *',
    run: async ({ store, subscriptions, post }, now) =>
      subscriptions && subscribersDue(store, subscriptions, now, post !== undefined),
  },
  news: {
    when: '15 * * * * *',
    // Without mail nothing may wait to be sent: addresses would stay for it.
    run: async ({ subscriptions, post, ...rest }) =>
      post && subscriptions && tellSubscribers({ ...rest, subscriptions }),
  },
}

interface Job {
  when: string
  run(surroundings: Surroundings, now: number, clock: () => number): Promise<unknown>
  /** does not run at the start */
  later?: boolean
}

/** Starts the jobs; each runs once at the start as well, which catches up after downtime. */
export async function startSchedule(
  surroundings: Surroundings,
  clock: () => number,
  outcome: { done(job: string): void; failed(job: string, error: unknown): void },
) {
  const started = Object.entries(jobs).map(([name, { when, run, later }]) => {
    const once = async () => {
      await run(surroundings, clock(), clock).then(
        () => outcome.done(name),
        (error: unknown) => outcome.failed(name, error),
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
  const due: (IssuedSurvey & { came?: Came | undefined })[] = []
  for (const survey of await store.allIssued()) {
    const { organisation, questionnaire, dates, final } = survey
    if (final || stateOf(dates, now) !== 'closed' || isHeld(dates, now)) continue
    const devices = await store.devices(organisation.id)
    if (waitingFor(questionnaire, dates, devices, now)) continue
    due.push({ ...survey, came: cameBy(questionnaire, dates, devices) })
  }
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
  const failures: unknown[] = []
  for (const { id, moves, questionnaire, came } of due) {
    const seen = { moves: moves.length, questionnaire: questionnaire.number, ...(came && { came }) }
    await store.finalise(id, at, seen).catch((error) => failures.push(error))
  }
  // One survey that cannot be released holds no other up.
  if (failures.length > 0) throw failures[0]
  return due.map(({ id }) => id)
}

/** Erases the addresses that nobody needs any more. `sends`: whether letters still go out. */
export async function subscribersDue(
  store: Store,
  subscriptions: Subscriptions,
  now: number,
  sends = true,
) {
  const surveys = (await store.allIssued()).map(({ id, archived, dates }) => ({
    id,
    archived,
    closes: dates.closedAt?.slice(0, 10) ?? dates.closes,
  }))
  await tidySubscriptions(subscriptions, surveys, now, sends)
}
