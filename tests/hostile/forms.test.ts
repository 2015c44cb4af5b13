import { expect, test } from 'vitest'
import { onceOf } from '../routes/two-offices.ts'
import { type Office, twins } from './twins.ts'

const here = twins('hostile words in forms', {
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'svar@example.se',
  SVAR_BASE_URL: 'https://svar.example.se',
})

/** Opens a form, sends it, and follows where it leads. */
async function send(office: Office, path: string, fields: Record<string, string>, to = path) {
  const { browser, see } = office
  const page = see(await browser.get(path)).body
  const once = { once: /name="once"/.test(page) ? onceOf(page) : '' }
  const reply = see(await browser.submit(to, { ...once, ...fields }))
  const { location } = reply.headers
  if (location) see(await browser.get(location))
  return reply
}

test('what is typed into a form of the office is words, refused or taken', async () => {
  await here.both(4, async (office, round) => {
    const { say, browser, see } = office
    // A format refuses both twins alike where neither can be of it.
    const never = (longest?: number) => `§${say(longest)}`
    const email = `p${round}@${office.name}.example`
    await send(office, '/office/account', { name: say(60) }, '/office/account/name')
    await send(office, '/office/organisation', { name: say(60), accent: '#0b5f66' })
    const contact = { name: say(), accent: never(), email: never(), phone: never() }
    await send(office, '/office/organisation', contact)
    const names = { 'name.da': say(), 'name.en': say() }
    await send(office, '/office/sites/new', { name: say(), id: `plats-${round}`, ...names })
    const faulty = { id: never(), listed: never(), countedOn: never(), group: never() }
    await send(office, '/office/sites/new', { name: say(300), ...faulty, ...names })
    await send(office, `/office/sites/site/plats-${round}`, { name: say(), ...names })
    await send(office, '/office/people/new', { name: say(60), email, role: 'editor' })
    await send(office, '/office/people/new', { name: say(500), email: never(), role: never() })
    await send(office, '/office/tablets/new', { name: say(50), site: '' })
    await send(office, '/office/surveys/new', { from: 'blank', title: say(400), address: never() })
    await send(office, '/office/surveys/new', { from: never(), copy: never(), languages: never() })
    const service = { issuer: never(), 'client-id': say(), claim: say(), 'client-secret': say() }
    const lines = { 'value-0': say(), 'role-0': never(), 'value-1': say(), 'role-1': 'planner' }
    await send(office, '/office/organisation/sign-in', { ...service, ...lines })
    const key = { 'passkey-name': say(), credential: say() }
    // Its password is hashed at each try.
    if (round === 0) await send(office, '/office/account', key, '/office/account/passkeys')
    for (const path of rooms) see(await browser.get(path))
  })
  expect(here.said).toBeGreaterThan(120)
})

const rooms = ['/office', '/office/people', '/office/audit', '/office/sites', '/office/account']

test('what is looked for is words, in every field that looks', async () => {
  await here.both(8, async ({ browser, see, say }) => {
    for (const [path, names] of Object.entries(fields)) {
      const query = new URLSearchParams(names.map((name) => [name, `§${say()}`]))
      see(await browser.get(`${path}?${query.toString()}`))
    }
  })
})

const fields: Record<string, string[]> = {
  '/office': ['q', 'archive', 'done'],
  '/office/sites': ['q', 'group', 'state', 'page'],
  '/office/audit': ['by', 'what', 'day', 'before'],
  '/office/audit.csv': ['by', 'what', 'day'],
  '/office/surveys/new': ['copy'],
  '/office/tablets/new': ['site'],
  '/office/sign-in': ['email', 'to', 'lang'],
}

test('who is not signed in gets words back', async () => {
  await here.both(2, async ({ browser, see, say }) => {
    for (const path of ['/office/sign-in', '/office/forgotten', '/office/second-step']) {
      const fields = { email: `§${say()}`, password: say(), code: say() }
      see(await browser.submit(path, fields))
    }
    for (const path of ['invited', 'reset', 'welcome', 'sign-in']) {
      see(await browser.get(`/office/${path}/${encodeURIComponent(say(40).toWellFormed())}`))
    }
  })
})
