import { afterAll, beforeAll } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { client, type Person, startProvider } from '../identity-provider.ts'
import { ask, content, sites } from '../make.ts'
import { start, type Started } from '../start.ts'

export const password = 'lång och god mening'
export const settings = '/office/organisation/sign-in'
const base = 'http://127.0.0.1:4999'
const callback = `${base}/office/sign-in/callback`

export const lines = {
  'value-0': 'svar-admin',
  'role-0': 'administrator',
  'value-1': 'svar-plan',
  'role-1': 'planner',
  'sites-1': 'norr',
}

/** An office whose organisation has a service of its own for signing in. */
export function providerOffice() {
  let svar: Started
  let provider: Awaited<ReturnType<typeof startProvider>>
  beforeAll(async () => {
    provider = await startProvider(callback)
    svar = await start({ environment: { SVAR_BASE_URL: base } })
    await svar.open(content([ask.text('ord')], { sites: sites('norr', 'vik') }))
    await svar.open(content([ask.text('ord')], { id: 'annans' }), 'syd')
    await svar.addUser('anna@nord.example')
    await svar.addUser('bo@syd.example', 'syd')
  })
  afterAll(async () => {
    await svar.close()
    await provider.close()
  })

  let address = 0
  async function signedIn(email = 'anna@nord.example') {
    address += 1
    const browser = new Browser(svar.app, `192.0.2.${address}`)
    await browser.get('/office/sign-in')
    const reply = await browser.submit('/office/sign-in', { email, password })
    return { browser, reply }
  }

  return {
    get svar() {
      return svar
    },
    get provider() {
      return provider
    },
    signedIn,
    /** Saves the service through the form, as an administrator with a password. */
    async save(more: Record<string, string | string[]> = {}, browser?: Browser) {
      const own = browser ?? (await signedIn()).browser
      await own.get(settings)
      return own.submit(settings, {
        issuer: provider.issuer,
        'client-id': client.id,
        'client-secret': client.secret,
        claim: 'groups',
        passwords: 'yes',
        ...lines,
        ...more,
      })
    },
    /** From the button on the sign-in page to the provider and back. */
    async come(sub: string, person: Person, browser = new Browser(svar.app)) {
      provider.people.set(sub, person)
      const away = await browser.get('/office/sign-in/nord')
      const returned = await provider.signIn(away.headers.location!, sub)
      const path = returned.slice(base.length)
      return { browser, path, reply: await browser.get(path) }
    },
    who: async (email: string) => (await svar.store.usersByEmail(email))[0],
  }
}
