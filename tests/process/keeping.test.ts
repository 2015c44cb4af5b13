import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeBackupPair } from '../../src/backup/key.ts'
import { filesWith } from '../routes/planted.ts'
import { dataFolder, send, serve, svar } from './product.ts'
import { surveyFile } from './survey-file.ts'

const PLANTED = 'Utplanterat'
const DAY = 24 * 60 * 60 * 1000
const clock = `--import ${import.meta.dirname}/clock.mjs`
const pair = makeBackupPair()

/** Folders for data and backups side by side, and how the program is told of them. */
function place() {
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
    return { code, err, data: out === '' ? undefined : (JSON.parse(out) as never) } as {
      code: number
      err: string
      data: Record<string, unknown>
    }
  }
  const files = () => readdirSync(backups!).filter((name) => name.endsWith('.backup'))
  return { parent, data: data!, backups: backups!, key: key!, environment, run, files }
}

type Place = ReturnType<typeof place>

async function opened({ data, run, parent }: Place, id: string, retainUntil: string) {
  const { path } = surveyFile(parent, (tree) => {
    tree['id'] = id
    tree['privacy'] = { ...(tree['privacy'] as object), retainUntil }
    const ord = { id: 'ord', kind: 'text', text: { sv: 'Vad?' } }
    tree['questions'] = [...(tree['questions'] as object[]), ord]
  })
  expect((await run(['survey', 'import', path, '--organisation', 'nord'])).code).toBe(0)
  expect((await run(['survey', 'open', id])).code).toBe(0)
  return data
}

async function answer(port: number, survey: string, count: number, words: string) {
  const all = Array.from({ length: count }, (_, index) =>
    send(port, survey, { submission: randomUUID(), lang: 'sv', val: 'a', ord: `${words} ${index}` }),
  )
  for (const { status } of await Promise.all(all)) expect(status).toBe(303)
}

const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

test('the rehearsal: backup while answers come, a purge, the folder lost, and all as it was', async () => {
  const here = place()
  await opened(here, 'kort', inDays(40))
  await opened(here, 'lang', '2999-01-01')
  const server = await serve(here.data, here.environment)
  await answer(server.port, 'kort', 12, PLANTED)
  await answer(server.port, 'lang', 15, 'Detta')
  const [first] = await Promise.all([
    here.run(['backup']),
    ...Array.from({ length: 5 }, () => answer(server.port, 'lang', 4, 'Detta')),
  ])
  expect(first).toMatchObject({ code: 0 })
  // Of one moment: never half a batch.
  expect(Number(first.data['responses'])).toBeGreaterThanOrEqual(27)
  const old = join(here.parent, 'old.backup')
  copyFileSync(String(first.data['file']), old)
  await answer(server.port, 'kort', 8, PLANTED)
  const early = ['purge', 'kort', '--early', '--reason', 'Beslut']
  expect((await here.run(['purge', 'kort'])).err).toContain('say --early')
  expect((await here.run(early)).err).toContain('is not closed')
  expect((await here.run(['survey', 'close', 'kort'])).code).toBe(0)
  expect((await here.run(early.slice(0, 3))).err).toContain('--early needs --reason')
  const purged = await here.run(early)
  expect(purged.data).toMatchObject({ purges: [{ responses: 20, texts: 20 }], erased: true })
  expect((await here.run(early)).err).toContain('were deleted on')
  expect(filesWith(here.parent, [PLANTED])).toEqual([])
  const results = await published(here, server.port)
  expect(await server.stop()).toBe(0)
  copyFileSync(join(here.backups, 'erasures.jsonl'), join(here.parent, 'erasures.jsonl'))
  // A fresh one takes the place of those from before the purge.
  const second = await here.run(['backup'])
  expect(second.data['removed']).toHaveLength(1)
  expect(here.files()).toHaveLength(1)

  for (const file of [old, String(second.data['file'])]) {
    rmSync(here.data, { recursive: true })
    const restored = await here.run(['restore', file, '--key', here.key])
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.data['purgedAgain']).toEqual(file === old ? ['kort'] : [])
    expect(filesWith(here.parent, [PLANTED])).toEqual([])
    expect((await here.run(['check'])).data).toMatchObject({ ok: true, faults: [] })
    const again = await serve(here.data, here.environment)
    // The numbers that people have seen, though the backup is from before the last answers.
    expect(await published(here, again.port)).toEqual(results)
    await answer(again.port, 'lang', 3, 'Nytt')
    await again.stop()
  }
})

