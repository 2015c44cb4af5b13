import { describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { onceOf } from '../routes/two-offices.ts'
import { linkIn } from '../smtp.ts'
import { start } from '../start.ts'
import { mailOffice } from './office.ts'

const office = mailOffice()
const first = 'lång och god mening'
const second = 'en helt annan mening'

let count = 0
/** Someone new, who has signed in. */
async function someone() {
  count += 1
  const email = `n${count}@nord.example`
  await office.svar.addUser(email)
  return { email, ...(await office.signIn(email, first)) }
}
const visit = (path: string) => new Browser(office.svar.app).get(path)

async function choose(path: string, password: string) {
  const browser = new Browser(office.svar.app)
  await browser.get('/office/sign-in')
  return browser.submit(path, { password })
}

async function linkFor(email: string) {
  await office.forget(email)
  await office.send()
  return linkIn(office.smtp.received.at(-1)!)
}

describe('a forgotten password', () => {
  test('is replaced by a link that works once; all sessions end, and a letter tells', async () => {
    const { email, browser } = await someone()
    const path = await linkFor(email)
    expect(path).toMatch(/^\/office\/reset\/[A-Z\d-]{24}\?lang=sv$/)
    expect((await visit(path)).body).toContain(`value="${email}"`)
    const faulty = await choose(path, 'kort')
    expect([faulty.statusCode, faulty.body.includes('id="password-fault"')]).toEqual([422, true])
    const done = await choose(path, second)
    expect(done.headers.location).toBe('/office/sign-in?done=password&lang=sv')
    expect(done.cookies.some(({ name, value }) => name === 'svar-session' && value)).toBe(false)
    expect((await visit(done.headers.location!)).body).toContain('Lösenordet är sparat.')
    expect((await browser.get('/office')).headers.location).toBe('/office/sign-in')
    expect([(await choose(path, first)).statusCode, (await visit(path)).statusCode]).toEqual([
      410, 410,
    ])
    const entering = [first, second].map((one) => office.signIn(email, one))
    expect((await Promise.all(entering)).map(({ status }) => status)).toEqual([422, 303])
    await office.send()
    expect(office.smtp.received.at(-1)).toMatchObject({
      to: [email],
      letter: { subject: 'Ditt lösenord i Svar är bytt' },
    })
    const lines = await office.svar.store.audit('nord', { by: email }, { most: 9 })
    expect(lines.map(({ what, object }) => [what, object])).toEqual([
      ['person.passwordReset', email],
    ])
  })

  test('an unknown address, a suspended one and a known one look the same', async () => {
    const { email } = await someone()
    const { email: out } = await someone()
    await office.svar.store.suspend('nord', out, { by: 'svar', at: '2026-07-01T00:00:00Z' })
    const all = [email, out, 'ingen@nord.example']
    const replies = await Promise.all(all.map((one) => office.forget(one)))
    for (const reply of replies) {
      expect(reply.headers.location).toBe('/office/forgotten?done=sent')
      expect([reply.body, Object.keys(reply.headers)]).toEqual([
        replies[0]!.body,
        Object.keys(replies[0]!.headers),
      ])
    }
    // Each is one row, and nothing has been looked up: so none takes longer.
    expect(await office.svar.store.lettersWaiting()).toBe(3)
    await office.send()
    expect(office.smtp.received.map(({ to }) => to)).toEqual([[email]])
    expect(await office.svar.store.lettersWaiting()).toBe(0)
  })

  test('a letter that came without the server saying so does not bring its used link back', async () => {
    const { email } = await someone()
    await office.forget(email)
    office.smtp.behave('hangs')
    await office.send()
    const path = linkIn(office.smtp.received.at(-1)!)
    expect((await choose(path, second)).statusCode).toBe(303)
    office.smtp.behave('takes')
    office.svar.setClock('2026-07-01T12:10:00+02:00')
    await office.send()
    expect((await visit(path)).statusCode).toBe(410)
    const subjects = office.smtp.received.map(({ letter }) => letter.subject)
    expect(subjects).toEqual([expect.any(String), 'Ditt lösenord i Svar är bytt'])
    expect(await office.svar.store.lettersWaiting()).toBe(0)
  })

  test('a newer link ends the one before, and so does a new password', async () => {
    const { email, browser } = await someone()
    const older = await linkFor(email)
    const newer = await linkFor(email)
    expect([(await visit(older)).statusCode, (await visit(newer)).statusCode]).toEqual([410, 200])
    await browser.get('/office/account')
    await browser.submit('/office/account/password', { present: first, password: second })
    expect((await visit(newer)).statusCode).toBe(410)
  })

  test('the link works for 30 minutes', async () => {
    const { email } = await someone()
    const path = await linkFor(email)
    office.svar.setClock('2026-07-01T12:30:00+02:00')
    expect((await visit(path)).statusCode).toBe(200)
    office.svar.setClock('2026-07-01T12:30:00.001+02:00')
    expect([(await visit(path)).statusCode, (await choose(path, second)).statusCode]).toEqual([
      410, 410,
    ])
  })

  test('an address with accounts in two organisations gets a letter for each', async () => {
    const { email } = await someone()
    await office.svar.open(content([ask.text('ord')], { id: 'annans' }), 'syd')
    const act = { by: 'svar', at: '2026-07-01T00:00:00Z' }
    const there = { id: 'two', organisation: 'syd', email, name: 'Två', password: 'x' }
    await office.svar.store.addUser({ ...there, role: 'editor', sites: [] }, act)
    await office.forget(email)
    await office.send()
    const letters = office.smtp.received
    expect(letters.map(({ letter }) => letter.from!.name).toSorted()).toEqual(['nord', 'syd'])
    const path = linkIn(letters.find(({ letter }) => letter.from!.name === 'syd')!)
    await choose(path, second)
    expect((await office.signIn(email, first)).status).toBe(303)
    const { browser } = await office.signIn(email, second)
    expect((await browser.get('/office/surveys/annans')).statusCode).toBe(200)
  })

  test('what is no address is said, and nobody gets more letters than they can read', async () => {
    const faulty = await office.forget('inte en adress')
    expect([faulty.statusCode, faulty.body.includes('value="inte en adress"')]).toEqual([422, true])
    const { email } = await someone()
    const statuses: number[] = []
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await office.forget(email)).statusCode)
    expect(statuses).toEqual([303, 303, 303, 429])
    expect((await office.forget(email)).body).toContain('Du har bett om många länkar.')
  })

  test('who asks from everywhere voids no link of someone who has signed in from where they are', async () => {
    const { email } = await someone()
    for (let network = 0; network < 12; network += 1) {
      expect((await office.forget(email, `198.51.${network}.7`)).statusCode).toBe(303)
    }
    expect(await office.svar.store.lettersWaiting()).toBe(10)
    expect((await office.forget(email)).statusCode).toBe(303)
    expect(await office.svar.store.lettersWaiting()).toBe(11)
  })
})

