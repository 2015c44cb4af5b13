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

interface Kept {
  name: string
  folder: string
  /** where the backups are */
  copyTo: string | undefined
  /** whatever tells in which order lines came must go */
  tidied: (lines: string[]) => string[]
}

/** Lines in a file apart from a database, since they have to outlive it, and in a copy of it. */
export function keepLines({ name, folder, copyTo, tidied }: Kept) {
  const own = join(folder, name)
  const copy = copyTo === undefined ? undefined : join(copyTo, name)
  const read = () => tidied([own, ...(copy === undefined ? [] : [copy])].flatMap(linesIn))

  return {
    read,
    /** On disk when it returns. A copy that cannot be written is mended later. */
    note(lines: string[]) {
      const all = tidied([...read(), ...lines])
      write(own, all)
      try {
        if (copy !== undefined) write(copy, all)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error
      }
    },
    mend() {
      if (copy === undefined) return
      const all = read()
      if (all.length > 0 && textOf(all) !== textIn(copy)) write(copy, all)
    },
  }
}

/** None where the file is not there. */
export const linesIn = (path: string): string[] =>
  textIn(path)
    .split('\n')
    .filter((line) => line !== '')

const textOf = (lines: string[]) => lines.map((line) => `${line}\n`).join('')
const textIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Whole or not at all: in a file of its own that then takes the name. */
function write(path: string, lines: string[]) {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const beside = join(folder, `.${basename(path)}.new`)
  withFile(beside, 'w', (file) => {
    writeSync(file, textOf(lines))
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
