import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { networkMark, networkOf } from '../../src/network.ts'
import { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { ACT, cheap, NOON, SECRET, start, type Started } from '../start.ts'

let svar: Started
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')]))
})
afterAll(() => svar.close())

const right = 'lång och god mening'
let email: string
let count = 0
beforeEach(async () => {
  count += 1
  email = `n${count}@nord.example`
  await svar.addUser(email)
  svar.setClock(NOON)
})
const after = (seconds: number) =>
  svar.setClock(Temporal.Instant.from(NOON).add({ seconds }).toString())

async function signIn(address: string, password = right, as = email) {
  const browser = new Browser(svar.app, address)
  await browser.get('/office/sign-in')
  return browser.submit('/office/sign-in', { email: as, password })
}
const status = async (address: string, password?: string, as?: string) =>
  (await signIn(address, password, as)).statusCode

async function guess(address: string, times: number, as = email) {
  const statuses: number[] = []
  for (let turn = 0; turn < times; turn += 1) statuses.push(await status(address, `${turn}`, as))
  return statuses
}

test('who guesses waits twice as long each time, even with the right password', async () => {
  const here = '192.0.2.7'
  expect(await guess(here, 6)).toEqual([422, 422, 422, 422, 422, 429])
  expect(await status(here)).toBe(429)
  after(1)
  expect(await guess(here, 2)).toEqual([422, 429])
  after(2)
  expect(await status(here)).toBe(429)
  after(3)
  expect(await status(here)).toBe(303)
  // The right one: all is forgotten.
  expect(await guess(here, 5)).toEqual([422, 422, 422, 422, 422])
})

test('neighbours of one network are one guesser, others are not', async () => {
  await guess('192.0.2.7', 6)
  expect(await status('192.0.2.200')).toBe(429)
  expect(await status('192.0.3.7')).toBe(303)
  await guess('2001:db8:1:2::7', 6)
  expect(await status('2001:db8:1:2:ffff::1')).toBe(429)
  expect(await status('2001:db8:1:3::7')).toBe(303)
})

test('guesses from everywhere hold up whoever is new, and never who signed in from there', async () => {
  const home = '198.51.100.20'
  expect(await status(home)).toBe(303)
  for (let network = 0; network < 60; network += 1) await status(`10.${count}.${network}.1`, 'x')
  expect(await status('203.0.113.1')).toBe(429)
  expect(await status('203.0.113.2', 'wrong')).toBe(429)
  expect(await status('198.51.100.99')).toBe(303)
})

test('an unknown address is treated as a known one', async () => {
  const statuses = async (as: string, network: number) => {
    const own = await guess(`172.16.${network}.1`, 7, as)
    for (let other = 0; other < 50; other += 1) {
      own.push(await status(`172.${network}.${other}.1`, 'x', as))
    }
    return own
  }
  expect(await statuses('ingen@nord.example', 20)).toEqual(await statuses(email, 21))
})

test('the password of an account elsewhere does not clear guesses at a namesake’s', async () => {
  const own = 'ett annat ord av tecken'
  await svar.open(content([ask.text('ord')], { id: `annans-${count}` }), 'syd')
  const hashed = await cheap.hash(own)
  const twin = { id: `syd-${email}`, organisation: 'syd', email, name: 'B', password: hashed }
  await svar.store.addUser({ ...twin, role: 'editor', sites: [] }, ACT)
  const here = '192.0.2.7'
  expect(await guess(here, 4)).toEqual([422, 422, 422, 422])
  expect(await status(here, own)).toBe(303)
  expect(await guess(here, 3)).toEqual([422, 429, 429])
  // Nor does its network count as one from which the other is known.
  for (let network = 0; network < 60; network += 1) await status(`10.${count}.${network}.1`, 'x')
  const there = '198.51.100.20'
  expect(await status(there)).toBe(429)
  const mark = networkMark(SECRET, email, '198.51.100')
  await svar.store.openSession(Buffer.alloc(32), twin.id, Date.parse(NOON), { network: mark })
  expect(await status(there)).toBe(429)
  expect(await status(there, own)).toBe(303)
})

test('a guesser holds up who is new at the same network, and never who signed in there', async () => {
  const neighbour = `m${count}@nord.example`
  await svar.addUser(neighbour)
  expect(await status('100.65.0.9')).toBe(303)
  for (let turn = 0; turn < 70; turn += 1) await status('100.65.0.1', 'x', `q${turn}@nord.example`)
  expect(await status('100.65.0.2', right, neighbour)).toBe(429)
  expect(await status('100.65.0.2', 'wrong')).toBe(429)
  expect(await status('100.65.0.2')).toBe(303)
})

test('many who share a network and mistype are held up a minute at most', async () => {
  for (let turn = 0; turn < 60; turn += 1) await status('100.64.0.1', 'x', `m${turn}@nord.example`)
  const held = await signIn('100.64.0.2')
  expect(held.statusCode).toBe(429)
  expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect(held.body).toContain('För många försök.')
  after(60)
  expect(await status('100.64.0.2')).toBe(303)
})

test('guesses sent at the same time are counted before they are looked at', async () => {
  const browser = new Browser(svar.app, '192.0.2.77')
  await browser.get('/office/sign-in')
  const fields = (turn: number) => ({ email, password: `gissning nummer ${turn}` })
  const all = Array.from({ length: 20 }, (_, turn) =>
    browser.submit('/office/sign-in', fields(turn)),
  )
  const statuses = (await Promise.all(all)).map(({ statusCode }) => statusCode)
  expect(statuses.filter((one) => one === 422)).toHaveLength(5)
})

test('of a network two bytes are stored, and go with the person', async () => {
  await signIn('192.0.2.55')
  const mark = networkMark(SECRET, email, '192.0.2')
  const knows = (bytes: Buffer) => svar.store.knowsNetwork(email, bytes, Date.parse(NOON))
  const other = Buffer.from([mark[0]! ^ 1, mark[1]!])
  expect(mark).toHaveLength(2)
  expect([await knows(mark), await knows(other)]).toEqual([true, false])
  const later = Temporal.Instant.from(NOON).add({ hours: 91 * 24 }).epochMilliseconds
  expect(await svar.store.knowsNetwork(email, mark, later)).toBe(false)
  await svar.addUser(`chef${count}@nord.example`)
  await svar.store.removePerson('nord', email, { by: 'svar', at: NOON })
  expect(await knows(mark)).toBe(false)
})

test.each([
  ['192.0.2.7', '192.0.2'],
  ['::ffff:192.0.2.7', '192.0.2'],
  ['2001:DB8:0001:2::7', '2001:db8:1:2'],
  ['2001:db8::7', '2001:db8:0:0'],
  ['1::4:5:6:7:8', '1:0:0:4'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('the session is another after signing in, and after a new password', async () => {
  const browser = new Browser(svar.app)
  browser.cookies.set('svar-session', 'planted by someone else')
  await browser.get('/office/sign-in')
  await browser.submit('/office/sign-in', { email, password: right })
  const first = browser.cookies.get('svar-session')!
  expect(first).not.toBe('planted by someone else')
  await browser.get('/office/account')
  const change = { present: right, password: 'en helt annan mening' }
  expect((await browser.submit('/office/account/password', change)).statusCode).toBe(303)
  expect(browser.cookies.get('svar-session')).not.toBe(first)
  expect((await browser.get('/office/account')).statusCode).toBe(200)
  browser.cookies.set('svar-session', first)
  expect((await browser.get('/office/account')).statusCode).toBe(303)
})