test('a password changed in the account is told of by letter', async () => {
  const { email, browser } = await someone()
  await browser.get('/office/account?lang=da')
  const fields = { present: first, password: second }
  await browser.submit('/office/account/password?lang=da', fields)
  await office.send()
  const [{ to, letter }] = office.smtp.received as [(typeof office.smtp.received)[0]]
  expect([to, letter.subject]).toEqual([[email], 'Din adgangskode til Svar er ændret'])
  expect(letter.text).toContain('1. juli 2026 kl. 12.00')
})

describe('without mail', () => {
  test('the page says whom to ask, nothing waits, and an administrator makes a link', async () => {
    const svar = await start()
    await svar.open(content([ask.text('ord')]))
    await svar.addUser('anna@nord.example')
    await svar.addUser('bo@nord.example')
    const anna = new Browser(svar.app)
    expect((await anna.get('/office/forgotten')).body).toContain('Be en administratör hos er')
    const asked = await anna.submit('/office/forgotten', { email: 'bo@nord.example' })
    expect(asked.statusCode).toBe(403)
    await anna.get('/office/sign-in')
    await anna.submit('/office/sign-in', { email: 'anna@nord.example', password: first })
    const page = '/office/people/bo@nord.example'
    const once = onceOf((await anna.get(page)).body)
    const sent = await anna.submit(`${page}/link`, { once })
    await anna.submit(`${page}/link`, { once })
    const shown = (await anna.get(sent.headers.location!)).body
    const [path] = /\/office\/reset\/[\w-]+/.exec(shown)!
    expect(shown).toContain('Välj ett nytt lösenord.')
    expect(await svar.store.lettersWaiting()).toBe(0)
    const bo = new Browser(svar.app)
    svar.setClock('2026-07-02T12:00:00+02:00')
    await bo.get(path)
    expect((await bo.submit(path, { password: second })).statusCode).toBe(303)
    expect((await bo.get(path)).statusCode).toBe(410)
    expect(await svar.store.lettersWaiting()).toBe(0)
    const lines = await svar.store.audit('nord', {}, { most: 2 })
    expect(lines.map(({ what, by, object }) => [what, by, object])).toEqual([
      ['person.passwordReset', 'bo@nord.example', 'bo@nord.example'],
      ['person.resetLinkMade', 'anna@nord.example', 'bo@nord.example'],
    ])
    await svar.close()
  })
})
