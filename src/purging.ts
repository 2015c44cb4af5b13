import { makeId } from './secrets.ts'
import type { IssuedSurvey, Store } from './store/store.ts'
import type { Posting } from './survey/people/letter.ts'
import { Problem } from './survey/problem.ts'
import { isPurgeDue, type Purge, warningDue } from './survey/purge.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** A date of any time zone is over by then, or nearly. */
const EARLY = 3 * HOUR
const LEFT =
  'traces of what was deleted are in the files, since others read them: it is tried again'

/**
 * Deletes what is due and ends what was cut short: the protocols of what was begun now. Fails where
 * something is left to do, so that whoever looks after it is told.
 */
export async function purgeDue(store: Store, now: number, clock = () => now): Promise<Purge[]> {
  const { begun, failures } = await beginDue(store, now)
  if (!(await finishPurges(store, now, clock))) failures.push(new Problem('unavailable', [LEFT]))
  // One survey whose final release cannot be made holds no other up.
  if (failures.length > 0) throw failures[0]
  return begun
}

/** The protocols of what is due, and why some could not be begun. */
export async function beginDue(store: Store, now: number) {
  const begun: Purge[] = []
  const failures: unknown[] = []
  const at = instant(now)
  for (const survey of await store.allIssued()) {
    const { id, questionnaire, dates, moves } = survey
    const { retainUntil } = questionnaire.privacy
    if (survey.purge || !isPurgeDue(retainUntil, dates, now)) continue
    // Nobody answered, and nobody will.
    if (survey.final && (await store.holdsNothing(id))) continue
    const seen = { moves: moves.length, questionnaire: questionnaire.number }
    const order = { way: 'due', at, seen } as const
    const purge = await store.beginPurge(id, order).catch((error) => void failures.push(error))
    if (purge) begun.push(purge)
  }
  return { begun, failures }
}

/**
 * Deletes the rows of purges that have begun, a few at a time so that others get in between, and
 * overwrites what is left of them in the files. False where that has to be tried again. Traces of
 * single responses are overwritten once a day, so early that none is a day old. The clock says when
 * it was done: a backup that was made meanwhile is not without what was deleted.
 */
export async function finishPurges(store: Store, now: number, clock = () => now): Promise<boolean> {
  while (await store.purgeSome()) await new Promise((resolve) => setImmediate(resolve))
  const today = instant(now + EARLY).slice(0, 10)
  return !(await store.owesErasure(today)) || store.erase(() => instant(clock()))
}

/** Tells administrators by letter of purges that are near, each once. */
export async function warnOfPurges(store: Store, now: number, languages: string[]) {
  for (const survey of await store.allIssued()) {
    const { id, organisation, questionnaire, dates, purge } = survey
    const { retainUntil } = questionnaire.privacy
    const days = warningDue(retainUntil, dates.timeZone, now)
    if (purge || days === undefined || (await hasNobody(store, survey))) continue
    const language = questionnaire.languages.find((own) => languages.includes(own)) ?? languages[0]!
    const receivers = (await store.colleagues(organisation.id)).filter(
      ({ role, state }) => role === 'administrator' && state === 'active',
    )
    const letters = receivers.map(({ id: person }): Posting => {
      const letter = { kind: 'purge', organisation: organisation.id, person, survey: id } as const
      return { id: makeId(), letter, language, at: now, until: now + days * DAY }
    })
    await store.warnOfPurge(id, retainUntil, days, letters)
  }
}

/** Nobody answered or all have withdrawn, and nobody will any more. */
async function hasNobody(store: Store, { id, organisation, final }: IssuedSurvey) {
  return final && (await store.participation(organisation.id, id))?.responses === 0
}

const instant = (now: number) => Temporal.Instant.fromEpochMilliseconds(now).toString()
