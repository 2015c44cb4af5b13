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
import { finishPurges, purgeDue } from '../purging.ts'
import { type Erasure, LEDGER, readErasures } from '../store/ledger.ts'
import type { Store } from '../store/store.ts'
import { type About, unpack } from './archive.ts'
import { syncFolder } from './folder.ts'
import { RESTORING } from './installation.ts'
import { Unreadable, unseal } from './sealed-stream.ts'

export interface Restored extends About {
  responses: number
  /** surveys whose answers were deleted once more, since they had been after the backup */
  purgedAgain: string[]
  /** surveys whose day of deletion has come since */
  purgedNow: string[]
  /** withdrawn after the backup, and taken out once more */
  withdrawnAgain: number
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
  openStore: (folder: string) => Store,
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
    const later = readErasures(join(dirname(file), LEDGER))
    const store = openStore(restoring)
    let outcome: Restored | { faults: string[] }
    try {
      outcome = await settle(store, about, later, now, progress.checking)
    } finally {
      await store.close()
    }
    if ('faults' in outcome) return outcome
    // The database last: a folder without one is empty, however the move was cut short.
    const names = readdirSync(restoring).toSorted((a, b) => Number(isMain(a)) - Number(isMain(b)))
    for (const name of names) renameSync(join(restoring, name), join(folder, name))
    syncFolder(join(folder, RESTORING))
    return outcome
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

async function settle(
  store: Store,
  about: About,
  later: Erasure[],
  now: number,
  progress: (done: number, of: number) => void,
): Promise<Restored | { faults: string[] }> {
  const before = await store.check(progress)
  if (!before.ok) return { faults: before.faults }
  const again = await eraseAgain(store, [...(await store.erasures()), ...later], now)
  const purged = await purgeDue(store, now)
  while (!(await finishPurges(store, now)));
  const owed = await store.owesErasure('9999')
  if (owed) await store.erase(Temporal.Instant.fromEpochMilliseconds(now).toString())
  const changed = owed || purged.length + again.purgedAgain.length > 0
  const after = changed ? await store.check(progress) : before
  if (!after.ok) return { faults: after.faults }
  return {
    ...about,
    ...again,
    responses: after.responses,
    purgedNow: purged.map(({ survey }) => survey),
  }
}

async function eraseAgain(store: Store, erasures: Erasure[], now: number) {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
  const purgedAgain: string[] = []
  let withdrawnAgain = 0
  for (const erasure of erasures) {
    if (erasure.kind === 'withdrawal') {
      const { survey, response, date } = erasure
      const key = Buffer.from(response, 'hex')
      await store.noteWithdrawal(survey, key, date)
      if (await store.takeOut(survey, key)) withdrawnAgain += 1
      continue
    }
    const { survey, date: on, reason, kind: _, ...protocol } = erasure
    const order = { way: 'restore', at, protocol: { ...protocol, on } } as const
    const purge = await store.beginPurge(survey, { ...order, ...(reason && { reason }) })
    if (purge) purgedAgain.push(survey)
  }
  return { purgedAgain, withdrawnAgain }
}
