import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, content, options, sites, text } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'

const languages = ['sv', 'da']
const survey = content(
  [
    ask.choice('val', { required: true, other: true, options: options('a', 'b') }),
    ask.text('ord', { max: 40 }),
  ],
  {
    languages,
    title: { sv: 'Prov på svenska', da: 'Prøve på dansk' },
    intro: text('Vi frågar.', languages),
    sites: sites('norr', 'soder'),
  },
)

let svar: Started
beforeAll(async () => {
  svar = await start()
  await svar.open(survey)
  await svar.open(content([ask.text('ord')], { id: 'senare', opens: '2026-07-02' }))
})
afterAll(() => svar.close())

const get = (url: string, headers = {}) => svar.app.inject({ url, headers })
const responses = async (id = 'prov') => (await svar.store.participation('nord', id))?.responses
const sent = (id: string, more = {}) => ({
  submission: `sending-${id}`,
  lang: 'sv',
  val: 'a',
  ...more,
})

describe('the page', () => {
  test('says its language, needs no cookie and allows no style but its own', async () => {
    const page = await get('/s/prov')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-language']).toBe('sv')
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.headers['cache-control']).toBe('no-store')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).not.toContain('unsafe')
    const [, css] = /<style>([\s\S]*?)<\/style>/.exec(page.body)!
    const hash = createHash('sha256').update(css!).digest('base64')
    expect(policy).toContain(`style-src 'sha256-${hash}'`)
    expect(page.body).not.toMatch(/\sstyle="|<script(?![^>]*src=)|\son[a-z]+="/)
    expect([...page.body.matchAll(/(?:src|href|action)="(https?:)?\/\/[^"]*/g)]).toEqual([])
  })

  test('is the same compressed, with an id of its own each time', async () => {
    const zipped = await get('/s/prov', { 'accept-encoding': 'gzip' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    const id = /name="submission" value="([^"]+)"/
    const unzipped = gunzipSync(zipped.rawPayload).toString()
    const plain = (await get('/s/prov')).body
    expect(unzipped.replace(id, '')).toBe(plain.replace(id, ''))
    expect(id.exec(unzipped)![1]).not.toBe(id.exec(plain)![1])
  })

  test.each([
    ['gzip, deflate, br, zstd', 'gzip'],
    ['*', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['br;q=1.0, GZIP;q=0.8, *;q=0.1', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip; q=0.000, br', undefined],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['gzip;q=0.2, identity;q=0.9', undefined],
    ['br', undefined],
    ['', undefined],
  ])('Accept-Encoding "%s" gets Content-Encoding %s', async (accept, encoding) => {
    const page = await get('/s/prov', { 'accept-encoding': accept })
    expect(page.headers['content-encoding']).toBe(encoding)
    const body = encoding ? gunzipSync(page.rawPayload).toString() : page.body
    expect(body).toContain('</html>')
  })

  test.each([
    ['/s/prov', 'da-DK,da;q=0.9,sv;q=0.5', 'da'],
    ['/s/prov', 'sv-FI, da;q=0.1', 'sv'],
    ['/s/prov', 'fr, de;q=0.9', 'sv'],
    ['/s/prov', '*', 'sv'],
    ['/s/prov', ';;;q=x,,', 'sv'],
    ['/s/prov?lang=da', 'sv', 'da'],
    ['/s/prov?lang=xx', 'da', 'da'],
    ['/s/prov?lang=da&lang=sv', '', 'sv'],
  ])('%s with Accept-Language "%s" is in %s', async (url, accept, language) => {
    const page = await get(url, { 'accept-language': accept })
    expect(page.headers['content-language']).toBe(language)
    expect(page.body).toContain(`<html lang="${language}"`)
  })

  test('preselects the site of a QR code, and no unknown one', async () => {
    expect((await get('/s/prov?site=soder')).body).toMatch(/value="soder"[^>]*checked/)
    expect((await get('/s/prov?site=nope')).body).not.toMatch(/<input[^>]*checked/)
  })

  test('an unknown survey is a readable page in the reader’s language', async () => {
    const page = await get('/s/saknas', { 'accept-language': 'da' })
    expect(page.statusCode).toBe(404)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['content-language']).toBe('da')
  })
})

