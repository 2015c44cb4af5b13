import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask, content, options, sites, text } from '../make.ts'
import { dataFolder, serve, svar } from '../process/product.ts'
import { surveyFile } from '../process/survey-file.ts'
import type { Server } from '../server.ts'
import { theBrowser } from '../chromium.ts'
import { choose, onward } from './tablet.ts'

const NORD = ['--organisation', 'nord']
const PASSWORD = 'lång och god mening'
const PRELOAD = join(import.meta.dirname, '../process/clock.mjs')

export type Day = Awaited<ReturnType<typeof makeDay>>

/**
 * The built product as processes that live at another time than the machine, which can be moved
 * on; with a survey of the tablet's three languages and one who signs in to the office.
 */
export async function makeDay(instant: string) {
  const folder = dataFolder()
  let ahead = Date.parse(instant) - Date.now()
  let server: Server | undefined
  const environment = () => ({
    CLOCK_AHEAD: String(ahead),
    NODE_OPTIONS: `--import=${PRELOAD}`,
    SVAR_DEMO: '0',
  })
  async function run(...args: string[]): Promise<string> {
    const { code, out, err } = await svar(folder, args, environment())
    expect(code, err).toBe(0)
    return out
  }
  await run('survey', 'import', surveyFile(folder, fill).path, ...NORD)
  await run('survey', 'open', 'dag')
  await run('user', 'add', 'anna@nord.example', '--password', PASSWORD, ...NORD)

  return {
    folder,
    run,
    /** by the clock of the processes */
    now: () => Date.now() + ahead,
    /** The server notices when it starts anew. */
    passes: (milliseconds: number) => void (ahead += milliseconds),
    /** Starts the server; returns its port. */
    async start() {
      server = await serve(folder, environment())
      return server.port
    },
    /** The server's machine loses its power. */
    async kill() {
      await server!.stop('SIGKILL')
    },
    said: () => server!.said(),
    port: () => server!.port,
  }
}

/** What the fleet page knows of the only tablet. */
export async function refusals({ run }: Day) {
  const [{ queued, refused }] = JSON.parse(await run('device', 'list', '--json')) as [
    { queued: number; refused: number },
  ]
  return { queued, refused }
}

/** What a machine may read of the survey. */
export async function results({ run, port }: Day) {
  const token = (await run('token', 'add', ...NORD, '--scope', 'read')).trim()
  const reply = await fetch(`http://127.0.0.1:${port()}/api/surveys/dag/results`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return reply.json()
}

const LANGUAGES = ['sv', 'da', 'en']

/** Quickly answered: one touch, and words by which the test knows the answer again. */
function fill(tree: Record<string, unknown>) {
  const all = content([], { sites: sites('norr', 'soder') })
  const { privacy, ...rest } = all
  const translated = Object.entries(privacy).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : inAll(name),
  ])
  Object.assign(tree, rest, {
    id: 'dag',
    languages: LANGUAGES,
    title: { sv: 'En dag', da: 'En dag på dansk', en: 'One day' },
    intro: inAll('intro'),
    opens: '2026-06-01',
    closes: '2026-08-31',
    sites: sites('norr', 'soder').map((site) => ({ ...site, name: inAll(site.id) })),
    privacy: { ...Object.fromEntries(translated), retainUntil: '2027-08-31' },
    questions: [
      {
        ...ask.choice('val'),
        text: inAll('Val'),
        options: options('a', 'b').map(({ id }) => ({ id, text: inAll(id) })),
      },
      { ...ask.text('eget'), text: inAll('Eget') },
    ],
  })
}

const inAll = (words: string) => text(words, LANGUAGES)

/** The office's own pages: signs in, adds a tablet, and reads the code aloud. */
export async function codeFromOffice(address: string): Promise<string> {
  const page = await (await theBrowser()).newPage({ locale: 'sv-SE' })
  try {
    await page.goto(`${address}/office/sign-in`)
    await page.locator('#email').fill('anna@nord.example')
    await page.locator('#password').fill(PASSWORD)
    await page.locator('#password').press('Enter')
    await page.waitForURL('**/office')
    await page.goto(`${address}/office/tablets/new?site=norr`)
    await page.locator('#name').fill('Väntrummet')
    await page.getByRole('main').getByRole('button').click()
    return (await page.locator('.handover-code .spelt').textContent())!
  } finally {
    await page.close()
  }
}

const BUTTONS = { sv: 'Svenska', da: 'Dansk', en: 'English' }
const THANKS = {
  sv: 'Tack för ditt svar!',
  da: 'Tak for dit svar!',
  en: 'Thank you for your answers',
}
export type Language = keyof typeof BUTTONS

/** A person comes as far as the words. */
export async function beginWriting(page: Page, language: Language, words: string) {
  await page.getByRole('button', { name: BUTTONS[language] }).tap()
  await choose(page, 0)
  await onward(page)
  await page.locator('textarea').fill(words)
}

/** A person answers, and is thanked. */
export async function answer(page: Page, language: Language, words: string) {
  await beginWriting(page, language, words)
  await send(page, language)
}

/** Sends what has been answered, and is thanked. */
export async function send(page: Page, language: Language) {
  await onward(page)
  await page.getByRole('heading', { name: THANKS[language] }).waitFor()
}

/** The thanks are put away. */
export const leave = (page: Page) => page.locator('.ways .button').tap()
