import { describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { factor, factorOffice, isIn, notThis, password, step } from './factor-office.ts'
import { onceOf } from './two-offices.ts'

const here = factorOffice()
const { codeOf, give, later, turnOn, withFactor } = here

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
    const owner = here.email
    const person = `/office/people/${encodeURIComponent(owner)}`
    expect((await own.get(person)).body).not.toContain('Nollställ')
    expect((await own.submit(`${person}/sign-in`, {})).statusCode).toBe(403)
    const chief = `chef-${owner}`
    await here.svar.addUser(chief)
    const { browser } = await give(new Browser(here.svar.app), chief)
    expect((await browser.get(person)).body).toContain('Nollställ')
    expect((await browser.submit(`${person}/sign-in`, {})).statusCode).toBe(303)
    const [line] = await here.svar.store.audit('nord', { by: chief }, { most: 1 })
    expect(line).toMatchObject({ what: 'person.signInReset', object: owner })
    expect((await give()).to).toBe('/office')
  })
})

test('who changes the password stays signed in, under another token', async () => {
  const { browser } = await withFactor()
  const before = browser.cookies.get('svar-session')
  await browser.get('/office/account')
  const fields = { present: password, password: 'en helt annan lång mening' }
  const sent = await browser.submit('/office/account/password', fields)
  expect((await browser.get(sent.headers.location!)).statusCode).toBe(200)
  expect(browser.cookies.get('svar-session')).not.toBe(before)
  const old = new Browser(here.svar.app)
  old.cookies.set('svar-session', before!)
  expect(await isIn(old)).toBe(false)
})

describe('where the organisation demands it', () => {
  test('who has none sets one up before anything else, and cannot turn it off', async () => {
    const chief = 'chef@strang.example'
    const { browser } = await give(new Browser(here.svar.app), chief)
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
    expect((await give(new Browser(here.svar.app), chief)).to).toBe(step)
  })
})
