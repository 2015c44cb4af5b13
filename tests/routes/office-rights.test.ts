import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Deps } from '../../src/routes/deps.ts'
import { sessions } from '../../src/routes/office/session.ts'
import { hashSecret } from '../../src/secrets.ts'
import { type Role, roles } from '../../src/survey/rights.ts'
import { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, NOON, SECRET, start, type Started } from '../start.ts'
import { addTablet } from '../tablet.ts'
import { allowed, asked, doorsOf } from './office-doors.ts'

let svar: Started
const own: Record<string, string> = {}
const foreign: Record<string, string> = {}

beforeAll(async () => {
  svar = await start()
  const survey = { sites: sites('norr') }
  await svar.open(content([ask.text('ord')], survey))
  await svar.open(content([ask.text('ord')], { ...survey, id: 'annans' }), 'syd')
  for (const role of roles) await svar.addUser(`${role}@nord.example`, 'nord', password, as(role))
  await svar.addUser('chef@syd.example', 'syd', password)
  await svar.addUser('boss@nord.example', 'nord', password)
  const tablet = async (organisation: string) =>
    (await addTablet(svar, NOON, organisation, 'norr')).id
  for (const organisation of ['nord', 'syd']) {
    const { store } = svar
    const id = (name: string) => `${name}-${organisation}`
    await store.addSite(organisation, id('plats'), { name: 'Plats', names: {} }, ACT)
    await store.addSiteGroup(organisation, { id: id('grupp'), name: 'Grupp' }, ACT)
    const text = 'id,name\nny,Ny'
    await store.holdSiteFile(organisation, id('fil'), { text, encoding: 'utf-8' }, ACT.at)
    const ids = { site: id('plats'), group: id('grupp'), file: id('fil') }
    Object.assign(organisation === 'nord' ? own : foreign, ids)
  }
  Object.assign(own, {
    survey: 'prov',
    question: 'ord',
    device: await tablet('nord'),
    person: 'boss@nord.example',
    ...(await writtenIn('nord', 'prov')),
    purged: await purged('nord'),
  })
  Object.assign(foreign, {
    survey: 'annans',
    // Asked in both: a survey that is not one's own has no questions either.
    question: 'ord',
    device: await tablet('syd'),
    person: 'chef@syd.example',
    ...(await writtenIn('syd', 'annans')),
    purged: await purged('syd'),
  })
})
afterAll(() => svar.close())

/** A survey whose responses are deleted: what is told of that is told of no other. */
async function purged(organisation: string) {
  const id = `gallrad-${organisation}`
  await svar.open(content([ask.text('ord')], { sites: sites('norr'), id }), organisation)
  await svar.send(id, { submission: `response-${id}`, site: 'norr', ord: 'ord' })
  await svar.store.beginPurge(id, { way: 'command', at: ACT.at })
  return id
}

/** A released text and a theme. */
async function writtenIn(organisation: string, survey: string) {
  for (let turn = 0; turn < 10; turn += 1) {
    const submission = `response-${survey}-${turn}`
    await svar.send(survey, { submission, site: 'norr', ord: `ord ${turn}` })
  }
  const theme = { id: `tema-${organisation}`, name: 'Tider', description: '', key: '1' }
  await svar.store.saveTheme(organisation, survey, theme, ACT)
  const said = { said: {}, did: {}, goal: {}, state: 'done', on: '2026-07-01' } as const
  const undertaking = { id: `atgard-${organisation}`, version: 1, body: said }
  await svar.store.saveUndertaking(organisation, survey, undertaking, ACT)
  const { comments } = (await svar.store.comments(organisation, survey))!
  return { text: comments[0]!.id, theme: theme.id, undertaking: undertaking.id }
}

const password = 'lång och god mening'
const as = (role: Role) => ({ role, sites: [] })
const doors = Object.entries(asked)
const idIn = /:(survey|device|person|site|group|file|text|theme|undertaking)\b/
const split = (door: string) => door.split(' ') as ['GET' | 'POST', string]

/** A signed-in browser without the work of a password. */
async function signedIn(user: string) {
  const browser = new Browser(svar.app)
  const token = `session of ${user}, ${Math.floor(performance.now() * 1e6)}`
  await svar.store.openSession(hashSecret(token), user, Date.parse(NOON))
  browser.cookies.set('svar-session', token)
  await browser.get('/office/account')
  return browser
}

const knock = (browser: Browser, door: string, ids: (name: string) => string) => {
  const [method, path] = split(door)
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids(name)))
  return method === 'GET' ? browser.get(url) : browser.submit(url, { role: 'editor' })
}
const unknown = () => 'finns-inte'
/** The id that a door is about, by its name there. */
const about = (ids: Record<string, string>, door: string) => (name: string) =>
  ids[name === 'survey' && door.includes('/deletion') ? 'purged' : name]!

