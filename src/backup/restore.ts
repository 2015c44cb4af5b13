import type { KeyObject } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type { Store } from '../store/store.ts'
import type { Subscriptions } from '../store/subscriptions.ts'
import { type About, unpack } from './archive.ts'
import { syncFolder } from './folder.ts'
import { RESTORING } from './installation.ts'
import { leave, type Settled, settle } from './settling.ts'
import { Unreadable, unseal } from './sealed-stream.ts'

export interface Restored extends About, Settled {
  /** subscribers who had gone after the backup, and are gone once more */
  leftAgain: number
}

interface Opening {
  openStore: (folder: string) => Store
  openSubscriptions: (folder: string) => Subscriptions
}

interface Progress {
  reading: (done: number, of: number) => void
  checking: (done: number, of: number) => void
}

/**
 * Restores a backup into a folder, in a place of its own there: only what was checked, before and
 * after deleting again what had been deleted since, takes its name. The caller holds the folder.
 */
export async function restoreBackup(
  { openStore, openSubscriptions }: Opening,
  file: string,
  key: KeyObject,
  folder: string,
  now: number,
  progress: Progress,
): Promise<Restored | { faults: string[] }> {
  const restoring = join(folder, RESTORING)
  rmSync(restoring, { recursive: true, force: true })
  mkdirSync(restoring, { mode: 0o700 })
  try {
    const about = await read(file, key, restoring, progress.reading)
    const beside = dirname(file)
    const leftAgain = await leave(openSubscriptions(restoring), beside)
    const store = openStore(restoring)
    let outcome: Settled | { faults: string[] }
    try {
      outcome = await settle(store, beside, now, progress.checking)
    } finally {
      await store.close()
    }
    if ('faults' in outcome) return outcome
    // The database last: a folder without one is empty, however the move was cut short.
    const names = readdirSync(restoring).toSorted((a, b) => Number(isMain(a)) - Number(isMain(b)))
    for (const name of names) renameSync(join(restoring, name), join(folder, name))
    syncFolder(join(folder, RESTORING))
    return { ...about, ...outcome, leftAgain }
  } finally {
    rmSync(restoring, { recursive: true, force: true })
  }
}

const isMain = (name: string) => name === 'svar.db'

/** What keeps a folder from being restored into: everything but locks and what was cut short. */
export function occupantsOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  const isOurs = (name: string) => /^(server|backup)\.lock(-journal)?$|^restore\.tmp$/.test(name)
  return readdirSync(folder).filter((name) => !isOurs(name))
}

async function read(
  file: string,
  key: KeyObject,
  folder: string,
  progress: (done: number, of: number) => void,
): Promise<About> {
  const { size } = statSync(file)
  let done = 0
  const counted = new Transform({
    transform(piece: Buffer, _encoding, next) {
      progress((done += piece.length), size)
      next(null, piece)
    },
  })
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 })
  try {
    return await pipeline(
      source,
      counted,
      (pieces) => unseal(key, pieces as AsyncIterable<Buffer>),
      createZstdDecompress(),
      (pieces) => unpack(pieces as AsyncIterable<Buffer>, folder),
    )
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (/^ZSTD|^ERR_ZSTD|^Z_/.test(code)) throw new Unreadable('it is damaged')
    throw error
  }
}
