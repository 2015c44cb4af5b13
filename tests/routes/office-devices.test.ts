import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { Browser } from '../browser-by-hand.ts'
import { formOf } from '../form.ts'
import { ask, content, sites } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')], { sites: sites('norr', 'vik') }))
  await svar.open(content([ask.text('ord')], { id: 'annans', sites: sites('soder') }), 'syd')
  await svar.addUser('anna@nord.example')
  await svar.addUser('bo@syd.example', 'syd')
  anna = await signedIn('anna@nord.example')
})
afterAll(() => svar.close())
beforeEach(async () => {
  svar.setClock(NOON)
  for (const organisation of ['nord', 'syd']) {
    for (const { id } of await svar.store.devices(organisation)) {
      await svar.store.revokeDevice(organisation, id, NOON)
      await svar.store.removeDevice(organisation, id)
    }
  }
})

async function signedIn(email: string) {
  const browser = new Browser(svar.app)
  await browser.get('/office/sign-in')
  await browser.submit('/office/sign-in', { email, password: 'lång och god mening' })
  return browser
}

const tablets = '/office/tablets'
const devices = (organisation = 'nord') => svar.store.devices(organisation)
const onceOf = (html: string) => /name="once" value="([\w-]+)"/.exec(html)![1]!
const spelt = (html: string) =>
  [...html.matchAll(/class="spelt">([^<]+)</g)].map(([, text]) => text!.replaceAll(/[\s-]/g, ''))

/** Adds a tablet through the form, and gives back its id, code and PIN. */
async function add(browser: Browser, name = 'Receptionen', site = 'norr') {
  const once = onceOf((await browser.get(`${tablets}/new`)).body)
  const sent = await browser.submit(`${tablets}/new`, { once, name, site })
  const page = await browser.get(sent.headers.location!)
  const [code, pin] = spelt(page.body)
  return { id: once, sent, page, code: code!, pin: pin! }
}

async function enrol(code: string) {
  const token = makeSecret()
  const now = Temporal.Instant.from(NOON).epochMilliseconds
  return svar.store.enrol(hashSecret(code), hashSecret(token), now)
}

describe('adding a tablet', () => {
  test('shows a code that enrols it, and the PIN that opens it', async () => {
    const { sent, page, code, pin, id } = await add(anna)
    expect(sent.statusCode).toBe(303)
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(await devices()).toMatchObject([{ id, name: 'Receptionen', site: 'norr' }])
    const known = await enrol(code)
    expect(known).toMatchObject({ id, organisation: 'nord' })
    expect(pin).toMatch(/^\d{6}$/)
    expect(await opens(pin, known!.pin)).toBe(true)
    expect(await opens('000000', known!.pin)).toBe(pin === '000000')
  })

  test('twice with the same form is one tablet with one code', async () => {
    const once = onceOf((await anna.get(`${tablets}/new`)).body)
    const fields = { once, name: 'Receptionen', site: 'norr' }
    const both = await Promise.all([1, 2].map(() => anna.submit(`${tablets}/new`, fields)))
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const first = spelt((await anna.get(both[0]!.headers.location!)).body)
    const later = await anna.submit(`${tablets}/new`, { ...fields, name: 'Annat' })
    expect(spelt((await anna.get(later.headers.location!)).body)).toEqual(first)
    expect(await devices()).toMatchObject([{ name: 'Receptionen' }])
    expect(await enrol(first[0]!)).toBeDefined()
  })

  test('two forms are two tablets with different secrets', async () => {
    const one = await add(anna, 'Ett')
    const other = await add(anna, 'Två')
    expect(other.code).not.toBe(one.code)
    expect(other.pin).not.toBe(one.pin)
    expect(await devices()).toHaveLength(2)
  })

  test('shows the code until it is used, and nothing after ten minutes', async () => {
    const { id, code, pin } = await add(anna)
    const page = `${tablets}/${id}/code`
    svar.setClock('2026-07-01T12:10:00+02:00')
    expect(spelt((await anna.get(page)).body)).toEqual([code, pin])
    await enrol(code)
    expect(spelt((await anna.get(page)).body)).toEqual([pin])
    svar.setClock('2026-07-01T12:10:01+02:00')
    expect((await anna.get(page)).headers.location).toBe(`${tablets}/${id}`)
  })

  test('shows the code in no other browser', async () => {
    const { id, code } = await add(anna)
    const colleague = await signedIn('anna@nord.example')
    const page = `${tablets}/${id}/code`
    expect((await colleague.get(page)).headers.location).toBe(`${tablets}/${id}`)
    colleague.cookies.set('svar-tablet', `tablet.${id}.${id}.99999999999999`)
    expect((await colleague.get(page)).headers.location).toBe(`${tablets}/${id}`)
    expect((await colleague.get(`${tablets}/${id}`)).body).not.toContain(code)
  })

  test('says what is missing, and keeps what was typed', async () => {
    const once = onceOf((await anna.get(`${tablets}/new?site=vik`)).body)
    const cases = [
      [{ name: '', site: 'vik' }, 'Skriv ett namn.'],
      [{ name: 'x'.repeat(61), site: 'vik' }, 'Namnet är för långt.'],
      [{ name: 'Entrén', site: '' }, 'Välj en plats.'],
    ] as const
    for (const [fields, words] of cases) {
      const reply = await anna.submit(`${tablets}/new`, { once, ...fields })
      expect(reply.statusCode).toBe(422)
      expect(reply.body).toContain(words)
      if (fields.name) expect(reply.body).toContain(`value="${fields.name}"`)
      if (fields.site) expect(reply.body).toContain(`value="${fields.site}" selected`)
    }
    expect(await devices()).toEqual([])
    await add(anna, 'Entrén', 'vik')
    const again = await anna.submit(`${tablets}/new`, { once, name: 'ENTRÉN', site: 'vik' })
    expect(again.body).toContain('Det finns redan en surfplatta med det namnet')
    expect(await devices()).toHaveLength(1)
  })

  test('marks the site that it was asked for', async () => {
    expect((await anna.get(`${tablets}/new?site=vik`)).body).toContain('value="vik" selected')
  })
})

