import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../survey/problem.ts'
import { writeWhole } from './whole-file.ts'

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
  const paths = copy === undefined ? [own] : [own, copy]
  const together = (places: Place<T>[], more: T[] = []) =>
    inOrder(merged([...places.flatMap(({ lines }) => lines), ...more]))

  return {
    read: () => together(readable<T>(paths)),
    /** On disk when it returns. A copy that cannot be written is mended later. */
    note(...more: T[]) {
      if (more.length === 0) return
      // One that cannot be read stays as it is: what is in it may be nowhere else.
      const [first, ...others] = readable<T>(paths)
      const next = together([first, ...others], more)
      const failed = attempt(first.path, next)
      if (failed !== undefined) throw new Problem('unavailable', [`${first.path}: ${failed}`])
      for (const { path } of others) attempt(path, next)
    },
    /** Fails where one cannot be read: from then on it counts for nothing. */
    mend() {
      if (copy === undefined) return
      const next = together(readable<T>(paths))
      const [failed] = paths.flatMap((path) => placeAt<T>(path).failed ?? [])
      if (failed !== undefined) throw new Problem('unavailable', [failed])
      if (next.length === 0) return
      // Each may hold what was noted while the other could not be read.
      for (const path of paths) if (textOf(next) !== textIn(path)) writeWhole(path, textOf(next))
    },
  }
}

interface Place<T> {
  path: string
  lines: T[]
  /** why it could not be read */
  failed?: string
}

/** Those that can be read, at least one. */
function readable<T>(paths: string[]): [Place<T>, ...Place<T>[]] {
  const all = paths.map((path) => placeAt<T>(path))
  const [first, ...others] = all.filter(({ failed }) => failed === undefined)
  if (first) return [first, ...others]
  throw new Problem(
    'unavailable',
    all.flatMap(({ failed }) => failed ?? []),
  )
}

function placeAt<T>(path: string): Place<T> {
  try {
    return { path, lines: linesIn<T>(path) }
  } catch (error) {
    const { code = 'it holds lines that are none' } = error as NodeJS.ErrnoException
    return { path, lines: [], failed: `${path}: ${code}` }
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

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** What the system says where it cannot be written. */
function attempt<T>(path: string, all: T[]): string | undefined {
  try {
    writeWhole(path, textOf(all))
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return code
  }
}
