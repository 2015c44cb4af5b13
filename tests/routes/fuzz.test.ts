import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, content, options, sites } from '../make.ts'
import { runs, seeded } from '../random.ts'
import { NOON, start, type Started } from '../start.ts'
import { tablet } from '../tablet.ts'

const REQUESTS = runs(3000)
const PATIENCE = { timeout: REQUESTS * 60 }

let svar: Started
let port: number
let token: string
beforeAll(async () => {
  svar = await start({ environment: { SVAR_SENDS_PER_MINUTE: '1000000' } })
  await svar.open(
    content(
      [
        ask.choice('val', { other: true, options: options('a', 'b') }),
        ask.choices('flera', { none: true, other: true, max: 2 }),
        ask.scale('skala'),
        ask.number('tal', { decimals: 1 }),
        ask.ranking('ordning'),
        ask.text('ord', { showIf: { question: 'val', is: ['a'] } }),
      ],
      { sites: sites('norr') },
    ),
  )
  await svar.addUser('anna@nord.example')
  token = (await tablet(svar, NOON)).token
  await svar.app.listen({ port: 0, host: '127.0.0.1' })
  port = (svar.app.server.address() as AddressInfo).port
})
afterAll(() => svar.close())

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]) => list[Math.floor(random() * list.length)]!

const nasty = [
  '',
  '\0',
  '%00',
  '%ff%fe',
  '%',
  '..%2f..%2fetc%2fpasswd',
  '__proto__',
  'constructor',
  'toString',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=x>',
  '\ud800',
  'a'.repeat(3000),
  '🙈'.repeat(200),
  '‮abc',
  '9'.repeat(400),
  '-1',
  '1e999',
  'NaN',
  '{{7*7}}',
  '${1}',
  '[object Object]',
  'a',
  'b',
  'norr',
  'dontknow',
  '3',
  'prov',
  'sv',
  'sending-fuzzed-1',
]
const names = [
  'submission',
  'lang',
  'site',
  'to',
  'val',
  'val.other',
  'flera',
  'flera.other',
  'skala',
  'ordning',
  'ordning.a',
  'ordning.b',
  'ord',
  'channel',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '_csrf',
  'email',
  'password',
  '',
]
const paths = [
  '/',
  '/s/prov',
  '/s/prov/thanks',
  '/receipt',
  '/receipt/withdrawn',
  '/s/prov/privacy',
  '/s/prov/results',
  '/s',
  '/s/',
  '/accessibility',
  '/was',
  '/office',
  '/office/sign-in',
  '/office/sign-out',
  '/office/surveys/prov',
  '/office/welcome/x',
  '/office/surveys/prov/live',
  '/api/surveys/prov/results',
  '/api/surveys/prov/responses',
  '/api/openapi.json',
  '/kiosk',
  '/kiosk/enrol',
  '/kiosk/heartbeat',
  '/kiosk/responses',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/assets/',
  '/manifest.json',
]
const methods = [
  'GET',
  'POST',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'HEAD',
  'TRACE',
  'BREW',
]
const types = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'application/json',
  'text/plain',
  'multipart/form-data',
  'application/x-www-form-urlencoded; charset=utf-16',
  '',
  ';;;',
]

function body(random: Random): Buffer {
  const kind = random()
  if (kind < 0.1) return Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256)))
  if (kind < 0.2) return Buffer.from(`${'['.repeat(5000)}${']'.repeat(5000)}`)
  if (kind < 0.25)
    return Buffer.from(`{"__proto__":{"a":1},"id":${JSON.stringify(pick(random, nasty))}}`)
  if (kind < 0.3) return Buffer.from('a=b&'.repeat(80_000))
  const parts = Array.from({ length: Math.floor(random() * 12) }, () => {
    const value = pick(random, nasty)
    return `${pick(random, names)}=${random() < 0.5 ? value : encodeURIComponent(value.toWellFormed())}`
  })
  return Buffer.from(parts.join('&'))
}

function request(random: Random): Buffer {
  const method = pick(random, methods)
  const raw = pick(random, nasty).replace(/[\s\0]/g, '')
  const path = random() < 0.7 ? pick(random, paths) : `${pick(random, paths)}/${raw}`
  const query =
    random() < 0.4 ? `?${pick(random, names)}=${pick(random, nasty).replace(/[\s\0]/g, '')}` : ''
  const payload = method === 'GET' || method === 'HEAD' ? Buffer.alloc(0) : body(random)
  const headers = [
    `${method} ${path}${query} HTTP/1.1`,
    'Host: x',
    'Connection: close',
    `Accept-Language: ${pick(random, ['sv', 'da', ';;q=', '*', 'x'.repeat(900)])}`,
    `Cookie: svar-session=${pick(random, ['x', '%', 'a=b', '\u00ff'])}`,
    `Authorization: ${pick(random, ['Bearer x', 'Bearer', 'Basic =', `Bearer ${'a'.repeat(50)}`, `Bearer ${token}`])}`,
    `Content-Type: ${pick(random, types)}`,
    `Content-Length: ${payload.length}`,
  ]
  return Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n`), payload])
}

/** The reply's status, or 0 where the connection was closed without one. */
function send(bytes: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let reply = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (part) => {
      reply = (reply + part.toString('latin1')).slice(0, 20)
      if (reply.length >= 12) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1] ?? 0)))
  })
}

test(`no 5xx from ${REQUESTS} hostile requests, and the store unharmed`, PATIENCE, async () => {
  const random = seeded('fuzz')
  const statuses = new Map<number, number>()
  for (let done = 0; done < REQUESTS; done += 20) {
    const batch = Array.from({ length: 20 }, () => request(random))
    const replies = await Promise.all(batch.map(send))
    for (const [index, status] of replies.entries()) {
      expect(status < 500, `${status} for ${batch[index]!.subarray(0, 300).toString()}`).toBe(true)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  console.log(Object.fromEntries(statuses))
  // It was not turned away at the gate: pages, redirects and faults all occurred.
  for (const status of [200, 303, 404, 413, 415, 422])
    expect(statuses.has(status), String(status)).toBe(true)
  expect(await svar.store.check()).toMatchObject({ ok: true, faults: [] })
  expect((await svar.app.inject('/s/prov')).statusCode).toBe(200)
})
