import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, text } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'
import { addTablet } from '../tablet.ts'
import { add, onceOf, signedIn } from './two-offices.ts'

const password = 'lång och god mening'
const places = [
  { id: 'norr', name: text('Norrby vårdcentral'), listed: 4321 },
  { id: 'vik', name: text('Vikens hälsocentral'), listed: 76543 },
  { id: 'ost', name: text('Östra mottagningen'), listed: 2109 },
]
const counts = { norr: 24, vik: 33, ost: 3 }

let svar: Started
let planner: Browser
let everywhere: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.choice('val'), ask.text('ord')], { sites: places }))
  for (const [site, count] of Object.entries(counts)) {
    for (let turn = 0; turn < count; turn += 1) {
      const fields = {
        submission: `response-${site}-${turn}`,
        site,
        val: 'a',
        ord: `ord från ${site}`,
      }
      expect((await svar.send('prov', fields)).statusCode).toBe(303)
    }
  }
  const access = { role: 'planner', sites: ['norr'] } as const
  await svar.addUser('norr@nord.example', 'nord', password, { ...access, sites: ['norr'] })
  await svar.addUser('alla@nord.example', 'nord', password, { ...access, sites: [] })
  planner = await signedIn(svar, 'norr@nord.example')
  everywhere = await signedIn(svar, 'alla@nord.example')
})
afterAll(() => svar.close())

const foreign = /Vikens|Östra|76[\s\u00a0]543|2[\s\u00a0]109|från vik|från ost|Övriga platser/
const dashboard = '/office/surveys/prov'

/** The first message of the live participation. */
async function live(browser: Browser) {
  const address = await svar.app.listen({ port: 0, host: '127.0.0.1' }).catch(listening)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const stop = new AbortController()
  const init = { headers: { cookie }, signal: stop.signal }
  const reply = await fetch(`${address}${dashboard}/live`, init)
  const { value } = await reply.body!.getReader().read()
  stop.abort()
  return JSON.parse(/data: (.*)/.exec(Buffer.from(value!).toString())![1]!) as {
    responses: number
    bySite: Record<string, number>
  }
}
const listening = () => {
  const { port } = svar.app.server.address() as { port: number }
  return `http://127.0.0.1:${port}`
}

describe('a planner of one site', () => {
  test('sees that site and the whole; of the others nothing', async () => {
    const all = (await everywhere.get(dashboard)).body
    for (const name of ['Norrby', 'Vikens', 'Östra', 'från vik']) expect(all).toContain(name)
    const own = (await planner.get(dashboard)).body
    expect(own).toContain('Du ser siffrorna för Norrby vårdcentral och för alla platser')
    expect(own).toContain('ord från norr')
    expect(own).toMatch(/data-live-count="responses">60</)
    expect(own).not.toMatch(foreign)
  })

  test('hears of those two only while answers come', async () => {
    expect(await live(everywhere)).toMatchObject({ responses: 60, bySite: counts })
    const heard = await live(planner)
    expect(heard.responses).toBe(60)
    expect(heard.bySite).toEqual({ norr: 24 })
  })

  test('does not see the tablets that others’ answers wait on', async () => {
    await addTabletAt('vik', 'Vikplattan')
    await addTabletAt('norr', 'Norrplattan')
    svar.setClock('2026-09-01T12:00:00+02:00')
    everywhere = await signedIn(svar, 'alla@nord.example')
    planner = await signedIn(svar, 'norr@nord.example')
    expect((await everywhere.get(dashboard)).body).toContain('Vikplattan')
    const own = (await planner.get(dashboard)).body
    expect(own).toContain('Norrplattan')
    expect(own).not.toContain('Vikplattan')
    expect(own).not.toContain('/office/tablets')
  })

  test('nor anything else when the final release has merged the small ones', async () => {
    await svar.store.finalise('prov', NOON)
    expect((await everywhere.get(dashboard)).body).toContain('Östra')
    const own = (await planner.get(dashboard)).body
    expect(own).toContain('Norrby')
    expect(own).not.toMatch(foreign)
    expect((await planner.get('/office')).body).not.toMatch(foreign)
    svar.setClock(NOON)
  })
})

test('a reception of one site knows of no tablets elsewhere', async () => {
  const access = { role: 'reception' as const, sites: ['norr'] }
  await svar.addUser('disken@nord.example', 'nord', password, access)
  const desk = await signedIn(svar, 'disken@nord.example')
  expect((await desk.get('/office')).headers.location).toBe('/office/tablets')
  const page = (await desk.get('/office/tablets')).body
  expect(page).toContain('Norrplattan')
  expect(page).not.toMatch(/Vikplattan|Vikens/)
  const vik = (await svar.store.devices('nord')).find(({ site }) => site === 'vik')!
  for (const tail of ['', '/code']) {
    expect((await desk.get(`/office/tablets/${vik.id}${tail}`)).statusCode).toBe(404)
  }
  const once = onceOf((await desk.get('/office/tablets/new')).body)
  const moved = await desk.submit('/office/tablets/new', { once, name: 'Ny', site: 'vik' })
  expect(moved.statusCode).toBe(404)
  expect((await add(desk, 'Disken')).sent.statusCode).toBe(303)
})

async function addTabletAt(site: string, name: string) {
  const { id } = await addTablet(svar, NOON, 'nord', site)
  await svar.store.changeDevice('nord', id, { name }, { by: 'test', at: NOON })
  await enrol(id)
}

async function enrol(id: string) {
  const code = Buffer.from(`code of ${id}`)
  const act = { by: 'test', at: NOON }
  const now = Date.parse(NOON)
  await svar.store.renewCode('nord', id, code, now + 1000, act)
  await svar.store.enrol(code, Buffer.from(`token of ${id}`), now)
}
