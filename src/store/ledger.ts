import type { Purge } from '../survey/purge.ts'
import type { Came } from '../survey/release.ts'
import { keepLines, linesIn } from './kept-lines.ts'

/** Something that must not come back with an older backup. Nothing personal, no time of day. */
export type Erasure =
  | ({ date: string; kind: 'purge'; survey: string; remains: Remains } & Pick<
      Purge,
      'retainUntil' | 'decision' | 'responses' | 'texts'
    > & { reason?: string })
  /** the response by its key in the database (a hash, in hex) */
  | { date: string; kind: 'withdrawal'; survey: string; response: string }

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

/**
 * What was erased. Lines are in order of date and then of their own words: nothing tells who was
 * first.
 */
export function makeLedger(folder: string, copyTo?: string) {
  const tidied = (lines: string[]) => merged(lines.map(read)).map(written)
  const lines = keepLines({ name: LEDGER, folder, copyTo, tidied })
  return {
    read: () => lines.read().map(read),
    /** On disk when it returns. A copy that cannot be written is mended later. */
    note: (...erasures: Erasure[]) => lines.note(erasures.map(written)),
    mend: lines.mend,
  }
}

export type Ledger = ReturnType<typeof makeLedger>

/** The erasures of a file, none where it is not there. */
export const readErasures = (path: string): Erasure[] => linesIn(path).map(read)

const read = (line: string) => JSON.parse(line) as Erasure
const written = (erasure: Erasure) => JSON.stringify(erasure)

/** Each once, without withdrawals from what is gone as a whole. */
function merged(all: Erasure[]): Erasure[] {
  const purged = new Set(all.filter(({ kind }) => kind === 'purge').map(({ survey }) => survey))
  const known = new Map(
    all
      .filter(({ kind, survey }) => kind === 'purge' || !purged.has(survey))
      .map((one) => [one.kind === 'purge' ? one.survey : `${one.survey} ${one.response}`, one]),
  )
  return [...known.values()].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
