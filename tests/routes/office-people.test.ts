import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'
import { onceOf, signedIn } from './two-offices.ts'

const people = '/office/people'
const password = 'ett annat långt lösen'

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')], { sites: sites('norr', 'vik') }))
  await svar.open(content([ask.text('ord')], { id: 'annans', sites: sites('soder') }), 'syd')
  await svar.addUser('anna@nord.example')
  await svar.addUser('bo@syd.example', 'syd')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const planner = { role: 'planner', sites: ['norr'] }
const addressOn = (html: string) => /\/office\/invited\/[\w-]+/.exec(html)![0]

/** Asks someone in through the form: the id, the page that came of it, and the link's address. */
async function invite(email: string, access: object = planner) {
  const once = onceOf((await anna.get(`${people}/new`)).body)
  const fields = { once, name: 'Cia Berg', email, ...access }
  const sent = await anna.submit(`${people}/new`, fields)
  const page = await anna.get(sent.headers.location!)
  return { id: once, fields, sent, page, address: addressOn(page.body) }
}

async function accept(address: string, name = 'Cia Berg') {
  const browser = new Browser(svar.app)
  // A page with a form, for its token: where the link does not work, there is none.
  await browser.get('/office/sign-in')
  const page = await browser.get(address)
  const reply = await browser.submit(address, { name, password })
  return { browser, page, reply }
}

/** Someone who came in by a link. */
async function joined(email: string, access: object = planner) {
  const { id, address } = await invite(email, access)
  const { browser } = await accept(address)
  return { id, browser }
}
const colleague = async (id: string) =>
  (await svar.store.colleagues('nord')).find((one) => one.id === id)

