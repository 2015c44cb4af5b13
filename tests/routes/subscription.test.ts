import { beforeAll, expect, test } from 'vitest'
import { readAddress } from '../../src/survey/subscription.ts'
import type { Browser } from '../browser-by-hand.ts'
import { hostile } from '../hostile/words.ts'
import { subscribers } from '../mail/subscribers.ts'
import { numbersFrom, seeded } from '../random.ts'
import { signedIn } from './two-offices.ts'

const here = subscribers()
let anna: Browser
beforeAll(async () => {
  await here.svar.addUser('anna@nord.example')
  anna = await signedIn(here.svar, 'anna@nord.example')
})
test.each([
  ['', 'Skriv din e-postadress.'],
  ['namn', 'Skriv hela e-postadressen'],
  ['namn@region', 'Skriv hela e-postadressen'],
  ['a@b.se\r\nBcc: c@d.se', 'Skriv hela e-postadressen'],
  ['a@b.se, c@d.se', 'Skriv hela e-postadressen'],
  ['"a b"@c.se', 'Skriv hela e-postadressen'],
  ['Namn <a@b.se>', 'Skriv hela e-postadressen'],
  ['a@[127.0.0.1]', 'Skriv hela e-postadressen'],
  ['a@127.1', 'Skriv hela e-postadressen'],
  ['.a..b@c.se', 'Skriv hela e-postadressen'],
  ['åsa@exempel.se', 'före @'],
  [`${'a'.repeat(65)}@b.se`, 'för lång'],
  [
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.se`,
    'för lång',
  ],
  [`${'a'.repeat(64)}@${'b.'.repeat(200)}se`, 'för lång'],
])('%j is not taken, and stays in its field', async (email, says) => {
  const reply = await here.ask(email)
  expect([reply.statusCode, reply.headers['content-language']]).toEqual([422, 'sv'])
  expect(reply.body).toContain(says)
  expect(reply.body).toContain('aria-describedby="email.hint email.fault"')
  expect(reply.body).toMatch(/<title>Fel: /)
  const [, kept = ''] = /name="email"[^>]* value="([^"]*)"/.exec(reply.body) ?? []
  expect(kept.replaceAll('&quot;', '"').replaceAll('&lt;', '<')).toBe(email.replace('\r', ''))
  expect(await here.svar.subscriptions.lettersWaiting()).toBe(0)
})

test.each([
  ['Anna.Berg+svar@Exempel.SE', 'Anna.Berg+svar@exempel.se'],
  [' bo@blåbär.example ', 'bo@xn--blbr-noae.example'],
  ["o'neil@a.b.example", "o'neil@a.b.example"],
])('%s is written to as %s', async (given, email) => {
  expect((await here.ask(given)).statusCode).toBe(303)
  await here.send()
  const { letter } = here.smtp.received[0]!
  expect([letter.to?.map(({ address }) => address), letter.cc, letter.bcc]).toEqual([
    [email],
    undefined,
    undefined,
  ])
})

test('whatever is typed is an address that can be written to, or a fault in words', async () => {
  const random = numbersFrom(Math.floor(seeded('hostile addresses')() * 2 ** 31))
  for (let round = 0; round < 400; round += 1) {
    const parts = [hostile(random, 40), '@', hostile(random, 40)]
    const given = random() < 0.5 ? parts.join('') : `${hostile(random, 60)}@b.example`
    const read = readAddress(given)
    if ('email' in read) expect(read.email).toMatch(/^[\x21-\x7e]{1,64}@[a-z0-9.-]{4,}$/)
    if (round % 20 === 0) {
      const { statusCode } = await here.ask(given)
      expect([303, 422], given).toContain(statusCode)
    }
  }
  await here.send()
})

test('another language keeps what was typed and judges nothing', async () => {
  const reply = await here.post('/s/prov/subscribe', { email: 'inte klar', lang: 'sv', to: 'da' })
  expect([reply.statusCode, reply.headers['content-language']]).toEqual([200, 'da'])
  expect(reply.body).toContain('value="inte klar"')
  expect(reply.body).not.toContain('role="alert"')
})

test('from one network twenty in ten minutes; the address stays on the page', async () => {
  const ask = (email: string, remoteAddress: string) =>
    here.svar.app.inject({
      method: 'POST',
      url: '/s/prov/subscribe',
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `email=${email}&lang=sv`,
    })
  for (let turn = 0; turn < 20; turn += 1) {
    expect((await ask(`n${turn}%40b.example`, `203.0.113.${turn}`)).statusCode).toBe(303)
  }
  const held = await ask('sist%40b.example', '203.0.113.99')
  expect([held.statusCode, held.body]).toEqual([429, expect.stringContaining('sist@b.example')])
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('annan%40b.example', '203.0.114.1')).statusCode).toBe(303)
  await here.send()
})

test('unknown surveys and links are pages too', async () => {
  const { app } = here.svar
  expect((await app.inject('/s/nej/subscribe')).statusCode).toBe(404)
  for (const token of ['x', '%00', 'f'.repeat(48), `${'0'.repeat(32)}${'F'.repeat(16)}`]) {
    expect((await app.inject(`/subscription/confirm/${token}`)).statusCode).toBe(410)
    expect((await app.inject(`/subscription/leave/${token}`)).statusCode).toBe(200)
    expect((await here.post(`/subscription/leave/${token}`, {})).body).toBe('OK')
    expect((await here.post(`/subscription/confirm/${token}`, { page: '1' })).statusCode).toBe(303)
  }
})

test('the office sees how many in steps of five, and ends the letters once', async () => {
  const path = '/office/surveys/annan/subscribers'
  for (let n = 0; n < 4; n += 1) await here.subscribe(`k${n}@example.se`, 'sv', 'annan')
  expect((await anna.get(path)).body).toContain('Färre än fem personer')
  await here.subscribe('k4@example.se', 'sv', 'annan')
  const five = (await anna.get(path)).body
  await here.subscribe('k5@example.se', 'sv', 'annan')
  const six = (await anna.get(path)).body
  const same = (page: string) => page.replaceAll(/name="_csrf" value="[^"]+"/g, '')
  expect(five).toContain('Minst 5 personer')
  expect(same(six)).toBe(same(five))
  expect(six).not.toContain('@example.se')
  expect((await anna.get('/office/surveys/annan/state')).body).toContain(path)
  for (let time = 0; time < 2; time += 1) {
    const ended = await anna.submit(`${path}/end`, {})
    expect([ended.statusCode, ended.headers.location]).toEqual([303, `${path}?done=ended`])
  }
  expect((await anna.get(`${path}?done=ended`)).body).toContain('Adresserna raderas.')
  const log = await here.svar.store.audit('nord', { what: 'survey.lettersEnded' }, { most: 9 })
  expect(log.map(({ object, by }) => [object, by])).toEqual([['annan', 'anna@nord.example']])
  expect((await anna.submit('/office/surveys/nej/subscribers/end', {})).statusCode).toBe(404)
})