describe('sending', () => {
  test('is kept once, however often it comes, with one reply', async () => {
    const before = (await responses())!
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => svar.send('prov', sent('en'))),
    )
    const again = await svar.send('prov', sent('en', { val: 'b' }))
    for (const reply of [...replies, again]) {
      expect(reply.statusCode).toBe(303)
      expect(reply.headers.location).toBe('/s/prov/thanks?lang=sv')
    }
    expect(await responses()).toBe(before + 1)
  })

  test('tells of masking on the thanks page', async () => {
    const ord = 'Ring 070-123 45 67, 850101-1234'
    const reply = await svar.send('prov', sent('mask', { ord }))
    const page = await get(String(reply.headers.location))
    expect(page.body).toMatch(/personnummer/i)
    expect(page.body).toMatch(/telefonnummer/i)
  })

  test('a text that masking makes longer than its limit is kept', async () => {
    const before = (await responses())!
    const ord = Array.from({ length: 10 }, () => 'a@b').join(' ')
    expect((await svar.send('prov', sent('langre', { ord }))).statusCode).toBe(303)
    expect(await responses()).toBe(before + 1)
    expect((await svar.store.check()).faults).toEqual([])
  })

  test('with faults comes back with everything that was typed', async () => {
    const before = await responses()
    const typed = { submission: 'sending-fault', lang: 'da', site: 'norr', ord: '<b>"lång & text' }
    const page = await svar.send('prov', { ...typed, ord: typed.ord.repeat(5) })
    expect(page.statusCode).toBe(422)
    expect(page.headers['cache-control']).toBe('private, no-cache')
    expect(page.headers['content-language']).toBe('da')
    expect(page.body).toContain('value="sending-fault"')
    expect(page.body).toMatch(/value="norr"[^>]*checked/)
    expect(page.body).toContain('&lt;b>&quot;lång &amp; text')
    expect(page.body).not.toContain('<b>"lång')
    expect(page.body).toContain('role="alert"')
    expect(await responses()).toBe(before)
  })

  test('without an id gets one, and loses nothing', async () => {
    const page = await svar.send('prov', { lang: 'sv', val: 'b' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toMatch(/name="submission" value="[0-9A-Z]{25}"/)
    expect(page.body).toMatch(/value="b"[^>]*checked/)
  })

  test('another language keeps the answers and stores nothing', async () => {
    const before = await responses()
    const page = await svar.send('prov', sent('byt', { to: 'da', ord: 'mitt ord' }))
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-language']).toBe('da')
    expect(page.body).toContain('mitt ord')
    expect(page.body).toMatch(/value="a"[^>]*checked/)
    expect(page.body).toContain('value="sending-byt"')
    expect(await responses()).toBe(before)
  })
})

describe('refusals', () => {
  test('before the opening: 403 with the date', async () => {
    const page = await get('/s/senare')
    expect(page.statusCode).toBe(403)
    expect(page.body).toContain('2 juli 2026')
    expect((await svar.send('senare', sent('tidig'))).statusCode).toBe(403)
    expect(await responses('senare')).toBe(0)
  })

  test('after closing: 410, with the answers still to read, and not counted', async () => {
    const before = await responses()
    svar.setClock('2026-08-31T23:59:59+02:00')
    expect((await svar.send('prov', sent('i-tid'))).statusCode).toBe(303)
    svar.setClock('2026-09-01T00:00:00+02:00')
    const late = await svar.send('prov', sent('sent', { ord: 'mitt sena ord' }))
    expect(late.statusCode).toBe(410)
    expect(late.body).toContain('mitt sena ord')
    expect(late.body).toContain('Val a')
    expect((await get('/s/prov')).statusCode).toBe(410)
    expect(await responses()).toBe(before! + 1)
    // Who was kept in time and sends again is thanked, not turned away.
    expect((await svar.send('prov', sent('i-tid'))).statusCode).toBe(303)
    svar.setClock(NOON)
  })

  test.each([
    [413, { 'content-type': 'application/x-www-form-urlencoded' }, `val=${'a'.repeat(300_000)}`],
    [415, { 'content-type': 'application/json' }, '{}'],
    [415, { 'content-type': 'text/plain' }, 'val=a'],
    [415, { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
  ])('%s is a page in the reader’s language', async (status, headers, payload) => {
    const url = '/s/prov'
    const reply = await svar.app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'accept-language': 'da' },
      payload,
    })
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-language']).toBe('da')
  })
})
