import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { onceOf } from './two-offices.ts'

const password = 'lång och god mening'
const step = '/office/second-step'
const factor = '/office/account/second-factor'
const noon = Temporal.Instant.from(NOON)

let svar: Started
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')]))
})
afterAll(() => svar.close())

let email: string
let seconds = 0
let count = 0
beforeEach(async () => {
  count += 1
  email = `n${count}@nord.example`
  await svar.addUser(email)
  later(0)
})

/** Sets the clock; codes are of half a minute each. */
function later(more: number) {
  seconds = more === 0 ? 0 : seconds + more
  svar.setClock(noon.add({ seconds }).toString())
}
const codeOf = (key: string) =>
  new TOTP({ secret: key }).generate({ timestamp: noon.epochMilliseconds + seconds * 1000 })
const notThis = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const isIn = async (browser: Browser) => (await browser.get('/office/account')).statusCode === 200

async function give(browser = new Browser(svar.app)) {
  await browser.get('/office/sign-in')
  const reply = await browser.submit('/office/sign-in', { email, password })
  await browser.get(step)
  return { browser, to: reply.headers.location }
}

async function turnOn(browser: Browser) {
  const page = (await browser.get(factor)).body
  const key = /class="typed">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
  const once = onceOf(page)
  const sent = await browser.submit(factor, { once, code: codeOf(key) })
  const codes = [
    ...(await browser.get(sent.headers.location!)).body.matchAll(/<li>([-A-Z0-9]{19})<\/li>/g),
  ].map(([, code]) => code!)
  return { key, once, sent, codes }
}

/** Someone with a second factor, and what they have on their telephone and on paper. */
async function withFactor() {
  const { browser } = await give()
  return { browser, ...(await turnOn(browser)) }
}

describe('setting up', () => {
  test('counts from a right code on, and the session goes on under another token', async () => {
    const { browser } = await give()
    const page = (await browser.get(factor)).body
    const key = /class="typed">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
    const once = onceOf(page)
    const wrong = await browser.submit(factor, { once, code: notThis(codeOf(key)) })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('id="code-fault"')
    expect(onceOf(wrong.body)).toBe(once)
    expect((await give()).to).toBe('/office')
    const old = browser.cookies.get('svar-session')!
    await browser.submit(factor, { once, code: codeOf(key) })
    expect(browser.cookies.get('svar-session')).not.toBe(old)
    expect(await isIn(browser)).toBe(true)
    browser.cookies.set('svar-session', old)
    expect(await isIn(browser)).toBe(false)
    expect((await give()).to).toBe(step)
  })

  test('shows ten recovery codes once; the same form twice is one', async () => {
    const { browser, codes, key, once } = await withFactor()
    expect(new Set(codes).size).toBe(10)
    const again = await browser.submit(factor, { once, code: codeOf(key) })
    expect((await browser.get(again.headers.location!)).body).toContain(codes[9]!)
    later(11 * 60)
    const late = await browser.get('/office/account/recovery-codes')
    expect(late.headers.location).toBe('/office/account')
    const { body } = await browser.get('/office/account')
    expect(body).not.toContain(codes[0]!)
    const stored = JSON.stringify(await svar.store.secondFactor(email))
    expect(stored).not.toContain(key)
    const log = await svar.store.audit('nord', { by: email }, { most: 10 })
    expect(log.map(({ what }) => what)).toEqual(['person.factorOn'])
  })
})

