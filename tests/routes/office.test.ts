import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '../../src/secrets.ts'
import { formOf } from '../form.ts'
import { ask, content } from '../make.ts'
import { Browser } from '../browser-by-hand.ts'
import { ACT, NOON, start, type Started } from '../start.ts'

let svar: Started
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')]))
  await svar.open(content([ask.text('ord')], { id: 'annans' }), 'syd')
  await svar.addUser('anna@nord.example')
})
afterAll(() => svar.close())

const password = 'lång och god mening'
const person = () => new Browser(svar.app)

async function signIn(browser: Browser, email = 'anna@nord.example', secret = password) {
  await browser.get('/office/sign-in')
  return browser.submit('/office/sign-in', { email, password: secret })
}

describe('signing in', () => {
  test('leads to the surveys of one’s own organisation only', async () => {
    const browser = person()
    expect((await browser.get('/office')).headers.location).toBe('/office/sign-in')
    expect((await signIn(browser)).headers.location).toBe('/office')
    const page = await browser.get('/office')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('/office/surveys/prov')
    expect(page.body).not.toContain('annans')
    expect((await browser.get('/office/surveys/prov')).statusCode).toBe(200)
  })

  test('a foreign survey looks exactly like an unknown one', async () => {
    const browser = person()
    await signIn(browser)
    for (const tail of ['', '/live']) {
      const one = await browser.get(`/office/surveys/annans${tail}`)
      const other = await browser.get(`/office/surveys/finnsin${tail}`)
      expect(one.statusCode).toBe(404)
      const neutral = (body: string) => body.replaceAll(/annans|finnsin|value="[^"]+"/g, '')
      expect(neutral(one.body)).toBe(neutral(other.body))
    }
  })

  test('a wrong password and an unknown address get the same words', async () => {
    const wrong = await signIn(person(), 'anna@nord.example', 'something else entirely')
    const unknown = await signIn(person(), 'none@nord.example', 'something else entirely')
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422])
    const neutral = (body: string) => body.replaceAll(/value="[^"]*"/g, '')
    expect(neutral(wrong.body)).toBe(neutral(unknown.body))
  })

  test('a guesser has to wait, a colleague at another address need not', async () => {
    const guesser = person()
    await guesser.get('/office/sign-in')
    const tries = []
    for (let index = 0; index < 12; index += 1) {
      tries.push(
        await guesser.submit('/office/sign-in', { email: 'bo@nord.example', password: 'x' }),
      )
    }
    expect(tries.at(-1)!.statusCode).toBe(429)
    expect(Number(tries.at(-1)!.headers['retry-after'])).toBeGreaterThan(0)
    const colleague = new Browser(svar.app, '203.0.113.9')
    await svar.addUser('bo@nord.example')
    expect((await signIn(colleague, 'bo@nord.example')).statusCode).toBe(303)
  })

  test('one who changes the name each time has to wait as well', async () => {
    const guesser = new Browser(svar.app, '203.0.113.77')
    await guesser.get('/office/sign-in')
    const statuses = []
    for (let index = 0; index < 62; index += 1) {
      const fields = { email: `p${index}@nord.example`, password: '' }
      statuses.push((await guesser.submit('/office/sign-in', fields)).statusCode)
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(422))
    expect(statuses.at(-1)).toBe(429)
  })

  test('each sign-in is a new session; signing out ends it', async () => {
    const browser = person()
    await signIn(browser)
    const first = browser.cookies.get('svar-session')
    await browser.get('/office')
    await browser.submit('/office/sign-out', {})
    browser.cookies.set('svar-session', first!)
    expect((await browser.get('/office')).headers.location).toBe('/office/sign-in')
    await signIn(browser)
    expect(browser.cookies.get('svar-session')).not.toBe(first)
  })

  test('a session ends when idle, and after a day’s work in any case', async () => {
    const browser = person()
    await signIn(browser)
    svar.setClock('2026-07-01T13:59:00+02:00')
    expect((await browser.get('/office')).statusCode).toBe(200)
    svar.setClock('2026-07-01T16:00:00+02:00')
    expect((await browser.get('/office')).statusCode).toBe(303)
    svar.setClock(NOON)
  })

  test('cookies are for the office alone and out of reach of scripts', async () => {
    const browser = person()
    const reply = await signIn(browser)
    const session = [reply.headers['set-cookie']]
      .flat()
      .find((line) => line?.startsWith('svar-session='))
    expect(session).toMatch(/Path=\/office/)
    expect(session).toMatch(/HttpOnly/)
    expect(session).toMatch(/SameSite=Lax/)
  })
})

describe('forged forms', () => {
  test.each(['/office/sign-in', '/office/sign-out'])(
    '%s without its token is refused',
    async (url) => {
      const browser = person()
      await signIn(browser)
      const reply = await browser.post(url, formOf({ email: 'anna@nord.example', password }))
      expect(reply.statusCode).toBe(403)
    },
  )
})

describe('the one-time link', () => {
  test('makes the first user, once', async () => {
    await svar.store.saveOrganisation(
      { id: 'ost', name: 'Öst', accent: '#0b5f66', demo: false },
      ACT,
    )
    await svar.store.saveWelcome('ost', hashSecret('engangskod'))
    const browser = person()
    const url = '/office/welcome/engangskod'
    expect((await browser.get(url)).body).toContain('Öst')
    const short = { name: 'Åsa', email: 'asa@ost.example', password: 'kort' }
    const again = await browser.submit(url, short)
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('asa@ost.example')
    expect((await browser.submit(url, { ...short, password })).headers.location).toBe('/office')
    expect((await browser.get('/office')).statusCode).toBe(200)
    expect((await person().get(url)).statusCode).toBe(410)
  })

  test('dies when someone comes in another way', async () => {
    await svar.store.saveOrganisation(
      { id: 'mitt', name: 'Mitt', accent: '#0b5f66', demo: false },
      ACT,
    )
    await svar.store.saveWelcome('mitt', hashSecret('tredjekod'))
    await svar.addUser('maj@mitt.example', 'mitt')
    expect((await person().get('/office/welcome/tredjekod')).statusCode).toBe(410)
  })

  test('works for an address that has an account in another organisation', async () => {
    await svar.store.saveOrganisation(
      { id: 'vast', name: 'Väst', accent: '#0b5f66', demo: false },
      ACT,
    )
    await svar.store.saveWelcome('vast', hashSecret('annankod'))
    const browser = person()
    const url = '/office/welcome/annankod'
    await browser.get(url)
    const known = { name: 'Ann', email: 'anna@nord.example', password: 'helt egna vägar in' }
    expect((await browser.submit(url, known)).headers.location).toBe('/office')
    expect((await browser.get(url)).statusCode).toBe(410)
    expect((await signIn(person())).headers.location).toBe('/office')
  })
})
