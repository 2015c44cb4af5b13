import { describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { NOON, start } from '../start.ts'
import { tablet } from '../tablet.ts'
import { add, onceOf, signedIn, spelt, tablets, twoOffices } from './two-offices.ts'

const here = twoOffices()

describe('adding a tablet', () => {
  test('shows a code that enrols it, and the PIN that opens it', async () => {
    const { sent, page, code, pin, id } = await add(here.anna)
    expect(sent.statusCode).toBe(303)
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(await here.devices()).toMatchObject([{ id, name: 'Receptionen', site: 'norr' }])
    const known = await here.enrol(code)
    expect(known).toMatchObject({ id, organisation: 'nord' })
    expect(pin).toMatch(/^\d{6}$/)
    expect(await opens(pin, known!.pin)).toBe(true)
    expect(await opens('000000', known!.pin)).toBe(pin === '000000')
  })

  test('twice with the same form is one tablet with one code', async () => {
    const once = onceOf((await here.anna.get(`${tablets}/new`)).body)
    const fields = { once, name: 'Receptionen', site: 'norr' }
    const both = await Promise.all([1, 2].map(() => here.anna.submit(`${tablets}/new`, fields)))
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const first = spelt((await here.anna.get(both[0]!.headers.location!)).body)
    for (const name of ['Receptionen', 'Annat']) {
      const later = await here.anna.submit(`${tablets}/new`, { ...fields, name })
      expect(spelt((await here.anna.get(later.headers.location!)).body)).toEqual(first)
    }
    expect(await here.devices()).toMatchObject([{ name: 'Receptionen' }])
    expect(await here.enrol(first[0]!)).toBeDefined()
  })

  test('two forms are two tablets with different secrets', async () => {
    const one = await add(here.anna, 'Ett')
    const other = await add(here.anna, 'Två')
    expect(other.code).not.toBe(one.code)
    expect(other.pin).not.toBe(one.pin)
    expect(await here.devices()).toHaveLength(2)
  })

  test('shows the code until it is used, and nothing after ten minutes', async () => {
    const { id, code, pin } = await add(here.anna)
    const page = `${tablets}/${id}/code`
    here.svar.setClock('2026-07-01T12:10:00+02:00')
    expect(spelt((await here.anna.get(page)).body)).toEqual([code, pin])
    await here.enrol(code)
    expect(spelt((await here.anna.get(page)).body)).toEqual([pin])
    here.svar.setClock('2026-07-01T12:10:01+02:00')
    expect((await here.anna.get(page)).headers.location).toBe(`${tablets}/${id}`)
  })

  test('shows the code in no other browser', async () => {
    const { id, code } = await add(here.anna)
    const colleague = await signedIn(here.svar, 'anna@nord.example')
    const page = `${tablets}/${id}/code`
    expect((await colleague.get(page)).headers.location).toBe(`${tablets}/${id}`)
    colleague.cookies.set('svar-tablet', `tablet.${id}.${id}.99999999999999`)
    expect((await colleague.get(page)).headers.location).toBe(`${tablets}/${id}`)
    expect((await colleague.get(`${tablets}/${id}`)).body).not.toContain(code)
  })

  test('says what is missing, and keeps what was typed', async () => {
    const once = onceOf((await here.anna.get(`${tablets}/new?site=vik`)).body)
    const cases = [
      [{ name: '', site: 'vik' }, 'Skriv ett namn.'],
      [{ name: 'x'.repeat(61), site: 'vik' }, 'Namnet är för långt.'],
      [{ name: 'Entrén', site: '' }, 'Välj en plats.'],
    ] as const
    for (const [fields, words] of cases) {
      const reply = await here.anna.submit(`${tablets}/new`, { once, ...fields })
      expect(reply.statusCode).toBe(422)
      expect(reply.body).toContain(words)
      if (fields.name) expect(reply.body).toContain(`value="${fields.name}"`)
      if (fields.site) expect(reply.body).toContain(`value="${fields.site}" selected`)
    }
    expect(await here.devices()).toEqual([])
    await add(here.anna, 'Entrén', 'vik')
    const again = await here.anna.submit(`${tablets}/new`, { once, name: 'ENTRÉN', site: 'vik' })
    expect(again.body).toContain('Det finns redan en surfplatta med det namnet')
    expect(await here.devices()).toHaveLength(1)
  })

  test('marks the site that it was asked for', async () => {
    expect((await here.anna.get(`${tablets}/new?site=vik`)).body).toContain('value="vik" selected')
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
    const { page } = await add(here.anna)
    expect(page.body).toContain('>http://localhost/kiosk<')
    expect(page.body).toContain('https, och då fungerar den inte')
  })
})

describe('changing a tablet', () => {
  test('renames and moves it', async () => {
    const { id } = await add(here.anna)
    const reply = await here.anna.submit(`${tablets}/${id}`, {
      name: ' Stora\nentrén ',
      site: 'vik',
    })
    expect(reply.headers.location).toBe(`${tablets}/${id}?done=changed`)
    expect((await here.anna.get(reply.headers.location!)).body).toContain('Ändringen är sparad.')
    expect(await here.devices()).toMatchObject([{ name: 'Stora entrén', site: 'vik' }])
  })

  test('refuses an empty name beside the field', async () => {
    const { id } = await add(here.anna)
    const reply = await here.anna.submit(`${tablets}/${id}`, { name: '', site: 'vik' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('aria-describedby="name-fault"')
    expect(await here.devices()).toMatchObject([{ name: 'Receptionen', site: 'norr' }])
  })

  test('gives a new code, the same for the same form, without the PIN', async () => {
    const { id, code } = await add(here.anna)
    await here.enrol(code)
    const once = onceOf((await here.anna.get(`${tablets}/${id}`)).body)
    const replies = await Promise.all(
      [1, 2].map(() => here.anna.submit(`${tablets}/${id}/code`, { once })),
    )
    const shown = spelt((await here.anna.get(replies[1]!.headers.location!)).body)
    expect(shown).toHaveLength(1)
    expect(shown[0]).not.toBe(code)
    expect(await here.enrol(code)).toBeUndefined()
    expect(await here.enrol(shown[0]!)).toMatchObject({ id })
  })

  test('gives a new PIN, once, without a code', async () => {
    const { id, code, pin } = await add(here.anna)
    const once = onceOf((await here.anna.get(`${tablets}/${id}`)).body)
    const reply = await here.anna.submit(`${tablets}/${id}/pin`, { once })
    const shown = spelt((await here.anna.get(reply.headers.location!)).body)
    expect(shown).toHaveLength(1)
    expect(shown[0]).not.toBe(pin)
    const known = await here.enrol(code)
    expect(await opens(shown[0]!, known!.pin)).toBe(true)
    expect(await opens(pin, known!.pin)).toBe(false)
  })
})

describe('revoking a tablet', () => {
  test('stops it for good: no new code, and it can be removed, twice at once', async () => {
    const { id, code } = await add(here.anna)
    await here.enrol(code)
    const page = (await here.anna.get(`${tablets}/${id}`)).body
    expect(page).not.toContain('/removal')
    const early = await here.anna.submit(`${tablets}/${id}/removal`, { once: onceOf(page) })
    expect(early.statusCode).toBe(404)
    const reply = await here.anna.submit(`${tablets}/${id}/revocation`, {})
    expect((await here.anna.get(reply.headers.location!)).body).toContain('Surfplattan är spärrad.')
    expect(await here.devices()).toMatchObject([{ id, revokedAt: '2026-07-01T10:00:00Z' }])
    const code2 = await here.anna.submit(`${tablets}/${id}/code`, { once: onceOf(page) })
    expect(code2.headers.location).toBe(`${tablets}/${id}`)
    const once = onceOf((await here.anna.get(`${tablets}/${id}`)).body)
    for (const _ of [1, 2]) {
      const removed = await here.anna.submit(`${tablets}/${id}/removal`, { once })
      expect([removed.statusCode, removed.headers.location]).toEqual([303, tablets])
    }
    expect(await here.devices()).toEqual([])
    expect((await here.anna.get(`${tablets}/${id}`)).statusCode).toBe(404)
  })
})

test('the dashboard of a closed survey says which tablet it waits for, until it is empty', async () => {
  const dashboard = async () => (await here.anna.get('/office/surveys/prov')).body
  const waits = 'kan finnas kvar på en surfplatta: Entrén (Plats norr).'
  const one = await tablet(here.svar, NOON)
  await one.beat({ queued: 2, oldest: '2026-07-01', survey: 'prov' })
  expect(await dashboard()).not.toContain(waits)
  here.svar.setClock('2026-09-01T06:00:00+02:00')
  const again = await signedIn(here.svar, 'anna@nord.example')
  const closed = async () => (await again.get('/office/surveys/prov')).body
  expect(await closed()).toContain(waits)
  await one.beat()
  expect(await closed()).toContain(waits)
  await one.emptied()
  expect(await closed()).not.toContain(waits)
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
