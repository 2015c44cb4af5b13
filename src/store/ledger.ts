import type { Purge } from '../survey/purge.ts'
import type { Came } from '../survey/release.ts'
import { makeLastingList } from './lasting-list.ts'

/** Something that must not come back with an older backup. Nothing personal, no time of day. */
export type Erasure =
  | ({ date: string; kind: 'purge'; survey: string; remains: Remains } & Pick<
      Purge,
      'retainUntil' | 'decision' | 'responses' | 'texts'
    > & { reason?: string })
  | Withdrawal

/** The response by its key in the database (a hash, in hex). */
export interface Withdrawal {
  date: string
  kind: 'withdrawal'
  survey: string
  response: string
}

/** What stays of a survey: an older backup would give other numbers than people have seen. */
export interface Remains {
  /** the final release, as the database has it and as it was signed */
  release: {
    number: number
    body: string
    hash: string | null
    came: Came | null
    releasedAt: string
  }
  /** site, channel, language, date, and how many */
  participation: [string, string, string, string, number][]
}

export const LEDGER = 'erasures.jsonl'

/** What was erased of responses; a date at most, and nothing tells who was first. */
export const makeLedger = (folder: string, copyTo?: string) =>
  makeLastingList<Erasure>({ name: LEDGER, folder, copyTo, merged })

export type Ledger = ReturnType<typeof makeLedger>

/** Each once, without withdrawals from what is gone as a whole. */
function merged(all: Erasure[]): Erasure[] {
  const purged = new Set(all.filter(({ kind }) => kind === 'purge').map(({ survey }) => survey))
  const known = new Map(
    all
      .filter(({ kind, survey }) => kind === 'purge' || !purged.has(survey))
      .map((one) => [one.kind === 'purge' ? one.survey : `${one.survey} ${one.response}`, one]),
  )
  return [...known.values()]
}
