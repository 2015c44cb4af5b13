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
import { Problem } from '../survey/problem.ts'

export interface ListSettings<T> {
  name: string
  folder: string
  /** where a copy is kept, beside the backups */
  copyTo?: string | undefined
  /** what stays of all that was ever noted */
  merged: (all: T[]) => T[]
}

export type LastingList<T> = ReturnType<typeof makeLastingList<T>>

/**
 * A list in a file apart from the database, since it has to outlive it; and in a copy where the
 * backups are. Lines are in order of their own words: nothing tells what came first. Whoever writes
 * holds the right to write to the database that it is beside.
 */
export function makeLastingList<T>({ name, folder, copyTo, merged }: ListSettings<T>) {
  const own = join(folder, name)
  const copy = copyTo === undefined ? undefined : join(copyTo, name)
  const all = () => [own, ...(copy === undefined ? [] : [copy])].flatMap((path) => linesIn<T>(path))
  const read = () => inOrder(merged(all()))

  return {
    read,
    /** On disk when it returns. A copy that cannot be written is mended later. */
    note(...more: T[]) {
      if (more.length === 0) return
      const next = inOrder(merged([...all(), ...more]))
      const failed = attempt(own, next)
      if (failed !== undefined) throw new Problem('unavailable', [`${own}: ${failed}`])
      if (copy !== undefined) attempt(copy, next)
    },
    mend() {
      if (copy === undefined) return
      const next = read()
      if (next.length > 0 && textOf(next) !== textIn(copy)) write(copy, next)
    },
  }
}

/** The lines of such a file, none where it is not there. */
export const linesIn = <T>(path: string): T[] =>
  textIn(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

const inOrder = <T>(all: T[]) =>
  all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const textOf = <T>(all: T[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')

const textIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** What the system says where it cannot be written. */
function attempt<T>(path: string, all: T[]): string | undefined {
  try {
    write(path, all)
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return code
  }
}

/** Whole or not at all: in a file of its own that then takes the name. */
function write<T>(path: string, all: T[]) {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const beside = join(folder, `.${basename(path)}.new`)
  withFile(beside, 'w', (file) => {
    writeSync(file, textOf(all))
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
