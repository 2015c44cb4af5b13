import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashSecret } from '../../src/secrets.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { filesWith } from '../routes/planted.ts'
import { act } from '../store/fixture.ts'
import { answer, opened, type Place, place, unsealed } from './keeping.ts'
import { MAIN, serve } from './product.ts'

const PLANTED = 'Utplanterat'
const TOKEN = 'of-who-reads-results'

test('the rehearsal: backup while answers come, a purge, the folder lost, and all as it was', async () => {
  const here = place()
  await opened(here, 'kort', '2999-01-01')
  await opened(here, 'lang', '2999-01-01')
  await withStore(here, (store) => store.addToken(hashSecret(TOKEN), 'nord', 'read', act))
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
  const before = await unsealed(here, old)
  expect(filesWith(before, [PLANTED])).toEqual(['svar.db'])
  rmSync(before, { recursive: true })
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
  const results = await resultsOf(server.port)
  expect(await server.stop()).toBe(0)
  copyFileSync(join(here.backups, 'erasures.jsonl'), join(here.parent, 'erasures.jsonl'))
  // A fresh one takes the place of those from before the purge.
  const second = await here.run(['backup'])
  expect(second.data['removed']).toHaveLength(1)
  expect(here.files()).toHaveLength(1)
  const fresh = await unsealed(here, String(second.data['file']))
  expect(filesWith(fresh, ['Detta'])).toEqual(['svar.db'])
  expect(filesWith(fresh, [PLANTED])).toEqual([])

  for (const file of [old, String(second.data['file'])]) {
    rmSync(here.data, { recursive: true })
    const restored = await here.run(['restore', file, '--key', here.key])
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.data['purgedAgain']).toEqual(file === old ? ['kort'] : [])
    expect(filesWith(here.parent, [PLANTED])).toEqual([])
    expect(await withStore(here, (store) => store.check())).toMatchObject({ ok: true })
    const again = await serve(here.data, here.environment)
    // The numbers that people have seen, though the backup is from before the last answers.
    expect(await resultsOf(again.port)).toEqual(results)
    await answer(again.port, 'lang', 3, 'Nytt')
    await again.stop()
  }
})

async function resultsOf(port: number) {
  const headers = { authorization: `Bearer ${TOKEN}` }
  const reply = await fetch(`http://127.0.0.1:${port}/api/surveys/kort/results`, { headers })
  expect(reply.status).toBe(200)
  return reply.json() as Promise<unknown>
}

async function withStore<T>({ data }: Place, step: (store: Store) => Promise<T>) {
  const store = openSqlite(data)
  try {
    return await step(store)
  } finally {
    await store.close()
  }
}

type Store = ReturnType<typeof openSqlite>

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
    await withStore(here, (store) => store.closeSurvey('nord', 'kort', act))
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
