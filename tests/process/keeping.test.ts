import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesWith } from '../routes/planted.ts'
import { opened, type Place, place } from './keeping.ts'
import { MAIN, send, serve } from './product.ts'

const PLANTED = 'Utplanterat'
const DAY = 24 * 60 * 60 * 1000
const clock = `--import ${import.meta.dirname}/clock.mjs`

async function answer(port: number, survey: string, count: number, words: string) {
  const all = Array.from({ length: count }, (_, index) =>
    send(port, survey, {
      submission: randomUUID(),
      lang: 'sv',
      val: 'a',
      ord: `${words} ${index}`,
    }),
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
  expect((await here.run(early)).err).toContain('is not closed')
  expect((await here.run(['survey', 'close', 'kort'])).code).toBe(0)
  expect((await here.run(['purge', 'kort'])).err).toContain('say --early')
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
    for (let round = 0; round < 3; round += 1) await answer(first.port, 'kort', 100, PLANTED)
    await first.stop()
    expect((await here.run(['survey', 'close', 'kort'])).code).toBe(0)
    await killedWhen(here, args, () => begun(here))
    const server = await serve(here.data, here.environment)
    expect(existsSync(join(here.data, 'backup.tmp'))).toBe(false)
    const { responses } = (await here.run(['check'])).data
    const isPurged = filesWith(here.data, [PLANTED]).length === 0
    expect(responses).toBe(isPurged ? 0 : 300)
    await server.stop()
    expect((await here.run(['backup'])).code).toBe(0)
    expect(readdirSync(here.backups).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

async function killedWhen(here: Place, args: string[], begun: () => boolean) {
  const env = { ...process.env, SVAR_DATA: here.data, ...here.environment }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (child.exitCode === null && !begun()) await new Promise((resolve) => setImmediate(resolve))
  child.kill('SIGKILL')
  await ended
}
