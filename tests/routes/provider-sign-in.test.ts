import { beforeAll, describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ACT, NOON } from '../start.ts'
import { providerOffice } from './provider-office.ts'

const here = providerOffice()
const planner = { email_verified: true, name: 'Pia Plan', groups: ['annat', 'svar-plan'] }
const until = Temporal.Instant.from(NOON).epochMilliseconds + 1000

beforeAll(() => here.save())

test('the sign-in page offers it, and only where there is one', async () => {
  const { body } = await new Browser(here.svar.app).get('/office/sign-in')
  expect(body).toContain('href="/office/sign-in/nord"')
  expect(body).not.toContain('href="/office/sign-in/syd"')
  expect((await new Browser(here.svar.app).get('/office/sign-in/syd')).statusCode).toBe(404)
  expect((await new Browser(here.svar.app).get('/office/sign-in/nej')).statusCode).toBe(404)
})

test('someone new comes in with the role of the mapping, and is known by who they are', async () => {
  const { browser, reply } = await here.come('pia', { ...planner, email: 'Pia@nord.example' })
  expect([reply.statusCode, reply.headers.location]).toEqual([303, '/office'])
  expect((await browser.get('/office')).statusCode).toBe(200)
  expect((await browser.get('/office/people')).statusCode).toBe(403)
  const pia = await here.who('pia@nord.example')
  expect(pia).toMatchObject({ name: 'Pia Plan', role: 'planner', sites: ['norr'] })

  const other = { ...planner, email: 'pia.ny@nord.example', groups: ['svar-admin'] }
  const { browser: next } = await here.come('pia', other)
  expect((await next.get('/office/people')).statusCode).toBe(200)
  expect(await here.who('pia@nord.example')).toMatchObject({ id: pia!.id, role: 'administrator' })
  expect(await here.who('pia.ny@nord.example')).toBeUndefined()
  await here.come('pia', { ...planner, email: 'pia@nord.example' })
  expect(await here.who('pia@nord.example')).toMatchObject({ role: 'planner', sites: ['norr'] })
  const log = await here.svar.store.audit('nord', { by: pia!.id }, { most: 10 })
  const deeds = ['person.roleByProvider', 'person.roleByProvider', 'person.joinedByProvider']
  expect(log.map(({ what }) => what)).toEqual(deeds)
})

describe('is refused in words', () => {
  const refused = async (sub: string, person: object, words: string) => {
    const { browser, reply } = await here.come(sub, person)
    expect(reply.statusCode).toBe(403)
    expect(reply.body).toContain(words)
    expect((await browser.get('/office/account')).headers.location).toBe('/office/sign-in')
  }

  test('who has no role', () =>
    refused('nils', { ...planner, email: 'nils@nord.example', groups: ['annat'] }, 'ingen roll'))

  test('who has no address', () => refused('ada', planner, 'vilken e-postadress'))

  test('who is suspended', async () => {
    await here.come('sven', { ...planner, email: 'sven@nord.example' })
    const { id } = (await here.who('sven@nord.example'))!
    await here.svar.store.suspend('nord', id, ACT)
    await refused('sven', { ...planner, email: 'sven@nord.example' }, 'är avstängt')
  })

  test('who says to be a colleague, and the service does not vouch for it', async () => {
    const unproven = { ...planner, groups: ['svar-admin'], email_verified: false }
    await refused('falsk', { ...unproven, email: 'anna@nord.example' }, 'går inte i god')
    const invite = { id: 'ivar', name: 'Ivar', role: 'editor' as const, sites: [] }
    const code = { code: Buffer.from('ivar'), codeUntil: until }
    await here.svar.store.invite('nord', { ...invite, ...code, email: 'ivar@nord.example' }, ACT)
    await refused('ivar', { ...unproven, email: 'ivar@nord.example' }, 'går inte i god')
    expect(await here.who('ivar@nord.example')).toBeUndefined()
  })
})

test('an address of another office is an account of its own here', async () => {
  await here.come('bo', { ...planner, email: 'bo@syd.example' })
  const accounts = await here.svar.store.usersByEmail('bo@syd.example')
  expect(accounts.map(({ organisation, role }) => [organisation, role]).toSorted()).toEqual([
    ['nord', 'planner'],
    ['syd', 'administrator'],
  ])
})

