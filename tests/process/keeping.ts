import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { expect, onTestFinished } from 'vitest'
import { unpack } from '../../src/backup/archive.ts'
import { makeBackupPair, readPrivateKey } from '../../src/backup/key.ts'
import { unseal } from '../../src/backup/sealed-stream.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { ask, content, sites } from '../make.ts'
import { issue } from '../store/fixture.ts'
import { dataFolder, send, svar } from './product.ts'

const DAY = 24 * 60 * 60 * 1000

/** Of an operator. */
export const pair = makeBackupPair()

/** Folders for data and backups side by side, and how the program is told of them. */
export function place() {
  const parent = dataFolder()
  const [data, backups, key] = ['data', 'backups', 'key'].map((name) => join(parent, name))
  writeFileSync(key!, `${pair.privateKey}\n`)
  mkdirSync(data!)
  const environment = {
    SVAR_DEMO: '0',
    SVAR_BACKUPS: backups!,
    SVAR_BACKUP_KEY: pair.publicKey,
  }
  const run = async (args: string[], more: Record<string, string> = {}) => {
    const { code, out, err } = await svar(data!, [...args, '--json'], { ...environment, ...more })
    const told = (out === '' ? {} : JSON.parse(out)) as Record<string, unknown>
    return { code, err, data: told }
  }
  const files = () => readdirSync(backups!).filter((name) => name.endsWith('.backup'))
  return { parent, data: data!, backups: backups!, key: key!, environment, run, files }
}

export type Place = ReturnType<typeof place>

export const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** An open survey whose responses are to be deleted on a day. */
export async function opened({ data }: Pick<Place, 'data'>, id: string, retainUntil: string) {
  const questions = [ask.choice('val'), ask.text('ord')]
  const asked = content(questions, { id, sites: sites('norr'), opens: '2020-01-01' })
  const { closes: _, ...endless } = { ...asked, privacy: { ...asked.privacy, retainUntil } }
  const store = openSqlite(data)
  await issue(store, endless)
  await store.close()
}

/** So many answer, with these words. */
export async function answer(port: number, survey: string, count: number, words: string) {
  const all = Array.from({ length: count }, (_, index) => {
    const fields = { lang: 'sv', site: 'norr', val: 'a', ord: `${words} ${index}` }
    return send(port, survey, { ...fields, submission: randomUUID() })
  })
  for (const { status } of await Promise.all(all)) expect(status).toBe(303)
}

/** A folder with what is in a backup. */
export async function unsealed({ parent }: Place, file: string): Promise<string> {
  const folder = mkdtempSync(join(parent, 'unsealed-'))
  const key = readPrivateKey(pair.privateKey)!
  await pipeline(
    createReadStream(file),
    (pieces) => unseal(key, pieces as AsyncIterable<Buffer>),
    createZstdDecompress(),
    (pieces) => unpack(pieces as AsyncIterable<Buffer>, folder),
  )
  return folder
}

/** Looks often until it is so, or the test has run out of time. */
export async function until(isSo: () => boolean) {
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  while (!ending.signal.aborted && !isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}
