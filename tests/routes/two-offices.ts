import { afterAll, beforeAll, beforeEach } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, NOON, start, type Started } from '../start.ts'

export const tablets = '/office/tablets'

/** Two organisations with sites and a user each, and no tablets at the start of each test. */
export function twoOffices() {
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
  beforeEach(async () => {
    svar.setClock(NOON)
    for (const organisation of ['nord', 'syd']) {
      for (const { id } of await svar.store.devices(organisation)) {
        await svar.store.revokeDevice(organisation, id, { ...ACT, at: NOON })
        await svar.store.removeDevice(organisation, id, ACT)
      }
    }
  })
  return {
    get svar() {
      return svar
    },
    /** of the first organisation, signed in */
    get anna() {
      return anna
    },
    devices: (organisation = 'nord') => svar.store.devices(organisation),
    async enrol(code: string) {
      const now = Temporal.Instant.from(NOON).epochMilliseconds
      return svar.store.enrol(hashSecret(code), hashSecret(makeSecret()), now)
    },
  }
}

export async function signedIn(svar: Started, email: string) {
  const browser = new Browser(svar.app)
  await browser.get('/office/sign-in')
  await browser.submit('/office/sign-in', { email, password: 'lång och god mening' })
  return browser
}

/** What names the sending of a page's form. */
export const onceOf = (html: string) => /name="once" value="([\w-]+)"/.exec(html)![1]!

/** The codes and PINs on a page. */
export const spelt = (html: string) =>
  [...html.matchAll(/class="spelt">([^<]+)</g)].map(([, text]) => text!.replaceAll(/[\s-]/g, ''))

/** Adds a tablet through the form, and gives back its id, code and PIN. */
export async function add(browser: Browser, name = 'Receptionen', site = 'norr') {
  const once = onceOf((await browser.get(`${tablets}/new`)).body)
  const sent = await browser.submit(`${tablets}/new`, { once, name, site })
  const page = await browser.get(sent.headers.location!)
  const [code, pin] = spelt(page.body)
  return { id: once, sent, page, code: code!, pin: pin! }
}