test('who was asked in becomes who they were asked in as, and the link is used up', async () => {
  const code = { code: Buffer.from('eva'), codeUntil: until }
  const invite = { id: 'eva', name: 'Eva', email: 'eva@nord.example', sites: [], ...code }
  await here.svar.store.invite('nord', { ...invite, role: 'editor' }, ACT)
  const { reply } = await here.come('eva', { ...planner, email: 'eva@nord.example' })
  expect(reply.statusCode).toBe(303)
  expect(await here.who('eva@nord.example')).toMatchObject({ id: 'eva', role: 'planner' })
  expect(await here.svar.store.invited(code.code, until - 1)).toBeUndefined()
})

describe('what comes back', () => {
  const person = { ...planner, email: 'kim@nord.example' }

  test('leads in once, in the browser that began', async () => {
    const browser = new Browser(here.svar.app)
    here.provider.people.set('kim', person)
    const away = await browser.get('/office/sign-in/nord')
    const key = browser.cookies.get('svar-provider')!
    const { pathname, search } = new URL(await here.provider.signIn(away.headers.location!, 'kim'))
    const path = pathname + search
    expect((await browser.get(path)).statusCode).toBe(303)
    browser.cookies.set('svar-provider', key)
    const late = 'påbörjades inloggningen i en annan webbläsare'
    expect((await browser.get(path)).body).toContain(late)
    const stranger = new Browser(here.svar.app)
    expect((await stranger.get(path)).body).toContain(late)
    await stranger.get('/office/sign-in/nord')
    const crossed = await stranger.get(path)
    expect(crossed.statusCode).toBe(403)
    expect(crossed.body).toContain('stämde inte med det som Svar frågade efter')
    expect((await stranger.get('/office')).headers.location).toBe('/office/sign-in')
  })

  test.each([
    ['error=access_denied', 'avbröts hos tjänsten'],
    ['error=server_error', 'stämde inte'],
    ['', 'stämde inte'],
    ['code=x&code=y', 'stämde inte'],
  ])('as "%s" is a page in words', async (query, words) => {
    const browser = new Browser(here.svar.app)
    const away = await browser.get('/office/sign-in/nord')
    const state = new URL(away.headers.location!).searchParams.get('state')
    const iss = encodeURIComponent(here.provider.issuer)
    const reply = await browser.get(`/office/sign-in/callback?state=${state}&iss=${iss}&${query}`)
    expect(reply.statusCode).toBe(403)
    expect(reply.body).toContain(words)
  })

  test('is not even read where it is to another question', async () => {
    const browser = new Browser(here.svar.app)
    await browser.get('/office/sign-in/nord')
    const iss = encodeURIComponent(here.provider.issuer)
    const query = `state=another&iss=${iss}&error=access_denied`
    const { body } = await browser.get(`/office/sign-in/callback?${query}`)
    expect(body).toContain('stämde inte med det som Svar frågade efter')
  })

  test('after ten minutes is too late', async () => {
    const browser = new Browser(here.svar.app)
    const away = await browser.get('/office/sign-in/nord')
    here.provider.people.set('kim', person)
    const path = new URL(await here.provider.signIn(away.headers.location!, 'kim'))
    here.svar.setClock('2026-07-01T12:11:00+02:00')
    const reply = await browser.get(path.pathname + path.search)
    here.svar.setClock(NOON)
    expect(reply.body).toContain('Det tog för lång tid')
  })

  test('asks with PKCE, state and nonce, and leads back to the configured address', async () => {
    const browser = new Browser(here.svar.app)
    const away = await browser.get('/office/sign-in/nord', { host: 'ond.example' })
    const asked = new URL(away.headers.location!).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)!.length, name).toBeGreaterThan(30)
    }
    expect(asked.get('redirect_uri')).toBe('http://127.0.0.1:4999/office/sign-in/callback')
  })

  test('a session from before is another afterwards', async () => {
    const { browser } = await here.come('kim', person)
    const before = browser.cookies.get('svar-session')
    await browser.get('/office/account')
    await here.come('kim', person, browser)
    expect(browser.cookies.get('svar-session')).not.toBe(before)
  })
})
