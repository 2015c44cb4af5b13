import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeBackups } from '../../src/backup/backups.ts'
import { pathIn } from '../mail/subscribers.ts'
import { filesWith } from '../routes/planted.ts'
import { publish, publishes, undertaking } from '../routes/publishing.ts'
import { contentOf } from '../survey/tree.ts'
import { asked, PLANTED, wholeLife } from './whole-life.ts'

// The server is stopped over every moment at which something is due, and two start together after.
const life = wholeLife()
const survey = async () => (await life.svar.store.issued('prov'))!
const deeds = async (what: 'survey.purged') =>
  (await life.svar.store.audit('nord', { what }, { most: 9 })).length

test('stopped over the closing and the end of grace: it closed in time, and is released once', async () => {
  const { svar } = life
  life.clock('2026-10-20T12:00:00+02:00')
  await svar.open(contentOf(asked()))
  for (let turn = 0; turn < 6; turn += 1) {
    expect((await life.answers('norr', String(turn), 'a')).statusCode).toBe(303)
  }
  await life.form('/s/prov/subscribe', { email: 'asa@example.se', lang: 'sv' })
  await svar.post!.sendDue()
  await life.form(pathIn(life.smtp.received[0]!, 'confirm'), { page: '1' })
  // The first request comes before anything that happens by itself.
  life.clock('2026-11-20T12:00:00+01:00')
  expect((await life.answers('norr', 'late', 'a')).statusCode).toBe(410)
  expect((await survey()).final).toBe(false)
  await life.minute('2026-11-20T12:00:00+01:00')
  const release = (await svar.store.release('nord', 'prov'))!
  expect(release.standing).toMatchObject({ number: 1, at: '2026-11-20T11:00:00Z' })
  expect(release.released).toBe(6)
})

test('stopped right after publishing: those who asked have their letter when it is back', async () => {
  const office = await life.office()
  life.letters()
  await publishes(office, { question: ['val'], sites: [] })
  life.clock('2026-11-20T12:01:00+01:00')
  for (const [version, state] of ['decided', 'underway', 'done'].entries()) {
    await office.get(publish)
    const given = { ...undertaking, state, version: String(version + 1) }
    await office.submit(`${publish}/undertakings/kvallsoppet`, given)
  }
  await life.minute('2026-12-24T12:00:00+01:00')
  expect(life.letters()).toEqual([
    'asa@example.se: Ni tyckte, vi gjorde: ”Vården nära dig”',
    'asa@example.se: Resultatet är klart: ”Vården nära dig”',
  ])
})

test('stopped over the first warning: one letter, that of the days that are left', async () => {
  await life.minute('2027-03-27T22:00:00+01:00')
  expect(life.letters()).toEqual([
    'anna@nord.example: Svaren till ”Vården nära dig” gallras 28 mars 2027',
  ])
})

test('stopped over the day of deletion: deleted once, and the protocol says when', async () => {
  await life.minute('2027-04-02T03:00:00+02:00')
  expect((await survey()).purge).toMatchObject({
    on: '2027-04-02',
    retainUntil: '2027-03-28',
    responses: 6,
    erasedAt: '2027-04-02T01:00:00Z',
  })
  expect(filesWith(life.svar.folder, [PLANTED])).toEqual([])
  expect([await deeds('survey.purged'), life.letters()]).toEqual([1, []])
})

test('stopped for days: one backup, also where two begin it, and the next a day after', async () => {
  const files = () => readdirSync(life.backups).filter((name) => name.endsWith('.backup'))
  const keep = { days: 7, weeks: 4, months: 12 }
  const run = async () => {
    const backUp = async () => {
      begun += 1
      await life.run(['backup'])
    }
    const now = Temporal.Instant.from(at).epochMilliseconds
    return makeBackups({ folder: life.backups, keep }, backUp).run({ store: life.svar.store }, now)
  }
  let begun = 0
  let at = '2027-04-02T03:00:00+02:00'
  const both = await Promise.allSettled([run(), run()])
  expect(both.map(({ status }) => status)).toContain('fulfilled')
  expect(files()).toHaveLength(1)
  await run()
  expect(begun).toBe(2)
  at = '2027-04-05T03:00:00+02:00'
  life.clock(at)
  await run()
  expect(files()).toHaveLength(2)
})