describe('signing in', () => {
  test('a password alone opens no door', async () => {
    await withFactor()
    const { browser, to } = await give()
    expect(to).toBe(step)
    for (const door of ['/office', '/office/account', factor, '/office/people']) {
      expect((await browser.get(door)).headers.location, door).toBe(step)
    }
    const half = browser.cookies.get('svar-step')!
    browser.cookies.set('svar-session', half)
    expect(await isIn(browser)).toBe(false)
  })

  test('a right code leads in, once, and the half session is over', async () => {
    const { key } = await withFactor()
    later(30)
    const { browser } = await give()
    const half = browser.cookies.get('svar-step')!
    const right = await browser.submit(step, { code: codeOf(key) })
    expect([right.statusCode, right.headers.location]).toEqual([303, '/office'])
    expect(await isIn(browser)).toBe(true)
    expect(browser.cookies.has('svar-step')).toBe(false)
    const { browser: other } = await give()
    const replayed = await other.submit(step, { code: codeOf(key) })
    expect(replayed.statusCode).toBe(422)
    expect(replayed.body).toContain('redan använd')
    other.cookies.set('svar-step', half)
    expect((await other.get(step)).headers.location).toBe('/office/sign-in')
  })

  test('the code that turned it on is used; one of a minute ago or ahead is wrong', async () => {
    const { key } = await withFactor()
    const { browser } = await give()
    expect((await browser.submit(step, { code: codeOf(key) })).statusCode).toBe(422)
    later(30)
    const old = codeOf(key)
    later(60)
    expect((await browser.submit(step, { code: old })).statusCode).toBe(422)
    expect((await browser.submit(step, { code: codeOf(key) })).statusCode).toBe(303)
  })

  test('a recovery code works once, however it is typed', async () => {
    const { codes } = await withFactor()
    const typed = codes[3]!.toLowerCase().replaceAll('-', ' ')
    const { browser } = await give()
    expect((await browser.submit(step, { recovery: typed })).statusCode).toBe(303)
    expect(await isIn(browser)).toBe(true)
    const { browser: other } = await give()
    const again = await other.submit(step, { recovery: codes[3]! })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('id="recovery-fault"')
    expect((await browser.get(factor)).body).toContain('Du har 9 reservkoder kvar.')
  })

  test('five wrong codes end the half session', async () => {
    const { key } = await withFactor()
    later(30)
    const { browser } = await give()
    const wrong = notThis(codeOf(key))
    for (let turn = 0; turn < 4; turn += 1) {
      expect((await browser.submit(step, { code: wrong })).body).toContain('id="code-fault"')
    }
    expect((await browser.submit(step, { code: wrong })).body).toContain('Börja om med lösenordet')
    const right = await browser.submit(step, { code: codeOf(key) })
    expect(right.headers.location).toBe('/office/sign-in')
    expect(await isIn(browser)).toBe(false)
  })

  test('a half session lasts ten minutes, and not past a new password or a suspension', async () => {
    const { key } = await withFactor()
    const { browser: late } = await give()
    later(11 * 60)
    expect((await late.submit(step, { code: codeOf(key) })).headers.location).toBe(
      '/office/sign-in',
    )
    const { browser: changed } = await give()
    await svar.store.changePassword('nord', email, 'annat', Buffer.from(''), ACT)
    expect((await changed.get(step)).headers.location).toBe('/office/sign-in')
  })

  test('who knows the password cannot try codes for long, at whatever address', async () => {
    const { key } = await withFactor()
    later(30)
    const statuses: number[] = []
    for (let turn = 0; turn < 8; turn += 1) {
      const { browser } = await give(new Browser(svar.app, `198.51.100.${turn}`))
      for (let code = 0; code < 4; code += 1) {
        const reply = await browser.submit(step, { code: notThis(codeOf(key)) })
        statuses.push(reply.statusCode)
      }
    }
    expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('turning off', () => {
  test('asks for password and code', async () => {
    const { browser, key } = await withFactor()
    later(30)
    const off = (fields: Record<string, string>) => browser.submit(`${factor}/off`, fields)
    const code = codeOf(key)
    const unknown = await off({ 'off-present': 'fel', 'off-code': code })
    expect(unknown.body).toContain('id="off-present-fault"')
    const wrong = await off({ 'off-present': password, 'off-code': notThis(code) })
    expect(wrong.body).toContain('id="off-code-fault"')
    expect((await give()).to).toBe(step)
    const right = await off({ 'off-present': password, 'off-code': code })
    expect(right.headers.location).toBe('/office/account?done=factorOff')
    expect((await give()).to).toBe('/office')
  })

  test('new recovery codes void the old ones', async () => {
    const { browser, codes, key } = await withFactor()
    later(30)
    const once = onceOf((await browser.get(factor)).body)
    const fields = { once, 'codes-present': password, 'codes-code': codeOf(key) }
    const sent = await browser.submit(`${factor}/codes`, fields)
    expect(sent.headers.location).toBe('/office/account/recovery-codes')
    expect((await browser.submit(`${factor}/codes`, fields)).statusCode).toBe(303)
    const { browser: other } = await give()
    expect((await other.submit(step, { recovery: codes[0]! })).statusCode).toBe(422)
  })

  test('an administrator resets a colleague’s, and nobody their own that way', async () => {
    const { browser: own } = await withFactor()
    const person = `/office/people/${encodeURIComponent(email)}`
    expect((await own.get(person)).body).not.toContain('Nollställ')
    expect((await own.submit(`${person}/sign-in`, {})).statusCode).toBe(403)
    const owner = email
    email = `chef-${owner}`
    await svar.addUser(email)
    const { browser } = await give()
    expect((await browser.get(person)).body).toContain('Nollställ')
    expect((await browser.submit(`${person}/sign-in`, {})).statusCode).toBe(303)
    const [line] = await svar.store.audit('nord', { by: email }, { most: 1 })
    expect(line).toMatchObject({ what: 'person.signInReset', object: owner })
    email = owner
    expect((await give()).to).toBe('/office')
  })
})

describe('where the organisation demands it', () => {
  beforeAll(async () => {
    await svar.open(content([ask.text('ord')], { id: 'strang' }), 'strang')
    await svar.addUser('chef@strang.example', 'strang')
  })

  test('who has none sets one up before anything else, and cannot turn it off', async () => {
    email = 'chef@strang.example'
    const { browser } = await give()
    await browser.get('/office/organisation/sign-in')
    await browser.submit('/office/organisation/sign-in/second-factor', { demanded: 'yes' })
    for (const door of ['/office', '/office/account', '/office/organisation/sign-in']) {
      expect((await browser.get(door)).headers.location, door).toBe(factor)
    }
    const page = await browser.get(factor)
    expect(page.body).toContain('Din organisation kräver')
    expect(page.body).not.toContain('class="rooms"')
    const { codes } = await turnOn(browser)
    expect(await isIn(browser)).toBe(true)
    const fields = { 'off-present': password, 'off-code': codes[0]! }
    expect((await browser.submit(`${factor}/off`, fields)).statusCode).toBe(403)
    expect((await give()).to).toBe(step)
    email = 'n1@nord.example'
  })
})