describe('the address of the kiosk', () => {
  test('is the configured one, whatever the request says', async () => {
    const other = await start({ environment: { SVAR_BASE_URL: 'https://svar.example/' } })
    await other.open(content([ask.text('ord')], { sites: sites('norr') }))
    await other.addUser('anna@nord.example')
    const browser = new Browser(other.app)
    await browser.get('/office/sign-in')
    const fields = { email: 'anna@nord.example', password: 'lång och god mening' }
    await browser.submit('/office/sign-in', fields)
    const { page } = await add(browser)
    expect(page.body).toContain('>svar.example/kiosk<')
    expect(page.body).not.toContain('https, och då fungerar den inte')
    await other.close()
  })

  test('is else that of the request, and says that a tablet cannot use it', async () => {
    const { page } = await add(anna)
    expect(page.body).toContain('>http://localhost/kiosk<')
    expect(page.body).toContain('https, och då fungerar den inte')
  })
})

describe('changing a tablet', () => {
  test('renames and moves it', async () => {
    const { id } = await add(anna)
    const reply = await anna.submit(`${tablets}/${id}`, { name: ' Stora\nentrén ', site: 'vik' })
    expect(reply.headers.location).toBe(`${tablets}/${id}?done=changed`)
    expect((await anna.get(reply.headers.location!)).body).toContain('Ändringen är sparad.')
    expect(await devices()).toMatchObject([{ name: 'Stora entrén', site: 'vik' }])
  })

  test('refuses an empty name beside the field', async () => {
    const { id } = await add(anna)
    const reply = await anna.submit(`${tablets}/${id}`, { name: '', site: 'vik' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('aria-describedby="name-fault"')
    expect(await devices()).toMatchObject([{ name: 'Receptionen', site: 'norr' }])
  })

  test('gives a new code, the same for the same form, without the PIN', async () => {
    const { id, code } = await add(anna)
    await enrol(code)
    const once = onceOf((await anna.get(`${tablets}/${id}`)).body)
    const replies = await Promise.all(
      [1, 2].map(() => anna.submit(`${tablets}/${id}/code`, { once })),
    )
    const shown = spelt((await anna.get(replies[1]!.headers.location!)).body)
    expect(shown).toHaveLength(1)
    expect(shown[0]).not.toBe(code)
    expect(await enrol(code)).toBeUndefined()
    expect(await enrol(shown[0]!)).toMatchObject({ id })
  })

  test('gives a new PIN, once, without a code', async () => {
    const { id, code, pin } = await add(anna)
    const once = onceOf((await anna.get(`${tablets}/${id}`)).body)
    const reply = await anna.submit(`${tablets}/${id}/pin`, { once })
    const shown = spelt((await anna.get(reply.headers.location!)).body)
    expect(shown).toHaveLength(1)
    expect(shown[0]).not.toBe(pin)
    const known = await enrol(code)
    expect(await opens(shown[0]!, known!.pin)).toBe(true)
    expect(await opens(pin, known!.pin)).toBe(false)
  })
})

describe('revoking a tablet', () => {
  test('stops it for good: no new code, and it can be removed, twice at once', async () => {
    const { id, code } = await add(anna)
    await enrol(code)
    const page = (await anna.get(`${tablets}/${id}`)).body
    expect(page).not.toContain('/removal')
    const early = await anna.submit(`${tablets}/${id}/removal`, { once: onceOf(page) })
    expect(early.statusCode).toBe(404)
    const reply = await anna.submit(`${tablets}/${id}/revocation`, {})
    expect((await anna.get(reply.headers.location!)).body).toContain('Surfplattan är spärrad.')
    expect(await devices()).toMatchObject([{ id, revokedAt: '2026-07-01T10:00:00Z' }])
    const code2 = await anna.submit(`${tablets}/${id}/code`, { once: onceOf(page) })
    expect(code2.headers.location).toBe(`${tablets}/${id}`)
    const once = onceOf((await anna.get(`${tablets}/${id}`)).body)
    for (const _ of [1, 2]) {
      const removed = await anna.submit(`${tablets}/${id}/removal`, { once })
      expect([removed.statusCode, removed.headers.location]).toEqual([303, tablets])
    }
    expect(await devices()).toEqual([])
    expect((await anna.get(`${tablets}/${id}`)).statusCode).toBe(404)
  })
})

describe('another organisation', () => {
  test('sees nothing of a tablet, and cannot tell it from one that is not there', async () => {
    const { id } = await add(anna)
    const bo = await signedIn('bo@syd.example')
    expect((await bo.get(tablets)).body).not.toMatch(/Receptionen|Plats norr/)
    const once = onceOf((await anna.get(`${tablets}/${id}`)).body)
    const neutral = (body: string, name: string) =>
      body.replaceAll(name, '').replaceAll(/value="[^"]*"/g, '')
    for (const tail of ['', '/code', '/pin']) {
      const own = await bo.get(`${tablets}/${id}${tail}`)
      const none = await bo.get(`${tablets}/ingen-surfplatta${tail}`)
      expect(own.statusCode).toBe(404)
      expect(neutral(own.body, id)).toBe(neutral(none.body, 'ingen-surfplatta'))
    }
    for (const tail of ['', '/code', '/pin', '/revocation', '/removal']) {
      const fields = { name: 'Min', site: 'soder', once }
      expect((await bo.submit(`${tablets}/${id}${tail}`, fields)).statusCode).toBe(404)
    }
    expect(await devices()).toMatchObject([{ name: 'Receptionen', site: 'norr' }])
    expect((await devices())[0]).not.toHaveProperty('revokedAt')
  })

  test('offers none of its sites', async () => {
    const { id } = await add(anna)
    expect((await anna.get(`${tablets}/new?site=soder`)).body).not.toContain('soder')
    const once = onceOf((await anna.get(`${tablets}/new`)).body)
    const foreign = { once, name: 'Min', site: 'soder' }
    expect((await anna.submit(`${tablets}/new`, foreign)).statusCode).toBe(404)
    expect((await anna.submit(`${tablets}/${id}`, foreign)).statusCode).toBe(404)
    expect(await devices()).toMatchObject([{ site: 'norr' }])
  })

  test('does not give away its tablet to who sends its id', async () => {
    const { id } = await add(anna)
    const bo = await signedIn('bo@syd.example')
    await bo.get(`${tablets}/new`)
    const taken = await bo.submit(`${tablets}/new`, { once: id, name: 'Min', site: 'soder' })
    expect(taken.statusCode).toBe(404)
    expect(await devices('syd')).toEqual([])
  })
})

describe('forged and broken forms', () => {
  test.each(['/new', '/x', '/x/code', '/x/pin', '/x/revocation', '/x/removal'])(
    'without the token %s is refused',
    async (tail) => {
      const reply = await anna.post(tablets + tail, formOf({ name: 'x', site: 'norr' }))
      expect(reply.statusCode).toBe(403)
    },
  )

  test.each(['', 'kort', 'x'.repeat(17), '../../etc/passwd', '<script>alert(1)'])(
    'a sending called "%s" is refused',
    async (once) => {
      const { id } = await add(anna)
      const fields = { once, name: 'Min', site: 'norr' }
      for (const tail of ['new', `${id}/code`, `${id}/pin`]) {
        expect((await anna.submit(`${tablets}/${tail}`, fields)).statusCode).toBe(400)
      }
      expect(await devices()).toHaveLength(1)
    },
  )

  test('who has not signed in is asked to', async () => {
    const reply = await new Browser(svar.app).get(tablets)
    expect(reply.headers.location).toBe('/office/sign-in')
  })
})

/** As the tablet does it. */
async function opens(pin: string, stored: { salt: string; key: string; rounds: number }) {
  const raw = await crypto.subtle.importKey('raw', Buffer.from(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  const salt = Buffer.from(stored.salt, 'base64url')
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: stored.rounds }
  const bits = await crypto.subtle.deriveBits(how, raw, 256)
  return Buffer.from(bits).toString('base64url') === stored.key
}
