import { createHash, type KeyObject } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { CheckResult, Store } from '../store/store.ts'
import { type About, pack } from './archive.ts'
import { syncFolder } from './folder.ts'
import { installation, STAGING } from './installation.ts'
import { nameOf } from './rotation.ts'
import { makeSealingKey, seal, unseal } from './sealed-stream.ts'

/** What a backup is made with; main gives what knows the database. */
export interface Maker {
  openStore: (folder: string) => Store
  /** copies a database as of one moment, and says what is wrong with it */
  copyDatabase: (from: string, to: string) => string[]
  version: string
  progress: (done: number, of: number) => void
}

/** From where, where to, for whom and when. */
export interface Order {
  from: string
  to: string
  operator: KeyObject
  /** the installation's secret, where it is not in a file of its folder */
  secret: string | undefined
  now: number
}

export interface Made {
  file: string
  bytes: number
  responses: number
}

const PART = '.part'

/**
 * Copies an installation, checks the copy, seals it for the operator, and reads back what was
 * written before it takes its name. Only one at a time, which the caller sees to.
 */
export async function makeBackup(
  maker: Maker,
  { from, to, operator, secret, now }: Order,
): Promise<Made | { faults: string[] }> {
  const staging = join(from, STAGING)
  clearLeftovers(from, to)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  mkdirSync(staging, { mode: 0o700 })
  try {
    const faults = copyAll(maker, from, staging)
    if (secret !== undefined) writeFileSync(join(staging, 'secret'), secret, { mode: 0o600 })
    const checked = faults.length > 0 ? { responses: 0, faults } : await check(maker, staging)
    if (checked.faults.length > 0) return { faults: checked.faults }
    const made = new Date(now).toISOString()
    const name = nameOf(now)
    const bytes = await write(
      { format: 1, made, version: maker.version },
      staging,
      join(to, name),
      operator,
    )
    return { file: join(to, name), bytes, responses: checked.responses }
  } finally {
    clearLeftovers(from, to)
  }
}

/** Copies of answers, and files that were not finished: from a backup that was cut short. */
export function clearLeftovers(from: string, to?: string) {
  rmSync(join(from, STAGING), { recursive: true, force: true })
  if (to === undefined || !existsSync(to)) return
  const parts = readdirSync(to).filter((name) => name.endsWith(`.backup${PART}`))
  for (const name of parts) rmSync(join(to, name), { force: true })
}

function copyAll({ copyDatabase }: Maker, from: string, staging: string): string[] {
  return installation.flatMap(({ name, kind }) => {
    const path = join(from, name)
    if (!existsSync(path)) return []
    if (kind === 'database') return copyDatabase(path, join(staging, name))
    copyFileSync(path, join(staging, name))
    return []
  })
}

async function check(maker: Maker, staging: string): Promise<CheckResult> {
  const store = maker.openStore(staging)
  try {
    return await store.check(maker.progress)
  } finally {
    await store.close()
  }
}

async function write(about: About, staging: string, path: string, operator: KeyObject) {
  const part = path + PART
  const sealing = makeSealingKey(operator)
  const written = createHash('sha256')
  await pipeline(
    noted(pack(about, staging), written),
    createZstdCompress(),
    (source) => seal(sealing, source as AsyncIterable<Buffer>),
    createWriteStream(part, { mode: 0o600, flush: true }),
  )
  const read = createHash('sha256')
  const back = unseal(sealing, createReadStream(part))
  await pipeline(Readable.from(back), createZstdDecompress(), async (source) => {
    for await (const piece of source) read.update(piece as Buffer)
  })
  if (!read.digest().equals(written.digest())) throw new Error('what was written cannot be read')
  renameSync(part, path)
  syncFolder(path)
  return statSync(path).size
}

async function* noted(source: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const piece of source) {
    hash.update(piece)
    yield piece
  }
}
