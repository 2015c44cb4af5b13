import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareCode } from '../../src/enrolment.ts'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import type { Enrolled } from '../../src/survey/tablets/kiosk.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { addTablet, heartbeat, post, tablet } from '../tablet.ts'

const survey = content([ask.choice('val')], { sites: sites('norr', 'syd') })

let svar: Started
beforeEach(async () => {
  svar = await start()
  await svar.open(survey)
})
afterEach(() => svar.close())

const enrol = (code: unknown, address = '198.51.100.1') =>
  svar.app.inject({
    method: 'POST',
    url: '/kiosk/enrol',
    remoteAddress: '127.0.0.1',
    headers: { 'x-forwarded-for': address },
    payload: { code },
  })

test('a code becomes a token, once, and tells the tablet all that it needs', async () => {
  const { id, code, device } = await addTablet(svar, NOON)
  const first = await enrol(code)
  expect(first.statusCode).toBe(200)
  expect(first.headers['cache-control']).toBe('no-store')
  const { token, reply } = first.json<Enrolled>()
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(reply).toMatchObject({ now: Date.parse(NOON), state: 'active' })
  expect(reply.setup).toMatchObject({
    device: { name: 'Entrén' },
    organisation: { id: 'nord' },
    site: 'norr',
    pin: device.pin,
    surveys: [{ questionnaire: { id: 'prov', number: 1 } }],
  })
  expect((await post(svar, '/kiosk/heartbeat', heartbeat, token)).statusCode).toBe(200)
  const again = await enrol(code)
  expect(again.statusCode).toBe(404)
  expect(again.json()).toMatchObject({ error: 'unknown' })
  expect(await svar.store.devices('nord')).toMatchObject([
    { id, enrolledAt: '2026-07-01T10:00:00Z' },
  ])
})

test('a code is read leniently', async () => {
  const { code } = await addTablet(svar, NOON)
  const typed = ` ${code.slice(0, 3).toLowerCase()} - ${code.slice(3, 5)}–${code.slice(5)}\n`
  expect((await enrol(typed)).statusCode).toBe(200)
})

test('a code holds ten minutes', async () => {
  const { code } = await addTablet(svar, NOON)
  const { code: other } = await addTablet(svar, NOON)
  svar.setClock('2026-07-01T12:10:00+02:00')
  expect((await enrol(code)).statusCode).toBe(200)
  svar.setClock('2026-07-01T12:10:00.001+02:00')
  expect((await enrol(other)).statusCode).toBe(404)
})

test('guessing from one address stops, and shuts nobody else out', async () => {
  const statuses = []
  for (let tried = 0; tried < 21; tried += 1) statuses.push((await enrol('23456789')).statusCode)
  expect(statuses).toEqual([...Array<number>(20).fill(404), 429])
  const { code } = await addTablet(svar, NOON)
  const refused = await enrol(code)
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.json()).toEqual({ error: 'too-many', reasons: [] })
  expect((await enrol(code, '203.0.113.1')).statusCode).toBe(200)
})

test('enrolled anew, the former token is unknown', async () => {
  const one = await tablet(svar, NOON)
  const { hashed, code } = prepareCode(Date.parse(NOON))
  await svar.store.renewCode('nord', one.id, hashed.code, hashed.codeUntil, ACT)
  expect((await one.post('/kiosk/heartbeat', heartbeat)).statusCode).toBe(200)
  expect((await enrol(code)).statusCode).toBe(200)
  const former = await one.post('/kiosk/heartbeat', heartbeat)
  expect(former.statusCode).toBe(401)
  expect(former.json()).toMatchObject({ error: 'signed-out' })
})

test("a tablet's token opens nothing else", async () => {
  const { token } = await tablet(svar, NOON)
  const headers = { authorization: `Bearer ${token}` }
  const get = async (url: string) => (await svar.app.inject({ url, headers })).statusCode
  expect(await get('/api/surveys/prov/results')).toBe(401)
  expect(await get('/api/surveys/prov/results.csv')).toBe(401)
  const office = await svar.app.inject({
    url: '/office',
    headers: { ...headers, cookie: `svar-session=${token}` },
  })
  expect([office.statusCode, office.headers.location]).toEqual([303, '/office/sign-in'])
})

test('and no other token is a tablet’s', async () => {
  const secret = makeSecret()
  await svar.store.addToken(hashSecret(secret), 'nord', 'import', { ...ACT, at: '2026-07-01' })
  for (const path of ['/kiosk/heartbeat', '/kiosk/responses']) {
    expect((await post(svar, path, heartbeat, secret)).statusCode).toBe(401)
    expect((await post(svar, path, heartbeat)).statusCode).toBe(401)
  }
})
