import { afterAll, beforeAll, beforeEach } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { onceOf, signedIn } from '../routes/two-offices.ts'
import { type Smtp, startSmtp } from '../smtp.ts'
import { NOON, start, type Started } from '../start.ts'

const people = '/office/people'
export const BASE = 'https://svar.example.se'
export const password = 'ett annat långt lösen'

/** An office with a mail server, empty before each test. */
export function mailOffice() {
  let smtp: Smtp
  let svar: Started
  let anna: Browser
  beforeAll(async () => {
    smtp = await startSmtp()
    const environment = {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'svar@example.se',
      SVAR_BASE_URL: BASE,
    }
    svar = await start({ environment })
    await svar.open(content([ask.text('ord')], { sites: sites('norr') }))
    await svar.addUser('anna@nord.example')
    anna = await signedIn(svar, 'anna@nord.example')
  })
  afterAll(async () => {
    await svar.close()
    await smtp.close()
  })
  beforeEach(async () => {
    smtp.behave('takes')
    svar.setClock(NOON)
    await svar.store.dropLetters(Number.MAX_SAFE_INTEGER)
    smtp.received.length = 0
    smtp.tries.length = 0
    svar.logged.length = 0
  })
  return {
    get smtp() {
      return smtp
    },
    get svar() {
      return svar
    },
    /** an administrator, signed in */
    get anna() {
      return anna
    },
    send: () => svar.post!.sendDue(),
    /** Asks a colleague in: the person's id. */
    async invite(email: string, more: Record<string, string> = {}) {
      const once = onceOf((await anna.get(`${people}/new`)).body)
      const fields = { once, name: 'Cia Berg', email, role: 'editor', ...more }
      const sent = await anna.submit(`${people}/new`, fields)
      return { id: once, fields, sent }
    },
    /** Asks for a new password as anyone may. */
    async forget(email: string, address?: string) {
      const browser = new Browser(svar.app, address)
      await browser.get('/office/forgotten')
      return browser.submit('/office/forgotten', { email })
    },
    async signIn(email: string, secret: string, address?: string) {
      const browser = new Browser(svar.app, address)
      await browser.get('/office/sign-in')
      const reply = await browser.submit('/office/sign-in', { email, password: secret })
      return { browser, status: reply.statusCode, reply }
    },
  }
}
