import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeBackupPair } from '../../src/backup/key.ts'
import { makeJobRuns } from '../../src/job-runs.ts'
import { hashSecret } from '../../src/secrets.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, start } from '../start.ts'

const pin = { salt: '', key: '', rounds: 1 }
const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds

async function begin(more: Parameters<typeof start>[0] = {}) {
  const svar = await start(more)
  onTestFinished(() => svar.close())
  const metrics = async () =>
    (await svar.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })).body
  return { svar, metrics }
}

const valueOf = (body: string, name: string) =>
  Number(
    body
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  )

test('whether answers can be taken, and the room that is left', async () => {
  const { svar, metrics } = await begin()
  const body = await metrics()
  expect(valueOf(body, 'svar_ready')).toBe(1)
  const free = valueOf(body, 'svar_data_free_bytes')
  expect(free).toBeGreaterThan(0)
  expect(valueOf(body, 'svar_data_size_bytes')).toBeGreaterThan(free)
  svar.store.ready = () => Promise.reject(new Error('no room'))
  expect(valueOf(await metrics(), 'svar_ready')).toBe(0)
})

test('the newest backup, where backups are made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'svar-backups-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { publicKey } = makeBackupPair()
  const environment = { SVAR_BACKUPS: folder, SVAR_BACKUP_KEY: publicKey }
  const { metrics } = await begin({ environment })
  const newest = async () => valueOf(await metrics(), 'svar_backup_newest_timestamp_seconds')
  expect(await newest()).toBe(0)
  for (const day of ['01', '03', '02']) {
    writeFileSync(join(folder, `svar-202606${day}T013000000Z.backup`), '')
  }
  expect(await newest()).toBe(at('2026-06-03T01:30:00Z') / 1000)
  const { metrics: without } = await begin()
  expect(await without()).not.toContain('svar_backup_newest')
})

test('tablets that have fallen silent, of all organisations together', async () => {
  const { svar, metrics } = await begin()
  const silent = async () => valueOf(await metrics(), 'svar_tablets{condition="silent"}')
  for (const [organisation, id] of [
    ['nord', 'prov'],
    ['syd', 'annans'],
  ] as const) {
    await svar.open(content([ask.text('ord')], { id, sites: sites('norr') }), organisation)
    const code = hashSecret(`code of ${id}`)
    const device = { id: `device-${id}`, site: 'norr', name: 'Disken', addedAt: ACT.at, pin }
    const codeUntil = at('2026-07-01T11:00:00Z')
    await svar.store.addDevice(organisation, { ...device, code, codeUntil }, ACT)
    await svar.store.enrol(code, hashSecret(id), at('2026-07-01T10:00:00Z'))
  }
  expect(await silent()).toBe(0)
  svar.setClock('2026-07-01T15:00:00+02:00')
  expect(await silent()).toBe(2)
})

test('how jobs fare: when each was done, and how often it failed', () => {
  let now = 1000
  const runs = makeJobRuns(() => now)
  now = 2000
  runs.failed('purge')
  runs.done('release')
  now = 3000
  runs.failed('purge')
  expect(runs.all()).toEqual([
    { job: 'purge', doneAt: 1000, failures: 2 },
    { job: 'release', doneAt: 2000, failures: 0 },
  ])
})
