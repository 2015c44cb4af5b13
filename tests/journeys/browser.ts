import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { makePasswords } from '../../src/sign-in/passwords.ts'
import { loadDemo } from '../../src/commands/demo.ts'
import type { locales } from '../../src/i18n.ts'
import { theBrowser } from '../chromium.ts'
import { freePort } from '../server.ts'
import { NOON, start, type Started } from '../start.ts'
import { watch } from './watch.ts'

export const PHONE = { width: 360, height: 740 }

interface Setting {
  now?: string
  /** interface words of more languages */
  more?: typeof locales
  /** settings of the server */
  environment?: Record<string, string>
  /** makes what there is to visit, instead of the demo */
  prepare?: (svar: Started) => Promise<void>
  /** cookies are part of the journey: the office's */
  cookies?: boolean
  /** pages stay open from test to test: a new browser each time is slow */
  together?: boolean
  /** pages are reached through another server */
  elsewhere?: boolean
  /** users are made by the command line, whose passwords are dear */
  commanded?: boolean
  /** by a name, and the server knows it: passkeys belong to names */
  named?: boolean
}

type ContextOptions = Parameters<Browser['newContext']>[0]

/**
 * One listening server for a file of journeys, and contexts of the browser that all files share.
 * After each test the pages close, and must have been quiet: no error in the console, no cookie,
 * nothing stored, no other origin.
 */
export function journeys(setting: Setting = {}) {
  const {
    now = NOON,
    more,
    environment = {},
    prepare,
    cookies = false,
    together = false,
    elsewhere = false,
    named = false,
    commanded = false,
  } = setting
  let browser: Browser
  let svar: Started
  let address: string
  const contexts: BrowserContext[] = []
  let noise: string[] = []

  beforeAll(async () => {
    const port = named ? await freePort() : 0
    const own = { SVAR_BASE_URL: `http://localhost:${port}` }
    svar = await start({
      now,
      more,
      environment: named ? { ...environment, ...own } : environment,
      ...(commanded && { passwords: makePasswords() }),
    })
    await (prepare ? prepare(svar) : loadDemo(svar.store, Date.parse(now)))
    address = await svar.app.listen({ port, host: '127.0.0.1' })
    if (named) address = own.SVAR_BASE_URL
    browser = await theBrowser()
  })
  afterEach(async () => {
    const kept = await Promise.all(contexts.map((context) => context.storageState()))
    if (!together) await Promise.all(contexts.splice(0).map((context) => context.close()))
    const heard = noise
    noise = []
    expect(heard).toEqual([])
    if (!cookies) for (const state of kept) expect(state).toEqual({ cookies: [], origins: [] })
  })
  afterAll(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    await svar?.close()
  })

  return {
    get svar() {
      return svar
    },
    get address() {
      return address
    },
    /** A new person's browser, on a path of the server or a whole address. */
    async visit(path: string, options: ContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ locale: 'sv-SE', viewport: PHONE, ...options })
      contexts.push(context)
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      if (!elsewhere) watch(page, address, (said) => noise.push(said))
      await page.goto(new URL(path, address).href)
      return page
    },
  }
}
