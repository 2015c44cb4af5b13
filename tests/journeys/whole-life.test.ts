import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSubscriptions } from '../../src/store/sqlite/subscriptions/subscriptions.ts'
import type { Results } from '../../src/survey/results.ts'
import { pathIn } from '../mail/subscribers.ts'
import { serve } from '../process/product.ts'
import { pair } from '../process/keeping.ts'
import { hidden } from '../routes/life-office.ts'
import { filesWith } from '../routes/planted.ts'
import { publish, publishes, undertaking } from '../routes/publishing.ts'
import { holder } from '../routes/receipt-holder.ts'
import { onceOf } from '../routes/two-offices.ts'
import { type Tablet, tablet } from '../tablet.ts'
import { asked, PLANTED, wholeLife } from './whole-life.ts'

// One survey from its draft to its deletion, in the order of time: each test goes on where the one
// before it ended, and expectations are counted by hand.
const life = wholeLife()
const page = (path = '') => life.svar.app.inject(`/s/prov${path}`)
const counts = (results: Results) =>
  results.groups.flatMap(({ by, id, questions }) => {
    const val = questions.find((question) => question.id === 'val')
    return val ? [`${by} ${id}: ${val.options.map(({ count }) => count).join('+')}`] : []
  })

let token: unknown
async function results(): Promise<Results & { state: string; responses: number }> {
  const headers = { authorization: `Bearer ${String(token)}` }
  return (await life.svar.app.inject({ url: '/api/surveys/prov/results', headers })).json()
}

let norr: Tablet
let vik: Tablet
let backup = ''
let code = ''

test('a file becomes a draft, and the draft a survey that opens at midnight', async () => {
  const { svar } = life
  const office = await life.office()
  const once = onceOf((await office.get('/office/surveys/new')).body)
  await office.upload('/office/surveys/new/file', { once }, JSON.stringify(asked()))
  const { body } = await office.get('/office/surveys/prov/open')
  const opened = await office.submit('/office/surveys/prov/open', {
    revision: hidden(body, 'revision'),
    number: hidden(body, 'number'),
  })
  expect(opened.headers.location).toContain('done=issued')
  norr = await tablet(svar, '2026-09-15T09:00:00+02:00')
  vik = await tablet(svar, '2026-09-15T09:00:00+02:00', 'nord', 'vik')
  await life.minute('2026-09-30T23:59:59+02:00')
  expect((await page()).statusCode).toBe(403)
  await life.minute('2026-10-01T00:00:00+02:00')
  expect((await page()).statusCode).toBe(200)
  ;({ token } = await life.run(['token', 'add', '--organisation', 'nord', '--scope', 'read']))
})

test('answers come by web and by tablet, and are shown in steps', async () => {
  await life.minute('2026-10-05T12:00:00+02:00')
  for (const site of ['norr', 'vik']) {
    for (let turn = 0; turn < 9; turn += 1) {
      const sent = await life.answers(site, String(turn), turn < 5 ? 'a' : 'b')
      expect(sent.statusCode).toBe(303)
    }
  }
  const early = await norr.seal('early', '2026-10-05', { answers: { val: 'a', ord: PLANTED } })
  expect(await norr.deliver(early)).toEqual([{ id: 'tablet-early', outcome: 'kept' }])
  // Norr has two whole steps of five, Vik one; of each the newest whole one is not shown yet.
  const open = await results()
  expect([open.state, open.responses, open.released]).toEqual(['open', 19, 5])
  expect(counts(open)[0]).toBe('all all: 5+0')
})

test('who takes a response back at once has not been counted', async () => {
  const ulla = holder(life.svar)
  const { location } = await ulla.answer('prov', { site: 'norr', val: 'b', ord: PLANTED })
  expect((await results()).responses).toBe(20)
  const done = await ulla.withdraw((await ulla.codeFrom(location))!)
  expect(done.headers.location).toContain('after=open')
  expect(await results()).toMatchObject({ responses: 19, released: 5 })
})

