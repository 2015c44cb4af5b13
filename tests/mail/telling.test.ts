import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import { startSchedule } from '../../src/schedule.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { openSubscriptions } from '../../src/store/sqlite/subscriptions/subscriptions.ts'
import { tellSubscribers } from '../../src/telling.ts'
import type { Browser } from '../browser-by-hand.ts'
import { formOf } from '../form.ts'
import { edition, fill, publish, publishes, signedIn, undertaking } from '../routes/publishing.ts'
import { type Smtp, startSmtp } from '../smtp.ts'
import { SECRET, start, type Started } from '../start.ts'
import { BASE, pathIn } from './subscribers.ts'

let smtp: Smtp
let svar: Started
let office: Browser
let minute = 0

beforeAll(async () => {
  smtp = await startSmtp()
  const mail = { SMTP_URL: smtp.url, MAIL_FROM: 'svar@svar.example.se', SVAR_BASE_URL: BASE }
  svar = await start({ environment: mail })
  await fill(svar, { norr: 12, soder: 14 })
  later()
  office = await signedIn(svar)
  for (const [email, language] of [
    ['asa@example.se', 'sv'],
    ['bo@example.dk', 'da'],
  ]) {
    await form('/s/prov/subscribe', { email: email!, lang: language! })
    await svar.post!.sendDue()
    await form(pathIn(smtp.received.at(-1)!, 'confirm'), { page: '1' })
  }
})
afterAll(async () => {
  await svar.close()
  await smtp.close()
})
beforeEach(() => later())

/** Each test is at a time of its own, as in life. */
function later() {
  minute += 1
  const at = Temporal.Instant.from('2026-09-10T07:00:00Z').add({ minutes: minute })
  svar.setClock(at.toString())
  if (smtp) smtp.received.length = 0
}

const form = (url: string, fields: Record<string, string>) =>
  svar.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: formOf(fields),
  })
const tell = () => tellSubscribers({ ...svar, interface: makeInterface() })

/** The minute comes, and the post goes: who got what. */
async function letters() {
  await tell()
  await svar.post!.sendDue()
  const told = smtp.received.map(({ to, letter }) => `${to.join()}: ${letter.subject}`)
  smtp.received.length = 0
  return told.toSorted()
}

async function does(id: string, fields: Record<string, string>) {
  await office.get(publish)
  const path = `${publish}/undertakings/${id}`
  const { statusCode, body } = await office.submit(path, { ...undertaking, ...fields })
  expect(statusCode, body).toBe(303)
}

async function withdraws() {
  const seen = /name="seen" value="(\d+)"/.exec((await office.get(publish)).body)![1]!
  const why = { 'reason.sv': 'Ett fel.', 'reason.da': 'En fejl.' }
  const { statusCode } = await office.submit(`${publish}/withdrawal`, { seen, ...why })
  expect(statusCode).toBe(303)
}

test('nothing is told before the results are; what was done by then comes with them', async () => {
  await does('tidigt-ute', { state: 'done' })
  expect(await letters()).toEqual([])
  later()
  await office.submit(publish, edition)
  expect((await office.get(publish)).body).toContain('får sammanfattningen i ett mejl')
  await publishes(office, { revision: '1' })
  expect(await letters()).toEqual([
    'asa@example.se: Resultatet är klart: ”Vården nära dig”',
    'bo@example.dk: Resultaterne er klar: ”Vården nära dig”',
  ])
  expect(await letters()).toEqual([])
})

test('the page of the results leads to where one asks', async () => {
  const page = await svar.app.inject('/s/prov/results?lang=da')
  expect(page.body).toContain('href="/s/prov/subscribe?lang=da"')
})

test('an amended edition is no news', async () => {
  await publishes(office, { revision: '1', 'summary.sv': 'Ni vill ha kortare köer.' })
  expect((await svar.store.published('prov')).steps).toHaveLength(2)
  expect(await letters()).toEqual([])
})

test('an undertaking is news when it takes another state, in its newest words', async () => {
  await does('kvallsoppet', { state: 'decided' })
  await does('kvallsoppet', { state: 'decided', version: '2', 'did.sv': 'Vi öppnar på kvällen.' })
  await tell()
  await svar.post!.sendDue()
  expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual([
    'asa@example.se',
    'bo@example.dk',
  ])
  const swedish = smtp.received.find(({ to }) => to[0] === 'asa@example.se')!.letter
  expect(swedish.subject).toBe('Ett beslut efter enkäten ”Vården nära dig”')
  for (const words of [
    'Beslutat: Det är svårt att få tid.',
    'Vi öppnar på kvällen.',
    `${BASE}/s/prov/results?lang=sv`,
  ]) {
    expect(swedish.text).toContain(words)
  }
  later()
  await does('kvallsoppet', { state: 'decided', version: '3', 'did.sv': 'Bättre ord.' })
  expect(await letters()).toEqual([])
  later()
  await does('kvallsoppet', { state: 'done', version: '4' })
  expect(await letters()).toEqual([
    'asa@example.se: Ni tyckte, vi gjorde: ”Vården nära dig”',
    'bo@example.dk: I sagde, vi gjorde: ”Vården nära dig”',
  ])
})

test('several processes at once, and one that was away: each letter once', async () => {
  const others = [1, 2, 3].map(() => ({
    store: openSqlite(svar.folder),
    subscriptions: openSubscriptions(svar.folder),
  }))
  await does('fler-telefoner', { state: 'decided' })
  await does('fler-telefoner', { state: 'underway', version: '2' })
  const all = [svar, ...others]
  await Promise.all(all.map((one) => tellSubscribers({ ...one, interface: makeInterface() })))
  for (const { store, subscriptions } of others) {
    await store.close()
    await subscriptions.close()
  }
  // Away while it was decided: how it stands is told, and not how it came to that.
  expect(await letters()).toEqual([
    'asa@example.se: Ni tyckte, vi gjorde: ”Vården nära dig”',
    'bo@example.dk: I sagde, vi gjorde: ”Vården nära dig”',
  ])
})

test('what is withdrawn, or was a slip, is taken back where it has not gone', async () => {
  await does('en-slant', { state: 'done' })
  await tell()
  await svar.subscriptions.spread(1, Number.MAX_SAFE_INTEGER)
  later()
  await does('en-slant', { state: 'declined', version: '2' })
  expect(await letters()).toEqual([
    'asa@example.se: Ett beslut efter enkäten ”Vården nära dig”',
    'bo@example.dk: En beslutning efter undersøgelsen ”Vården nära dig”',
  ])
  await does('en-till-sak', { state: 'done' })
  await tell()
  await withdraws()
  expect(await letters()).toEqual([])
  later()
  await publishes(office, { revision: '2', 'summary.sv': 'Rättat.' })
  expect(await letters()).toEqual([
    'asa@example.se: Resultatet är klart: ”Vården nära dig”',
    'bo@example.dk: Resultaterne er klar: ”Vården nära dig”',
  ])
})

test('where mail is not set up any more, no news keeps an address beyond its time', async () => {
  await does('utan-brev', { state: 'done' })
  expect(await svar.subscriptions.confirmed('prov')).toBe(2)
  const without = { ...svar, post: undefined, interface: makeInterface(), secret: SECRET }
  for (const at of ['2026-09-11T10:00:00Z', '2028-09-02T10:00:00Z']) {
    const clock = () => Date.parse(at)
    const failed = (job: string) => expect.fail(job)
    const schedule = await startSchedule(without, clock, { done() {}, failed })
    schedule.stop()
  }
  expect(await svar.subscriptions.confirmed('prov')).toBe(0)
})
