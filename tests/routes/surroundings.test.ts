import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { ask, content } from '../make.ts'
import { start } from '../start.ts'

async function begin(environment: Record<string, string> = {}) {
  const svar = await start({ environment })
  onTestFinished(() => svar.close())
  return svar
}

describe('the metrics are read', () => {
  const FAR = '203.0.113.9'
  const token = 'a-token-of-the-tests-and-long-enough'

  test('by the machine itself, and by nobody else where there is no token', async () => {
    const { app } = await begin()
    const near = await app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })
    expect(near.body).toContain('# TYPE svar_replies_total counter')
    const others = [
      { remoteAddress: FAR },
      { remoteAddress: FAR, headers: { authorization: 'Bearer undefined' } },
      { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': FAR } },
    ]
    for (const other of others) {
      expect((await app.inject({ url: '/metrics', ...other })).statusCode).toBe(404)
    }
  })

  test('by others with the token', async () => {
    const { app } = await begin({ SVAR_METRICS_TOKEN: token })
    const metrics = (authorization = '') =>
      app.inject({ url: '/metrics', headers: { authorization }, remoteAddress: FAR })
    expect((await metrics(`Bearer ${token}`)).statusCode).toBe(200)
    for (const wrong of ['', token, `Bearer ${token}x`]) {
      const refused = await metrics(wrong)
      expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    }
  })
})

describe('a proxy', () => {
  /** The second of two people behind it, where one address may send once a minute. */
  async function second(environment: Record<string, string>, proxy: string) {
    const svar = await begin({ SVAR_SENDS_PER_MINUTE: '1', ...environment })
    await svar.open(content([ask.text('ord')]))
    const send = (person: number) =>
      svar.app.inject({
        method: 'POST',
        url: '/s/prov',
        remoteAddress: proxy,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `not an address, 198.51.100.${person}`,
        },
        payload: `submission=person-${person}&lang=sv&ord=hej`,
      })
    expect((await send(1)).statusCode).toBe(303)
    return (await send(2)).statusCode
  }
  const trusting = { SVAR_TRUST_PROXY: '10.0.0.7, 192.0.2.0/24,2001:db8::/32' }

  test.each([
    ['127.0.0.1', {}, 303],
    ['::1', trusting, 303],
    ['10.0.0.7', {}, 429],
    ['10.0.0.7', trusting, 303],
    ['10.0.0.8', trusting, 429],
    ['192.0.2.200', trusting, 303],
    ['::ffff:192.0.2.200', trusting, 303],
    ['2001:db8::5', trusting, 303],
    ['2001:db9::5', trusting, 429],
  ])('%s says for whom it asks: with %j the second gets %i', async (proxy, environment, status) => {
    expect(await second(environment, proxy)).toBe(status)
  })
})

test('an address with https is asked for by https from then on', async () => {
  const svar = await begin({ SVAR_BASE_URL: 'https://svar.example.se' })
  await svar.open(content([ask.text('ord')]))
  for (const url of ['/s/prov', '/office/sign-in', '/api/openapi.json', '/finns-inte']) {
    const reply = await svar.app.inject({ url, headers: { 'accept-encoding': 'gzip' } })
    expect(reply.headers['strict-transport-security']).toBe('max-age=31536000')
  }
  const plain = await begin({ SVAR_BASE_URL: 'http://svar.example.se' })
  expect((await plain.app.inject('/')).headers['strict-transport-security']).toBeUndefined()
})

test.each([
  ['PORT', '99999'],
  ['SVAR_SENDS_PER_MINUTE', '0'],
  ['SVAR_BASE_URL', 'svar.example.se'],
  ['SVAR_BASE_URL', 'https://svar.example.se/svar'],
  ['SVAR_BASE_URL', 'https://svar:pass@svar.example.se'],
  ['SVAR_METRICS_TOKEN', 'short'],
  ['SVAR_METRICS_TOKEN', 'long enough, but with gaps in it'],
  ['SVAR_TRUST_PROXY', 'proxy.example.se'],
  ['SVAR_TRUST_PROXY', '10.0.0.0/33'],
  ['SVAR_TRUST_PROXY', '10.0.0.7,10.0.0/8'],
])('%s=%s stops the start with one clear line', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: must [^\n]+$`))
})
