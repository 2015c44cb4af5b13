import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { startSmtp } from '../smtp.ts'
import { dataFolder, serve, svar } from './product.ts'

const clock = `--import ${import.meta.dirname}/clock.mjs`
const act = { by: 'test', at: '2026-07-01T10:00:00Z' }

async function mailServer(options: Parameters<typeof startSmtp>[0] = {}) {
  const smtp = await startSmtp(options)
  onTestFinished(() => smtp.close())
  return smtp
}

/** An office with one letter that waits. */
async function withLetter(folder: string) {
  const store = openSqlite(folder)
  const organisation = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }
  await store.saveOrganisation(organisation, act)
  const user = { id: 'k', organisation: 'nord', email: 'kari@nord.example', name: 'Kari' }
  await store.addUser({ ...user, password: 'x', role: 'editor', sites: [] }, act)
  const at = Date.now()
  const letter = { kind: 'passwordChanged', organisation: 'nord', person: 'k', at } as const
  await store.enqueue({ id: 'one', letter, language: 'sv', at, until: at + 86_400_000 })
  await store.close()
}

async function waiting(folder: string) {
  const store = openSqlite(folder)
  const all = await store.lettersWaiting()
  await store.close()
  return all
}

const sixMinutesLater = { NODE_OPTIONS: clock, CLOCK_AHEAD: String(6 * 60_000) }

test('killed between claiming a letter and sending it: the next server sends it', async () => {
  const folder = dataFolder()
  await withLetter(folder)
  let knocked = () => {}
  const knock = new Promise<void>((resolve) => (knocked = resolve))
  let answers = false
  const smtp = await mailServer({
    onConnect(_session, done) {
      knocked()
      if (answers) done()
    },
  })
  const environment = { SVAR_DEMO: '0', SMTP_URL: smtp.url }
  const first = await serve(folder, environment)
  await knock
  await first.stop('SIGKILL')
  expect([smtp.received.length, await waiting(folder)]).toEqual([0, 1])
  answers = true
  const came = smtp.next()
  const second = await serve(folder, { ...environment, ...sixMinutesLater })
  await came
  expect(await second.stop()).toBe(0)
  expect(smtp.received.map(({ to }) => to)).toEqual([['kari@nord.example']])
  expect(await waiting(folder)).toBe(0)
})

test('an ordinary stop waits for the letter under way, which is not sent again', async () => {
  const folder = dataFolder()
  await withLetter(folder)
  const smtp = await mailServer()
  smtp.behave('hangs')
  const environment = { SVAR_DEMO: '0', SMTP_URL: smtp.url }
  const came = smtp.next()
  const first = await serve(folder, environment)
  await came
  const ended = first.stop()
  smtp.confirm()
  expect(await ended).toBe(0)
  expect([smtp.received.length, await waiting(folder)]).toEqual([1, 0])
})

test('a mail server that hangs does not keep the server from ending within ten seconds', async () => {
  const folder = dataFolder()
  await withLetter(folder)
  const smtp = await mailServer()
  smtp.behave('hangs')
  const came = smtp.next()
  const server = await serve(folder, { SVAR_DEMO: '0', SMTP_URL: smtp.url })
  await came
  const asked = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - asked).toBeLessThan(10_000)
  expect(await waiting(folder)).toBe(1)
})

test('mail test sends a letter, or says why it could not', async () => {
  const folder = dataFolder()
  const smtp = await mailServer()
  const to = ['mail', 'test', 'drift@region.example']
  const environment = { SMTP_URL: smtp.url, MAIL_FROM: 'svar@region.example' }
  const sent = await svar(folder, [...to, '--json'], environment)
  expect(JSON.parse(sent.out)).toEqual({ sent: true, from: 'svar@region.example' })
  expect(smtp.received[0]).toMatchObject({
    to: ['drift@region.example'],
    letter: { subject: 'Svar can send e-mails', from: { address: 'svar@region.example' } },
  })
  smtp.behave('refuses')
  const refused = await svar(folder, to, environment)
  expect([refused.code, refused.err.split('\n').length]).toEqual([1, 2])
  expect(refused.err).toContain('not sent (EENVELOPE, RCPT TO, 550)')
  expect(await svar(folder, to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('SMTP_URL'),
  })
  expect((await svar(folder, ['mail', 'test', 'nobody'], environment)).code).toBe(1)
})

test.each([
  ['a malformed address', { SMTP_URL: 'mail.example.se' }, 'SMTP_URL: must be an address'],
  ['a sender with a name', { MAIL_FROM: 'Svar <a@b.example>' }, 'MAIL_FROM: must be an e-mail'],
  ['no address for links', { SMTP_URL: 'smtp://x', HOST: '0.0.0.0' }, 'needs SVAR_BASE_URL'],
  ['a mistyped name', { SMTP_HOST: 'x' }, 'SMTP_HOST: unknown here'],
])('%s stops with one clear line', async (_, environment, said) => {
  const { code, err } = await svar(dataFolder(), ['migrate'], environment)
  expect([code, err.trim().split('\n').length]).toEqual([1, 1])
  expect(err).toContain(said)
})