describe('an invitation', () => {
  test('brings a colleague in, once, with the role and sites that were chosen', async () => {
    const { id, address, page } = await invite('cia@nord.example')
    expect(page.body).toContain('cia@nord.example')
    const { browser, page: form, reply } = await accept(address, 'Cia  Bergman')
    expect(form.body).toContain('value="Cia Berg"')
    expect(reply.headers.location).toBe('/office')
    expect((await browser.get('/office/surveys/prov')).statusCode).toBe(200)
    expect(await colleague(id)).toMatchObject({ ...planner, state: 'active', name: 'Cia Bergman' })
    expect((await accept(address)).reply.statusCode).toBe(410)
    expect((await new Browser(svar.app).get(address)).statusCode).toBe(410)
  })

  test('is typed as people type', async () => {
    const { address } = await invite('typad@nord.example')
    const typed = address.replace(/[^/]+$/, (code) => code.toLowerCase().replaceAll('-', ''))
    expect((await new Browser(svar.app).get(typed)).statusCode).toBe(200)
  })

  test('sent twice is one, with the same link', async () => {
    const { fields, address } = await invite('tva@nord.example')
    const again = await anna.submit(`${people}/new`, fields)
    expect(addressOn((await anna.get(again.headers.location!)).body)).toBe(address)
    const all = await svar.store.colleagues('nord')
    expect(all.filter(({ email }) => email === 'tva@nord.example')).toHaveLength(1)
    const lines = await svar.store.audit('nord', { what: 'person.invited' }, { most: 100 })
    expect(lines.filter(({ object }) => object === fields.once)).toHaveLength(1)
  })

  test('works for seven days', async () => {
    const { address, id } = await invite('sen@nord.example')
    svar.setClock('2026-07-08T12:00:00+02:00')
    expect((await new Browser(svar.app).get(address)).statusCode).toBe(200)
    svar.setClock('2026-07-08T12:00:00.001+02:00')
    expect((await accept(address)).reply.statusCode).toBe(410)
    svar.setClock(NOON)
    expect((await colleague(id))!.state).toBe('invited')
  })

  test('gives way to a newer one, and its link is shown to nobody later', async () => {
    const { address, id } = await invite('ny@nord.example')
    const once = onceOf((await anna.get(`${people}/${id}`)).body)
    const sent = await anna.submit(`${people}/${id}/link`, { once })
    const newer = addressOn((await anna.get(sent.headers.location!)).body)
    expect((await new Browser(svar.app).get(address)).statusCode).toBe(410)
    expect((await new Browser(svar.app).get(newer)).statusCode).toBe(200)
    svar.setClock('2026-07-01T12:11:00+02:00')
    expect((await anna.get(`${people}/${id}/link`)).headers.location).toBe(`${people}/${id}`)
    svar.setClock(NOON)
    const colleagueOf = await signedIn(svar, 'anna@nord.example')
    expect((await colleagueOf.get(`${people}/${id}/link`)).statusCode).toBe(303)
  })

  test('asked for again on an old page, after its person has come in, makes no link', async () => {
    const { address, id } = await invite('redan@nord.example')
    const page = (await anna.get(`${people}/${id}`)).body
    const state = /name="state" value="(\w+)"/.exec(page)![1]!
    expect(state).toBe('invited')
    await accept(address)
    const sent = await anna.submit(`${people}/${id}/link`, { once: onceOf(page), state })
    expect(sent.headers.location).toBe(`${people}/${id}`)
    const lines = await svar.store.audit('nord', { what: 'person.resetLinkMade' }, { most: 100 })
    expect(lines.filter(({ object }) => object === id)).toEqual([])
  })

  test('forged, used and over look the same', async () => {
    const { address } = await invite('samma@nord.example')
    await accept(address)
    const used = await new Browser(svar.app).get(address)
    const forged = await new Browser(svar.app).get('/office/invited/AAAA-BBBB-CCCC-DDDD-EEEE')
    expect([used.statusCode, forged.statusCode]).toEqual([410, 410])
    const neutral = (body: string) =>
      body.replaceAll(/\/office\/invited\/[^"?]*/g, '').replaceAll(/value="[^"]*"/g, '')
    expect(neutral(used.body)).toBe(neutral(forged.body))
  })

  test('a short password and no name lose nothing, and do not use it up', async () => {
    const { address } = await invite('kort@nord.example')
    const browser = new Browser(svar.app)
    await browser.get(address)
    const faulty = await browser.submit(address, { name: 'Kim <b>', password: 'kort' })
    expect(faulty.statusCode).toBe(422)
    expect(faulty.body).toContain('value="Kim &lt;b>"')
    expect((await browser.submit(address, { name: ' ', password })).statusCode).toBe(422)
    expect((await browser.submit(address, { name: 'Kim', password })).statusCode).toBe(303)
  })

  test('what is wrong with it is said beside the fields, which keep what was written', async () => {
    const once = onceOf((await anna.get(`${people}/new`)).body)
    const given = { once, name: '', email: 'inte en adress', sites: 'vik' }
    const page = await anna.submit(`${people}/new`, given)
    expect(page.statusCode).toBe(422)
    for (const field of ['name-fault', 'email-fault', 'role-fault']) {
      expect(page.body).toContain(`id="${field}"`)
    }
    expect(page.body).toContain('value="inte en adress"')
    expect(page.body).toMatch(/value="vik" checked/)
    const taken = { once, name: 'X', email: 'ANNA@nord.example', role: 'editor' }
    expect((await anna.submit(`${people}/new`, taken)).body).toContain('hör redan till en kollega')
    const strange = { once, name: 'X', email: 'x@nord.example', role: 'planner', sites: 'soder' }
    expect((await anna.submit(`${people}/new`, strange)).statusCode).toBe(404)
  })

  test('tells nothing of who works in other offices', async () => {
    const { sent, address } = await invite('bo@syd.example')
    expect(sent.statusCode).toBe(303)
    const { reply, browser } = await accept(address)
    expect(reply.headers.location).toBe('/office')
    expect((await browser.get('/office')).body).not.toContain('annans')
    const accounts = await svar.store.usersByEmail('bo@syd.example')
    expect(accounts.map(({ organisation }) => organisation).toSorted()).toEqual(['nord', 'syd'])
    // Each password leads to its own organisation.
    const there = await signedIn(svar, 'bo@syd.example')
    expect((await there.get('/office/surveys/annans')).statusCode).toBe(200)
    expect((await signIn('bo@syd.example')).headers.location).toBe('/office')
  })
})

describe('a colleague', () => {
  test('who is suspended is out at once, and in again when let in', async () => {
    const { id, browser } = await joined('pausad@nord.example')
    const me = (await svar.store.colleagues('nord')).find(({ email }) => email.startsWith('anna'))!
    const page = async (of: string) => (await anna.get(`${people}/${of}`)).body
    expect(await page(id)).toContain(`${id}/suspension"`)
    // Nobody means to lock themselves out.
    expect(await page(me.id)).not.toMatch(/\/(suspension|sessions)"/)
    await anna.submit(`${people}/${id}/suspension`, {})
    expect((await browser.get('/office')).headers.location).toBe('/office/sign-in')
    const back = await signIn('pausad@nord.example')
    expect(back.statusCode).toBe(422)
    expect((await anna.submit(`${people}/${id}/suspension`, {})).statusCode).toBe(303)
    await anna.submit(`${people}/${id}/restoration`, {})
    expect((await browser.get('/office')).statusCode).toBe(303)
    expect((await signIn('pausad@nord.example')).headers.location).toBe('/office')
  })

  test('who is removed is out at once, and nothing but the name stays', async () => {
    const { id, browser } = await joined('borta@nord.example')
    const removed = await anna.submit(`${people}/${id}/removal`, {})
    expect(removed.headers.location).toBe(`${people}?done=removed`)
    expect((await browser.get('/office')).headers.location).toBe('/office/sign-in')
    expect(await colleague(id)).toBeUndefined()
    expect(await svar.store.usersByEmail('borta@nord.example')).toEqual([])
    expect((await svar.store.names('nord')).get(id)).toBe('Cia Berg')
    expect((await anna.submit(`${people}/${id}/removal`, {})).statusCode).toBe(303)
    expect((await anna.get(`${people}/${id}`)).statusCode).toBe(404)
    expect((await invite('borta@nord.example')).sent.statusCode).toBe(303)
  })

  test('whose invitation is taken back does not come in', async () => {
    const { id, address } = await invite('ångrad@nord.example')
    await anna.submit(`${people}/${id}/removal`, {})
    expect((await accept(address)).reply.statusCode).toBe(410)
  })

  test('is signed out of everywhere by an administrator', async () => {
    const { id, browser } = await joined('ute@nord.example')
    await anna.submit(`${people}/${id}/sessions`, {})
    expect((await browser.get('/office')).headers.location).toBe('/office/sign-in')
  })

  test('gets another role and sites; sites mean nothing to an editor', async () => {
    const { id } = await joined('roll@nord.example')
    await anna.submit(`${people}/${id}`, { role: 'reception', sites: ['vik', 'norr'] })
    expect(await colleague(id)).toMatchObject({ role: 'reception', sites: ['norr', 'vik'] })
    await anna.submit(`${people}/${id}`, { role: 'editor', sites: ['vik'] })
    expect(await colleague(id)).toMatchObject({ role: 'editor', sites: [] })
    expect((await anna.submit(`${people}/${id}`, { role: 'chef' })).statusCode).toBe(400)
    expect(
      (await anna.submit(`${people}/${id}`, { role: 'planner', sites: 'soder' })).statusCode,
    ).toBe(404)
  })
})

test('the last administrator stays, whoever tries and however', async () => {
  const me = `${people}/anna@nord.example`
  for (const [path, fields] of [
    [me, { role: 'planner' }],
    [`${me}/suspension`, {}],
    [`${me}/removal`, {}],
  ] as const) {
    const reply = await anna.submit(path, fields)
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('minst en administratör')
  }
  const { id, browser } = await joined('andra@nord.example', { role: 'administrator' })
  await anna.submit(`${people}/${id}/suspension`, {})
  expect((await anna.submit(`${me}/removal`, {})).statusCode).toBe(422)
  await anna.submit(`${people}/${id}/restoration`, {})
  expect((await anna.submit(me, { role: 'planner' })).statusCode).toBe(303)
  expect((await anna.get(people)).statusCode).toBe(403)
  expect((await browser.get(people)).statusCode).toBe(303)
})

async function signIn(email: string) {
  const browser = new Browser(svar.app)
  await browser.get('/office/sign-in')
  return browser.submit('/office/sign-in', { email, password })
}
