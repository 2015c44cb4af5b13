import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { start, type Started } from '../start.ts'

const password = 'lång och god mening'
let svar: Started
beforeAll(async () => {
  svar = await start({ environment: { SVAR_BASE_URL: 'https://svar.example' } })
  await svar.open(content([ask.text('ord')]))
  await svar.addUser('anna@nord.example')
})
afterAll(() => svar.close())

let address = 0
async function visitor() {
  address += 1
  const browser = new Browser(svar.app, `192.0.2.${address}`)
  await browser.get('/office/sign-in')
  return browser
}

const response = { clientDataJSON: 'e30', authenticatorData: '', signature: '', userHandle: 5 }
const answers = [
  '',
  'null',
  '[]',
  '{}',
  '{"id":',
  '{"id":5,"response":{}}',
  '{"id":"x","response":null}',
  '{"id":"__proto__","response":{"userHandle":{}}}',
  JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response }),
  'a'.repeat(100_000),
]

describe('passkeys', () => {
  test.each(answers)(
    'an answer that is none, number %#',
    async (credential) => {
      const browser = await visitor()
      await browser.submit('/office/passkey/options', {})
      const reply = await browser.submit('/office/passkey', { credential })
      expect(reply.statusCode).toBe(422)
      expect(reply.body).toContain('Det gick inte att logga in med nyckeln')
      await browser.submit('/office/sign-in', { email: 'anna@nord.example', password })
      await browser.get('/office/account')
      const fields = { 'passkey-name': 'Nyckel', 'passkey-present': password }
      await browser.submit('/office/account/passkeys/options', fields)
      const added = await browser.submit('/office/account/passkeys', { ...fields, credential })
      expect(added.statusCode).toBe(422)
      expect(await svar.store.passkeys('anna@nord.example')).toEqual([])
    },
    20_000,
  )

  test('what is asked is new each time, of the configured address, and of a verified person', async () => {
    const browser = await visitor()
    const ask = async () => (await browser.submit('/office/passkey/options', {})).json()
    const [first, second] = [await ask(), await ask()]
    expect(first).toMatchObject({ rpId: 'svar.example', userVerification: 'required' })
    expect(first.allowCredentials ?? []).toEqual([])
    expect(first.challenge).not.toBe(second.challenge)
  })

  test('an installation without a name has none', async () => {
    const bare = await start({ environment: { SVAR_BASE_URL: 'http://192.0.2.1:3000' } })
    await bare.open(content([ask.text('ord')]))
    await bare.addUser('anna@nord.example')
    const browser = new Browser(bare.app)
    expect((await browser.get('/office/sign-in')).body).not.toContain('data-passkey')
    expect((await browser.submit('/office/passkey/options', {})).statusCode).toBe(404)
    await bare.close()
  })
})

test('signing in leads to the office, whatever place a link names', async () => {
  const browser = await visitor()
  const evil = 'https://ond.example'
  const query = ['to', 'next', 'return', 'redirect'].map((name) => `${name}=${evil}`).join('&')
  const fields = { email: 'anna@nord.example', password, to: evil, next: `//${evil}` }
  const reply = await browser.submit(`/office/sign-in?${query}`, fields)
  expect(reply.headers.location).toBe('/office')
})

test('cookies that lead inside are out of reach for scripts, and secure by https', async () => {
  const browser = await visitor()
  const sent = await browser.submit('/office/passkey/options', {})
  const reply = await browser.submit('/office/sign-in', { email: 'anna@nord.example', password })
  const set = [...sent.cookies, ...reply.cookies].filter(({ value }) => value !== '')
  expect(set.map(({ name }) => name)).toEqual(['svar-passkey', 'svar-session'])
  for (const cookie of set) {
    expect(cookie, cookie.name).toMatchObject({ httpOnly: true, secure: true, path: '/office' })
  }
})
