import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { start, type Started } from '../start.ts'

let svar: Started
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')]))
})
afterAll(() => svar.close())

const first = 'lång och god mening'
const second = 'en helt annan mening'
const account = '/office/account'

let email: string
let count = 0
beforeEach(async () => {
  count += 1
  email = `n${count}@nord.example`
  await svar.addUser(email)
})

async function signIn(password = first) {
  const browser = new Browser(svar.app)
  await browser.get('/office/sign-in')
  const reply = await browser.submit('/office/sign-in', { email, password })
  return { browser, status: reply.statusCode }
}
const isIn = async (browser: Browser) => (await browser.get(account)).statusCode === 200

test('a new password asks for the present one, ends all other sessions, and works', async () => {
  const { browser } = await signIn()
  const { browser: other } = await signIn()
  await browser.get(account)
  const wrong = await browser.submit(`${account}/password`, { present: 'x', password: second })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('id="present-fault"')
  expect(wrong.body).not.toContain(second)
  const short = await browser.submit(`${account}/password`, { present: first, password: 'kort' })
  expect(short.body).toContain('id="password-fault"')
  expect(await isIn(other)).toBe(true)
  const fields = { present: first, password: second }
  const changed = await browser.submit(`${account}/password`, fields)
  expect(changed.headers.location).toBe(`${account}?done=password`)
  expect((await browser.submit(`${account}/password`, fields)).statusCode).toBe(303)
  expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
  expect([(await signIn(first)).status, (await signIn(second)).status]).toEqual([422, 303])
  const lines = await svar.store.audit('nord', { by: email }, { most: 10 })
  expect(lines.map(({ what }) => what)).toEqual(['person.passwordChanged'])
})

test('whoever sits down at an open session cannot try passwords for long', async () => {
  const { browser } = await signIn()
  await browser.get(account)
  const statuses: number[] = []
  for (let turn = 0; turn < 22; turn += 1) {
    const fields = { present: `nummer ${turn}`, password: second }
    statuses.push((await browser.submit(`${account}/password`, fields)).statusCode)
  }
  expect(statuses.at(-1)).toBe(429)
  expect((await signIn(first)).status).toBe(303)
})

test('a name is changed, and colleagues see it', async () => {
  const { browser } = await signIn()
  await browser.get(account)
  expect((await browser.submit(`${account}/name`, { name: ' ' })).statusCode).toBe(422)
  expect((await browser.submit(`${account}/name`, { name: 'å'.repeat(101) })).statusCode).toBe(422)
  await browser.submit(`${account}/name`, { name: 'Åsa <Ek>' })
  expect((await browser.get('/office/people')).body).toContain('Åsa &lt;Ek>')
})

test('sessions are listed, and end one by one or all others at once', async () => {
  const { browser } = await signIn()
  const { browser: second } = await signIn()
  const { browser: third } = await signIn()
  const ids = [...(await browser.get(account)).body.matchAll(/name="session" value="([^"]+)"/g)]
  expect(ids).toHaveLength(2)
  await browser.submit(`${account}/sessions/end`, { session: ids[0]![1]! })
  expect([await isIn(second), await isIn(third)].filter(Boolean)).toHaveLength(1)
  await browser.submit(`${account}/sessions/others`, {})
  expect([await isIn(second), await isIn(third), await isIn(browser)]).toEqual([false, false, true])
})

test('another’s session is not ended, and looks like one that is not there', async () => {
  const { browser: theirs } = await signIn()
  const [session] = await svar.store.sessionsOf('nord', email, Date.parse('2026-07-01T10:00:00Z'))
  await svar.addUser('stranger@nord.example')
  email = 'stranger@nord.example'
  const { browser } = await signIn()
  await browser.get(account)
  const one = await browser.submit(`${account}/sessions/end`, { session: session!.id })
  const none = await browser.submit(`${account}/sessions/end`, { session: 'finns-inte' })
  expect([one.statusCode, one.headers.location]).toEqual([none.statusCode, none.headers.location])
  expect(await isIn(theirs)).toBe(true)
})