test('two ask to be told, and confirm', async () => {
  expect((await page('/thanks?lang=sv')).body).toContain('/s/prov/subscribe?lang=sv')
  for (const [email, lang] of [
    ['asa@example.se', 'sv'],
    ['bo@example.dk', 'da'],
  ]) {
    await life.form('/s/prov/subscribe', { email: email!, lang: lang! })
    await life.minute('2026-10-06T12:00:00+02:00')
    const asking = life.smtp.received.at(-1)!
    expect(asking.to).toEqual([email])
    await life.form(pathIn(asking, 'confirm'), { page: '1' })
  }
  expect(life.letters()).toHaveLength(2)
})

test('it closes when the day of 25 hours is over', async () => {
  await life.minute('2026-10-25T23:59:59+01:00')
  const olof = holder(life.svar)
  const { location } = await olof.answer('prov', { site: 'norr', val: 'b', ord: PLANTED })
  code = (await olof.codeFrom(location))!
  await life.minute('2026-10-26T00:00:00+01:00')
  const late = await life.answers('vik', 'late', 'b')
  expect([late.statusCode, late.body.includes(PLANTED)]).toEqual([410, true])
  expect((await page()).body).toContain('/s/prov/subscribe')
  expect(await results()).toMatchObject({ state: 'closed', responses: 20 })
})

test('a tablet brings what it has late; the final release waits for one that is silent', async () => {
  await life.minute('2026-10-27T08:00:00+01:00')
  const items = [
    await norr.seal('one', '2026-10-24', { answers: { val: 'a' } }),
    await norr.seal('two', '2026-10-25', { answers: { val: 'b', ord: PLANTED } }),
    await norr.seal('after', '2026-10-26', { answers: { val: 'b' } }),
  ]
  expect((await norr.deliver(...items)).map(({ outcome }) => outcome)).toEqual([
    'kept',
    'kept',
    'refused',
  ])
  await norr.emptied()
  await life.minute('2026-11-01T23:59:59+01:00')
  expect((await results()).final).toBe(false)
  const dashboard = (await (await life.office()).get('/office/surveys/prov?lang=sv')).body
  expect(dashboard).not.toContain('Slutlig redovisning nr')
})

test('the final release comes when grace has ended, once, and says so', async () => {
  await life.minute('2026-11-02T00:00:00+01:00')
  const final = await results()
  expect(final).toMatchObject({ final: true, responses: 22, released: 22 })
  expect(final.release).toMatchObject({ number: 1, at: '2026-11-01T23:00:00Z' })
  // Norr: 5+4 by web, one b at the last second, 2+1 by tablet. Vik: 5+4, too few to stand alone.
  expect(counts(final)).toEqual(['all all: 12+10'])
  const office = await life.office()
  const dashboard = (await office.get('/office/surveys/prov?lang=sv')).body
  expect(dashboard).toContain('Slutlig redovisning nr 1, 2 november 2026.')
  expect(dashboard).toContain('Tiden för sena svar från surfplattor var slut.')
  const silent = await vik.seal('silent', '2026-10-20', { site: 'vik' })
  expect(await vik.deliver(silent)).toMatchObject([{ outcome: 'refused' }])
  expect((await results()).responses).toBe(22)
})

test('results are published, and those who asked are told once', async () => {
  await life.minute('2026-11-03T10:00:00+01:00')
  expect(life.letters()).toEqual([])
  expect((await page('/results')).statusCode).toBe(404)
  const published = await publishes(await life.office(), { question: ['val'], sites: [] })
  expect(published.statusCode).toBe(303)
  await life.minute('2026-11-03T10:01:00+01:00')
  expect(life.letters()).toEqual([
    'asa@example.se: Resultatet är klart: ”Vården nära dig”',
    'bo@example.dk: Resultaterne er klar: ”Behandling tæt på”',
  ])
  const shown = (await page('/results?lang=sv')).body
  expect(shown).toContain('22 personer')
  expect(shown).not.toContain(PLANTED)
})

