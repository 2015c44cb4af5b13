import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { makeBackupPair } from '../../src/backup/key.ts'
import { dataFolder, svar } from './product.ts'
import { surveyFile } from './survey-file.ts'

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

export async function opened({ run, parent }: Place, id: string, retainUntil: string) {
  const { path } = surveyFile(parent, (tree) => {
    tree['id'] = id
    tree['privacy'] = { ...(tree['privacy'] as object), retainUntil }
    const ord = { id: 'ord', kind: 'text', text: { sv: 'Vad?' } }
    tree['questions'] = [...(tree['questions'] as object[]), ord]
  })
  expect((await run(['survey', 'import', path, '--organisation', 'nord'])).code).toBe(0)
  expect((await run(['survey', 'open', id])).code).toBe(0)
}
