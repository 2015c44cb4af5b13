import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file whole or not at all: in a file of its own that then takes the name. Whoever could
 * read what stood there still can, also where it was an operator who wrote.
 */
export function writeWhole(path: string, text: string) {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stood = statSync(path, { throwIfNoEntry: false })
  const beside = join(folder, `.${basename(path)}.new`)
  rmSync(beside, { force: true })
  withFile(beside, 'wx', (file) => {
    writeFileSync(file, text)
    give(file, stood ?? statSync(folder))
    if (stood) fchmodSync(file, stood.mode & 0o777)
    fsyncSync(file)
  })
  renameSync(beside, path)
  withFile(folder, 'r', fsyncSync)
}

/** Only root may give a file away; whoever else writes owns what they write. */
function give(file: number, { uid, gid }: { uid: number; gid: number }) {
  try {
    fchownSync(file, uid, gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  }
}

function withFile(path: string, flags: string, step: (file: number) => void) {
  const file = openSync(path, flags, 0o600)
  try {
    step(file)
  } finally {
    closeSync(file)
  }
}