test('what was done is told; who leaves is told no more, also from an older backup', async () => {
  const does = async (id: string, at: string) => {
    const office = await life.office()
    await office.get(publish)
    await office.submit(`${publish}/undertakings/${id}`, { ...undertaking, state: 'done' })
    await life.minute(at)
  }
  await does('kvallsoppet', '2026-11-10T10:00:00+01:00')
  const told = life.smtp.received.findLast(({ to }) => to[0] === 'bo@example.dk')!
  expect(life.letters()).toEqual([
    'asa@example.se: Ni tyckte, vi gjorde: ”Vården nära dig”',
    'bo@example.dk: I sagde, vi gjorde: ”Behandling tæt på”',
  ])
  backup = String((await life.run(['backup']))['file'])
  const leave = await life.form(pathIn(told, 'leave'), { 'List-Unsubscribe': 'One-Click' })
  expect(leave.statusCode).toBe(200)
  await does('fler-telefoner', '2026-11-20T10:00:00+01:00')
  expect(life.letters()).toEqual(['asa@example.se: Ni tyckte, vi gjorde: ”Vården nära dig”'])
})

test('a response withdrawn after the final release goes; the numbers stay', async () => {
  await life.minute('2027-01-15T10:00:00+01:00')
  const before = (await page('/results?lang=sv')).body
  const olof = holder(life.svar)
  const shown = (await olof.post('/receipt', { code })).body
  expect([shown.includes(PLANTED), shown.includes('25 oktober 2026')]).toEqual([true, true])
  expect((await olof.withdraw(code)).headers.location).toContain('after=final')
  expect((await olof.post('/receipt', { code })).statusCode).toBe(404)
  expect((await page('/results?lang=sv')).body).toBe(before)
  expect(await life.run(['check'])).toMatchObject({ ok: true, responses: 21 })
  const { folder } = await restored()
  expect(await life.run(['check'], folder)).toMatchObject({ ok: true, responses: 21 })
})

test('the office is warned 30 and 7 days before the deletion, once each', async () => {
  for (const [at, letters] of [
    ['2027-02-25T23:59:59+01:00', 0],
    ['2027-02-26T00:00:00+01:00', 1],
    ['2027-03-20T23:59:59+01:00', 0],
    ['2027-03-21T00:00:00+01:00', 1],
    ['2027-03-27T23:59:59+01:00', 0],
  ] as const) {
    await life.minute(at)
    const letter = 'anna@nord.example: Svaren till ”Vården nära dig” gallras 28 mars 2027'
    expect(life.letters(), at).toEqual(Array.from({ length: letters }, () => letter))
  }
  expect(filesWith(life.svar.folder, [PLANTED])).not.toEqual([])
})

test('on its day the answers are deleted, with a protocol; the results stay', async () => {
  const before = (await page('/results?lang=sv')).body
  await life.minute('2027-03-28T00:00:00+01:00')
  expect(filesWith(life.svar.folder, [PLANTED])).toEqual([])
  const office = await life.office()
  const protocol = (await office.get('/office/surveys/prov/deletion?lang=sv')).body
  expect(protocol).toMatch(/<dt>Raderade svar<\/dt><dd>21<\/dd>/)
  expect(protocol).toContain('28 mars 2027')
  expect((await page('/results?lang=sv')).body).toBe(before)
  expect(await life.run(['check'])).toMatchObject({ ok: true, responses: 0 })
})

test('an older backup brings back neither answers nor those who have left', async () => {
  const { told, folder } = await restored()
  expect(told).toMatchObject({ responses: 0, purgedAgain: ['prov'] })
  expect(filesWith(folder, [PLANTED])).toEqual([])
  const subscriptions = openSubscriptions(folder)
  expect(await subscriptions.confirmed('prov')).toBe(1)
  await subscriptions.close()
  const server = await serve(folder, life.environment())
  const there = await fetch(`http://127.0.0.1:${server.port}/api/surveys/prov/results`)
  expect(counts((await there.json()) as Results)).toEqual(['all all: 12+10'])
  expect(await server.stop()).toBe(0)
})

/** The older backup in a folder of its own, and what was said of it. */
async function restored() {
  const place = mkdtempSync(join(tmpdir(), 'svar-restored-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  const [key, folder] = [join(place, 'key'), join(place, 'data')]
  writeFileSync(key, pair.privateKey)
  return { told: await life.run(['restore', backup, '--key', key], folder), folder }
}