test('every door of the office is in the table, and no other', async () => {
  expect(doorsOf(svar.app)).toEqual(Object.keys(asked).toSorted())
})

test.each(doors.filter(([, right]) => right !== 'public'))(
  '%s without a session leads to sign-in',
  async (door) => {
    const reply = await knock(new Browser(svar.app), door, unknown)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/office/sign-in'])
  },
)

describe.each(roles)('%s', (role) => {
  test.each(doors.filter(([, right]) => right !== 'public'))('%s (%s)', async (door, right) => {
    const browser = await signedIn(`${role}@nord.example`)
    const reply = await knock(browser, door, unknown)
    const may = right === 'own' || allowed[role]!.includes(right)
    if (may) expect(reply.statusCode).not.toBe(403)
    else expect(reply.statusCode).toBe(403)
    expect(reply.statusCode).toBeLessThan(500)
    if (!door.endsWith('/sign-out')) expect(reply.headers.location).not.toBe('/office/sign-in')
    if (!may) expect(reply.body).toContain('Det här ingår inte i din roll')
  })

  test('finds only its own rooms in the navigation', async () => {
    const page = (await (await signedIn(`${role}@nord.example`)).get('/office/account')).body
    const rooms = { numbers: '/office"', tablets: '/office/tablets"', people: '/office/people"' }
    for (const [right, link] of Object.entries({ ...rooms, audit: '/office/audit"' })) {
      const nav = /<nav class="rooms".*?<\/nav>/s.exec(page)![0]
      expect(nav.includes(`href="${link}`), right).toBe(allowed[role]!.includes(right))
    }
  })
})

test('a door that does not say what it asks for lets nobody in', async () => {
  const office = fastify()
  await office.register(cookie, { secret: SECRET })
  const { store } = svar
  sessions(office, { store, clock: () => Date.parse(NOON), config: {} } as Deps)
  office.get('/forgotten', async () => 'inside')
  office.get('/said', { config: { right: 'own' } }, async () => 'inside')
  const token = (await signedIn('administrator@nord.example')).cookies.get('svar-session')!
  const at = (url: string) => office.inject({ url, cookies: { 'svar-session': token } })
  expect((await at('/said')).body).toBe('inside')
  expect((await at('/forgotten')).json()).toMatchObject({ message: 'not-allowed' })
  await office.close()
})

describe('what is another organisation’s looks exactly like what nobody has', () => {
  const withIds = doors.filter(([door]) => idIn.test(door))

  test.each(withIds)('%s', async (door) => {
    const browser = await signedIn('administrator@nord.example')
    const before = await everything()
    const theirs = await knock(browser, door, about(foreign, door))
    const nobodys = await knock(browser, door, (name) => (name === 'question' ? 'ord' : unknown()))
    expect(theirs.statusCode).toBe(404)
    expect(nobodys.statusCode).toBe(404)
    const names = [...door.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const ids = names.filter((name) => name !== 'question').map(about(foreign, door))
    const neutral = (body: string, known: string[]) =>
      known
        .reduce((text, id) => text.replaceAll(encodeURIComponent(id), 'ID'), body)
        .replaceAll(/value="[^"]*"/g, '')
    expect(neutral(theirs.body, ids)).toBe(neutral(nobodys.body, [unknown()]))
    expect(await everything()).toEqual(before)
  })

  test.each(withIds.filter(([door]) => door.startsWith('GET') && !door.endsWith('/live')))(
    'while one’s own is there: %s',
    async (door) => {
      const browser = await signedIn('administrator@nord.example')
      const reply = await knock(browser, door, about(own, door))
      expect([200, 303]).toContain(reply.statusCode)
    },
  )

  const everything = async () => [
    await svar.store.colleagues('syd'),
    await svar.store.devices('syd'),
    await svar.store.sites('syd'),
    await svar.store.siteGroups('syd'),
    await svar.store.audit('syd', {}, { most: 1000 }),
    await svar.store.comments('syd', 'annans'),
    await svar.store.themes('syd', 'annans'),
    await svar.store.codings('syd', 'annans'),
    await svar.store.published('annans'),
    await svar.store.editionDraft('syd', 'annans'),
  ]
})

test('rights go with the role at once', async () => {
  await svar.addUser('byter@nord.example', 'nord', password)
  const browser = await signedIn('byter@nord.example')
  expect((await browser.get('/office/people')).statusCode).toBe(200)
  await svar.store.changeAccess('nord', 'byter@nord.example', as('planner'), ACT)
  expect((await browser.get('/office/people')).statusCode).toBe(403)
})
