import { type Dates, type Pause, type State, stateOf } from './state.ts'

/** What can be done with a survey by hand, besides issuing a questionnaire. */
export const moves = ['open', 'pause', 'resume', 'close', 'reopen', 'archive', 'unarchive'] as const
export type MoveName = (typeof moves)[number]

/** A move that was made, and by whom. */
export interface Moved {
  what: MoveName
  by: string
  /** ISO instant */
  at: string
  /** of a pause its last local date, of a closing the instant until which it can be taken back */
  until?: string
}

/** A closing by hand in the office can be taken back for so long. */
export const REGRET = 60 * 60 * 1000

export interface Standing {
  dates: Dates
  final: boolean
  archived: boolean
  /** how many have answered, or are in the final release */
  responses: number
}

export const isMove = (given: string): given is MoveName => moves.includes(given as MoveName)

/** The moves that can be made with a survey as it stands. */
export function movesFrom({ dates, final, archived, responses }: Standing, now: number) {
  if (archived) return ['unarchive'] satisfies MoveName[]
  const state = stateOf(dates, now)
  // A second final release beside the first would tell of those who came between.
  const back: MoveName[] = final && responses > 0 ? [] : ['reopen']
  const from: Record<State, MoveName[]> = {
    draft: ['archive'],
    scheduled: ['open', 'close'],
    open: ['pause', 'close'],
    paused: ['resume', 'close'],
    closed: [...back, 'archive'],
  }
  return from[state]
}

/** The pauses that a survey's moves tell of. */
export function pausesOf(made: Moved[]): Pause[] {
  const pauses: Pause[] = []
  for (const { what, at, until } of made) {
    const last = pauses.at(-1)
    if (what === 'pause') pauses.push({ at, ...(until !== undefined && { until }) })
    else if (['resume', 'reopen'].includes(what) && last) last.endedAt ??= at
  }
  return pauses
}

export const isArchived = (made: Moved[]) =>
  made.findLast(({ what }) => what.endsWith('archive'))?.what === 'archive'

/** Whether the closing can still be taken back, so that nothing final is made of it. */
export const isHeld = ({ heldUntil }: Dates, now: number) =>
  heldUntil !== undefined && now < Date.parse(heldUntil)
