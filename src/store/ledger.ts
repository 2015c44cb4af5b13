import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Purge } from '../survey/purge.ts'
import type { Came } from '../survey/release.ts'

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
 * What was erased, in a file apart from the database, since it has to outlive it; and in a copy
 * where the backups are. Lines are in order of date and then of their own words: nothing tells who
 * was first.
 */
export function makeLedger(folder: string, copyTo?: string) {
  const own = join(folder, LEDGER)
  const copy = copyTo === undefined ? undefined : join(copyTo, LEDGER)
  const read = () => merged([own, ...(copy === undefined ? [] : [copy])].flatMap(readErasures))

  return {
    read,
    /** On disk when it returns. A copy that cannot be written is mended later. */
    note(...erasures: Erasure[]) {
      const all = merged([...read(), ...erasures])
      write(own, all)
      try {
        if (copy !== undefined) write(copy, all)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error
      }
    },
    mend() {
      if (copy === undefined) return
      const all = linesOf(read())
      if (all !== '' && all !== textIn(copy)) write(copy, read())
    },
  }
}

export type Ledger = ReturnType<typeof makeLedger>

/** The erasures of a file, none where it is not there. */
export const readErasures = (path: string): Erasure[] =>
  textIn(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Erasure)

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

const linesOf = (all: Erasure[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')

const textIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Whole or not at all: in a file of its own that then takes the name. */
function write(path: string, all: Erasure[]) {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const beside = join(folder, `.${basename(path)}.new`)
  withFile(beside, 'w', (file) => {
    writeSync(file, linesOf(all))
    fsyncSync(file)
  })
  renameSync(beside, path)
  withFile(folder, 'r', fsyncSync)
}

function withFile(path: string, flags: string, step: (file: number) => void) {
  const file = openSync(path, flags, 0o600)
  try {
    step(file)
  } finally {
    closeSync(file)
  }
}
