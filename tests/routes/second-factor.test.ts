import { describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ACT } from '../start.ts'
import { factor, factorOffice, isIn, keyOn, notThis, step } from './factor-office.ts'
import { onceOf } from './two-offices.ts'

const here = factorOffice()
const { codeOf, give, later, withFactor } = here

describe('setting up', () => {
  test('counts from a right code on, and the session goes on under another token', async () => {
    const { browser } = await give()
    const page = (await browser.get(factor)).body
    const key = keyOn(page)
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
    const stored = JSON.stringify(await here.svar.store.secondFactor(here.email))
    expect(stored).not.toContain(key)
    const log = await here.svar.store.audit('nord', { by: here.email }, { most: 10 })
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
    await here.svar.store.changePassword('nord', here.email, 'annat', Buffer.from(''), ACT)
    expect((await changed.get(step)).headers.location).toBe('/office/sign-in')
  })

  test('who knows the password cannot try codes for long, at whatever address', async () => {
    const { key } = await withFactor()
    later(30)
    const statuses: number[] = []
    for (let turn = 0; turn < 8; turn += 1) {
      const { browser } = await give(new Browser(here.svar.app, `198.51.100.${turn}`))
      for (let code = 0; code < 4; code += 1) {
        const reply = await browser.submit(step, { code: notThis(codeOf(key)) })
        statuses.push(reply.statusCode)
      }
    }
    expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})
