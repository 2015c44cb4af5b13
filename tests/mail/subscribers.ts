import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { News } from '../../src/survey/subscription.ts'
import { formOf } from '../form.ts'
import { ask, content, sites, text } from '../make.ts'
import { type Received, type Smtp, startSmtp } from '../smtp.ts'
import { NOON, start, type Started } from '../start.ts'

export const languages = ['sv', 'da', 'en']
export const BASE = 'https://svar.example.se'

/** A survey `prov` with a mail server; each test has addresses of its own. */
export function subscribers(environment: Record<string, string> = {}) {
  let smtp: Smtp
  let svar: Started
  beforeAll(async () => {
    smtp = await startSmtp()
    svar = await start({
      environment: {
        SMTP_URL: smtp.url,
        MAIL_FROM: 'svar@example.se',
        SVAR_BASE_URL: BASE,
        ...environment,
      },
    })
    const title = { sv: 'Åsa & Øjvind', da: 'Øl på ære', en: 'Care' }
    const survey = { languages, title, sites: sites('norr') }
    for (const id of ['prov', 'annan']) {
      await svar.open(
        content([ask.text('ord', { text: text('Ord', languages) })], { id, ...survey }),
      )
    }
  })
  afterAll(async () => {
    await svar.close()
    await smtp.close()
  })
  beforeEach(() => {
    smtp.behave('takes')
    svar.setClock(NOON)
    smtp.received.length = 0
    smtp.tries.length = 0
    svar.logged.length = 0
  })

  let address = 0
  const here = {
    get smtp() {
      return smtp
    },
    get svar() {
      return svar
    },
    send: () => svar.post!.sendDue(),
    post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      // Each from a network of its own, unless the test says which.
      address += 1
      return svar.app.inject({
        method: 'POST',
        url,
        remoteAddress: `198.51.${address % 250}.7`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: formOf(fields),
      })
    },
    ask: (email: string, lang = 'sv', survey = 'prov') =>
      here.post(`/s/${survey}/subscribe`, { email, lang }),
    /** Asks, and confirms by the link in the letter. */
    async subscribe(email: string, lang = 'sv', survey = 'prov') {
      await here.ask(email, lang, survey)
      await here.send()
      const letter = here.letterTo(email)
      await here.post(pathIn(letter, 'confirm'), { page: '1' })
      smtp.received.length = 0
      smtp.tries.length = 0
    },
    letterTo(email: string): Received {
      const found = smtp.received.findLast(({ to }) => to.includes(email))
      if (!found) throw new Error(`no letter to ${email}`)
      return found
    },
    /** Tells news and sends until nothing is left to do now. */
    async tell(news: Partial<News> & { id: string }) {
      const told = await svar.subscriptions.tell(newsOf(news))
      await here.send()
      return told
    },
  }
  return here
}

export const newsOf = (more: Partial<News> & { id: string }): News => ({
  survey: 'prov',
  kind: 'results',
  title: { sv: 'Så svarade ni', da: 'Sådan svarede I', en: 'What you answered' },
  summary: { sv: 'Tack.\n\nNi vill ha tider.', da: 'Tak.', en: 'Thanks.' },
  path: '/s/prov/results',
  ...more,
})

/** The link of ours in a letter, without the host. */
export function pathIn({ letter }: Received, page: 'confirm' | 'leave') {
  const links = new RegExp(`${BASE}(/subscription/${page}/[0-9a-f]{48}\\?lang=\\w\\w)`)
  const [, path] = links.exec(letter.text ?? '') ?? []
  if (!path) throw new Error(`no link to ${page} in: ${letter.text}`)
  return path
}