async function published(here: Place, port: number) {
  const args = ['token', 'add', '--organisation', 'nord', '--scope', 'read']
  const { token } = (await here.run(args)).data as { token: string }
  const reply = await fetch(`http://127.0.0.1:${port}/api/surveys/kort/results`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return reply.json() as Promise<unknown>
}

test('a day of deletion that came while nothing ran: purged at the start, before anyone is let in', async () => {
  const here = place()
  await opened(here, 'kort', inDays(2))
  const server = await serve(here.data, here.environment)
  await answer(server.port, 'kort', 12, PLANTED)
  expect((await here.run(['backup'])).code).toBe(0)
  await server.stop('SIGKILL')
  const later = { NODE_OPTIONS: clock, CLOCK_AHEAD: String(5 * DAY) }
  const again = await serve(here.data, { ...here.environment, ...later })
  expect(filesWith(here.data, [PLANTED])).toEqual([])
  await again.stop()
  rmSync(here.data, { recursive: true })
  rmSync(join(here.backups, 'erasures.jsonl'))
  const [file] = here.files()
  const restore = ['restore', join(here.backups, file!), '--key', here.key]
  expect((await here.run(restore, later)).data).toMatchObject({ purgedNow: ['kort'] })
  expect(filesWith(here.data, [PLANTED])).toEqual([])
})

describe('killed in the middle', () => {
  test.each([
    ['of a backup', ['backup'], (here: Place) => existsSync(join(here.data, 'backup.tmp'))],
    [
      'of a purge',
      ['purge', 'kort', '--early', '--reason', 'x'],
      (here: Place) => existsSync(join(here.data, 'erasures.jsonl')),
    ],
  ])('%s, nothing is half, and the start clears up', async (_, args, begun) => {
    const here = place()
    await opened(here, 'kort', '2999-01-01')
    const first = await serve(here.data, here.environment)
    for (let round = 0; round < 10; round += 1) await answer(first.port, 'kort', 100, PLANTED)
    await first.stop()
    expect((await here.run(['survey', 'close', 'kort'])).code).toBe(0)
    await killedWhen(here, args, () => begun(here))
    const server = await serve(here.data, here.environment)
    expect(existsSync(join(here.data, 'backup.tmp'))).toBe(false)
    const { responses } = (await here.run(['check'])).data
    const isPurged = filesWith(here.data, [PLANTED]).length === 0
    expect(responses).toBe(isPurged ? 0 : 1000)
    await server.stop()
    expect((await here.run(['backup'])).code).toBe(0)
    expect(readdirSync(here.backups).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

async function killedWhen(here: Place, args: string[], begun: () => boolean) {
  const { spawn } = await import('node:child_process')
  const { MAIN } = await import('./product.ts')
  const env = { ...process.env, SVAR_DATA: here.data, ...here.environment }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (child.exitCode === null && !begun()) await new Promise((resolve) => setImmediate(resolve))
  child.kill('SIGKILL')
  await ended
}

describe('restoring refuses', () => {
  let here: Place
  let file = ''
  beforeAll(async () => {
    here = place()
    await opened(here, 'kort', '2999-01-01')
    file = String((await here.run(['backup'])).data['file'])
  })
  const into = (folder: string, from = file, key = here.key) =>
    svar(join(here.parent, folder), ['restore', from, '--key', key])
  const changed = (name: string, change: (path: string) => void) => {
    const path = join(here.parent, name)
    copyFileSync(file, path)
    change(path)
    return path
  }

  test('with a clear line for each reason, and leaves nothing', async () => {
    const other = join(here.parent, 'other-key')
    writeFileSync(other, makeBackupPair().privateKey)
    const flip = (path: string) => {
      const bytes = readFileSync(path)
      bytes[bytes.length - 40]! ^= 1
      writeFileSync(path, bytes)
    }
    for (const [said, reply] of [
      ['is not empty (', await into('data')],
      ['it was made for another key', await into('new', file, other)],
      ['holds no private key', await into('new', file, file)],
      ['someone has changed it', await into('new', changed('flipped', flip))],
      ['cut short', await into('new', changed('cut', (path) => truncateSync(path, 900)))],
      ['it is no backup of Svar', await into('new', here.key)],
      ['there is no file', await into('new', `${file}x`)],
    ] as const) {
      expect(reply.err).toContain(said)
      expect([reply.code, reply.err.trim().split('\n').length]).toEqual([1, 1])
    }
    expect(filesWith(join(here.parent, 'new'), ['kort'])).toEqual([])
    expect((await into('new')).code).toBe(0)
  })

  test('a newer schema, and takes an older one up to date', async () => {
    const live = join(here.data, 'svar.db')
    const client = new Database(live)
    const version = Number(client.pragma('user_version', { simple: true }))
    client.close()
    const server = await serve(here.data, here.environment)
    const running = await into('data')
    expect(running.err).toContain('a server is running on the data folder')
    await server.stop()
    expect(version).toBeGreaterThan(10)
  })
})

test('settings that cannot work stop with one clear line', async () => {
  const folder = dataFolder()
  const key = { SVAR_BACKUP_KEY: pair.publicKey }
  for (const [environment, said] of [
    [{ SVAR_BACKUPS: '/tmp/x' }, 'SVAR_BACKUPS: needs SVAR_BACKUP_KEY'],
    [{ SVAR_BACKUPS: join(folder, 'x'), ...key }, 'must not be inside SVAR_DATA'],
    [{ SVAR_BACKUP_KEY: pair.privateKey }, 'SVAR_BACKUP_KEY: must be the public key'],
    [{ SVAR_BACKUPS: '/tmp/x', ...key, SVAR_BACKUP_KEEP: '7' }, 'SVAR_BACKUP_KEEP: must be'],
    [{ ...key, SVAR_BACKUP_KEEP: '0,1,1' }, 'must keep at least one day'],
  ] as const) {
    const { code, err } = await svar(folder, ['migrate'], environment)
    expect([code, err.trim().split('\n').length]).toEqual([1, 1])
    expect(err).toContain(said)
  }
})
