import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import { makePost } from '../../src/mail/sender.ts'
import { startSchedule } from '../../src/schedule.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { openSubscriptions } from '../../src/store/sqlite/subscriptions/subscriptions.ts'
import { formOf } from '../form.ts'
import { BASE } from '../mail/subscribers.ts'
import { pair } from '../process/keeping.ts'
import { svar as command } from '../process/product.ts'
import { signedIn } from '../routes/two-offices.ts'
import { type Smtp, startSmtp } from '../smtp.ts'
import { ACT, SECRET, start, type Started } from '../start.ts'
import { tree } from '../survey/tree.ts'

/** In every text that is written, to be looked for in the bytes of files. */
export const PLANTED = 'Utplanterat'

/** Open in October through the day of 25 hours, deleted on the day of 23. */
export const asked = (more: object = {}) => {
  const [val] = tree()['questions'] as object[]
  const ord = {
    id: 'ord',
    kind: 'text',
    text: { sv: 'Vad vill du säga?', da: 'Hvad vil du sige?' },
  }
  return tree({
    id: 'prov',
    title: { sv: 'Vården nära dig', da: 'Behandling tæt på' },
    timeZone: 'Europe/Stockholm',
    smallestGroup: 5,
    opens: '2026-10-01',
    closes: '2026-10-25',
    graceDays: 7,
    sites: [
      { id: 'norr', name: 'Norr', listed: 1200 },
      { id: 'vik', name: 'Vik', listed: 800 },
    ],
    privacy: { ...(tree()['privacy'] as object), retainUntil: '2027-03-28' },
    questions: [{ ...val, id: 'val', other: false, required: false }, ord],
    ...more,
  })
}

/** A server with mail and backups, a second process on its folder, and the days that pass. */
export function wholeLife() {
  let smtp: Smtp
  let svar: Started
  let other: Process
  let backups: string
  let now = 0
  let from = 0

  beforeAll(async () => {
    backups = mkdtempSync(join(tmpdir(), 'svar-backups-'))
    smtp = await startSmtp()
    svar = await start({
      now: '2026-09-15T09:00:00+02:00',
      environment: {
        SMTP_URL: smtp.url,
        MAIL_FROM: 'svar@svar.example.se',
        SVAR_BASE_URL: BASE,
        SVAR_BACKUPS: backups,
        SVAR_BACKUP_KEY: pair.publicKey,
      },
    })
    const nord = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }
    await svar.store.saveOrganisation(nord, ACT)
    await svar.addUser('anna@nord.example')
    other = open(svar.folder)
  })
  afterAll(async () => {
    await other.store.close()
    await other.subscriptions.close()
    await svar.close()
    await smtp.close()
    rmSync(backups, { recursive: true })
  })

  type Process = ReturnType<typeof open>
  function open(folder: string) {
    const parts = {
      store: openSqlite(folder, backups),
      subscriptions: openSubscriptions(folder, backups),
      interface: makeInterface(),
      secret: SECRET,
    }
    const log = { error: (_: object, words: string) => expect.unreachable(words) }
    const config = { smtpUrl: smtp.url, from: 'svar@svar.example.se', base: BASE }
    return { ...parts, post: makePost({ config, ...parts, clock: () => now, log }) }
  }

  const life = {
    get svar() {
      return svar
    },
    get smtp() {
      return smtp
    },
    get backups() {
      return backups
    },
    clock(at: string) {
      svar.setClock(at)
      now = Temporal.Instant.from(at).epochMilliseconds
    },
    /** What happens by itself at that moment, in two processes at once, and twice. */
    async minute(at: string) {
      life.clock(at)
      for (let time = 0; time < 2; time += 1) {
        const own = { ...svar, interface: makeInterface(), secret: SECRET }
        const failed = (job: string, error: unknown) => expect.fail(`${job}: ${String(error)}`)
        await Promise.all(
          [own, other].map(async (process) => {
            const schedule = await startSchedule(process, () => now, { done() {}, failed })
            schedule.stop()
            await process.post!.sendDue()
          }),
        )
      }
    },
    /** To whom letters came since the last look, and what they were called. */
    letters() {
      const since = smtp.received.slice(from)
      from = smtp.received.length
      return since.map(({ to, letter }) => `${to.join()}: ${letter.subject}`).toSorted()
    },
    office: () => signedIn(svar, 'anna@nord.example'),
    form: (url: string, fields: Record<string, string>) =>
      svar.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: formOf(fields),
      }),
    answers: (site: string, name: string, val: string) =>
      svar.send('prov', { submission: `web-${site}-${name}`, lang: 'sv', site, val, ord: PLANTED }),
    environment: () => ({
      SVAR_DEMO: '0',
      SVAR_SECRET: SECRET,
      SVAR_BACKUPS: backups,
      SVAR_BACKUP_KEY: pair.publicKey,
      NODE_OPTIONS: `--import ${join(import.meta.dirname, '../process/clock.mjs')}`,
      CLOCK_AHEAD: String(now - Date.now()),
    }),
    /** A command on the data folder, at the moment that it is here. */
    async run(args: string[], folder = svar.folder) {
      const { code, out, err } = await command(folder, [...args, '--json'], life.environment())
      expect([code, err]).toEqual([0, ''])
      return JSON.parse(out) as Record<string, unknown>
    },
  }
  return life
}
