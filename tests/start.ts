import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeApp } from '../src/app.ts'
import { loadAssets } from '../src/assets.ts'
import { readConfig } from '../src/config.ts'
import { locales, makeInterface } from '../src/i18n.ts'
import { makeLive } from '../src/live.ts'
import { makePost } from '../src/mail/sender.ts'
import { makePasswords, type Passwords } from '../src/sign-in/passwords.ts'
import { openSqlite } from '../src/store/sqlite/sqlite.ts'
import { openSubscriptions } from '../src/store/sqlite/subscriptions/subscriptions.ts'
import type { Access } from '../src/survey/rights.ts'
import type { Content } from '../src/survey/questionnaire.ts'
import { formOf } from './form.ts'

/** Noon on a day on which surveys of `make.ts` are open. */
export const NOON = '2026-07-01T12:00:00+02:00'

/** For what a test does without anyone at the door. */
export const ACT = { by: 'test', at: '2026-07-01T10:00:00Z' }

export const SECRET = 'a secret of the tests, long enough'

interface Options {
  now?: string
  environment?: Record<string, string>
  more?: typeof locales
  /** milliseconds between what live readers are told */
  pause?: number
  /** those of the product where it made users by itself */
  passwords?: Passwords
}

export type Started = Awaited<ReturnType<typeof start>>

/** The whole server on the real store in a temporary folder; the clock stands until it is set. */
export async function start(options: Options = {}) {
  const { now = NOON, environment = {}, more = {}, pause, passwords = cheap } = options
  const folder = mkdtempSync(join(tmpdir(), 'svar-test-'))
  let instant = Temporal.Instant.from(now).epochMilliseconds
  const logged: { what: object; words: string }[] = []
  const live = makeLive('run', pause)
  const wordless = new Set<string>()
  const config = readConfig({ SVAR_DATA: folder, ...environment })
  const store = openSqlite(folder, config.backups?.folder)
  const subscriptions = openSubscriptions(folder, config.backups?.folder)
  const parts = {
    store,
    subscriptions,
    interface: makeInterface(more, (key, language) => {
      wordless.add(`${language} ${key}`)
      throw new Error(`no words for "${key}" in "${language}"`)
    }),
    secret: SECRET,
    clock: () => instant,
    log: { error: (what: object, words: string) => logged.push({ what, words }) },
  }
  const post = config.mail && makePost({ config: config.mail, ...parts, patience: 3000 })
  const app = await makeApp({
    ...parts,
    passwords,
    live,
    assets: loadAssets(join(import.meta.dirname, '../dist/web')),
    config,
    post,
  })
  const started = {
    app,
    store,
    subscriptions,
    live,
    folder,
    /** sends letters, where the environment says how; by itself it sends nothing */
    post,
    /** what the operator was told */
    logged,
    setClock(at: string) {
      instant = Temporal.Instant.from(at).epochMilliseconds
    },
    /** Opens a survey, under an organisation that it makes. */
    async open(content: Content, organisation = 'nord', demo = false) {
      await store.saveOrganisation(
        {
          id: organisation,
          name: organisation,
          accent: '#0b5f66',
          demo,
        },
        ACT,
      )
      await store.saveDraft(organisation, content, content, ACT)
      await store.issue(organisation, content.id, content, { by: 'test', at: now })
    },
    /** Sends a form as a browser does. */
    send(survey: string, fields: Record<string, string | string[]>, headers = {}) {
      return app.inject({
        method: 'POST',
        url: `/s/${survey}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: formOf(fields),
      })
    },
    async addUser(
      email: string,
      organisation = 'nord',
      password = 'lång och god mening',
      access: Access = { role: 'administrator', sites: [] },
    ) {
      const user = { id: email, organisation, email, name: email, ...access }
      await store.addUser({ ...user, password: await cheap.hash(password) }, ACT)
      return { email, password }
    },
    async close() {
      await app.close()
      await subscriptions.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
      // Also where the test did not look at the page that failed.
      if (wordless.size > 0) throw new Error(`no words for ${[...wordless].join(', ')}`)
    },
  }
  return started
}

/** Guessing is to be dear, and many tests are guessers. */
export const cheap = makePasswords({ memory: 64, passes: 1 })
