import { makeId } from './secrets.ts'
import type { IssuedSurvey, Store } from './store/store.ts'
import type { Posting } from './survey/letter.ts'
import { isPurgeDue, type Purge, warningDue } from './survey/purge.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** A date of any time zone is over by then, or nearly. */
const EARLY = 3 * HOUR

/** Deletes what is due and ends what was cut short: the protocols of what was begun now. */
export async function purgeDue(store: Store, now: number): Promise<Purge[]> {
  const begun: Purge[] = []
  const failures: unknown[] = []
  const at = instant(now)
  for (const survey of await store.allIssued()) {
    const { id, questionnaire, dates, moves } = survey
    const { retainUntil } = questionnaire.privacy
    if (survey.purge || !isPurgeDue(retainUntil, dates, now) || (await isBare(store, survey))) {
      continue
    }
    const seen = { moves: moves.length, questionnaire: questionnaire.number }
    const order = { way: 'due', at, seen } as const
    const purge = await store.beginPurge(id, order).catch((error) => void failures.push(error))
    if (purge) begun.push(purge)
  }
  await finishPurges(store, now)
  // One survey whose final release cannot be made holds no other up.
  if (failures.length > 0) throw failures[0]
  return begun
}

/** Nobody answered, and nobody will. */
async function isBare(store: Store, { id, organisation, final }: IssuedSurvey) {
  return final && (await store.participation(organisation.id, id))?.responses === 0
}

/**
 * Deletes the rows of purges that have begun, a few at a time so that others get in between, and
 * overwrites what is left of them in the files. False where that has to be tried again. Traces of
 * single responses are overwritten once a day, so early that none is a day old.
 */
export async function finishPurges(store: Store, now: number): Promise<boolean> {
  while (await store.purgeSome()) await new Promise((resolve) => setImmediate(resolve))
  const today = instant(now + EARLY).slice(0, 10)
  return !(await store.owesErasure(today)) || store.erase(instant(now))
}

/** Tells administrators by letter of purges that are near, each once. */
export async function warnOfPurges(store: Store, now: number, languages: string[]) {
  for (const survey of await store.allIssued()) {
    const { id, organisation, questionnaire, dates, purge } = survey
    const { retainUntil } = questionnaire.privacy
    const days = warningDue(retainUntil, dates.timeZone, now)
    if (purge || days === undefined || (await isBare(store, survey))) continue
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

const instant = (now: number) => Temporal.Instant.fromEpochMilliseconds(now).toString()
