import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { start, type Started } from '../start.ts'
import { signedIn } from './publishing.ts'

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.choice('val', { required: true })]))
  anna = await signedIn(svar)
})
afterAll(() => svar.close())

const zipped = { 'accept-encoding': 'gzip, br' }

test.each(['/', '/s/prov/privacy', '/s/prov/thanks', '/accessibility', '/receipt', '/s/nowhere'])(
  'a phone gets %s in less than half of its length, and the same page',
  async (url) => {
    const plain = await svar.app.inject({ url })
    const reply = await svar.app.inject({ url, headers: zipped })
    expect(reply.headers['content-encoding']).toBe('gzip')
    expect(reply.headers.vary).toContain('Accept-Encoding')
    expect(reply.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
    expect(reply.headers['content-length']).toBe(String(reply.rawPayload.length))
    expect(gunzipSync(reply.rawPayload).toString()).toBe(plain.body)
  },
)

test('also the form with its faults', async () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const payload = 'submission=abcdefghijklmnop&lang=sv'
  const asked = {
    method: 'POST',
    url: '/s/prov',
    payload,
    headers: { ...zipped, ...type },
  } as const
  const reply = await svar.app.inject(asked)
  expect(reply.statusCode).toBe(422)
  expect(gunzipSync(reply.rawPayload).toString()).toContain('Något behöver rättas')
})

test('a page of the office, with its token, is sent as it is', async () => {
  const reply = await anna.get('/office/account', zipped)
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-encoding']).toBeUndefined()
})
