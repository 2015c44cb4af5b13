import { expect, test } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import { makePost } from '../../src/mail/sender.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { Browser } from '../browser-by-hand.ts'
import { linkIn, startSmtp } from '../smtp.ts'
import { NOON, SECRET } from '../start.ts'
import { BASE, mailOffice } from './office.ts'

const office = mailOffice()
const at = (minutes: number, seconds = 0) =>
  Temporal.Instant.from(NOON).add({ minutes, seconds }).toString()
const waiting = () => office.svar.store.lettersWaiting()

/** A letter that waits, to an address of its own. */
let count = 0
async function letter() {
  count += 1
  const email = `brev${count}@nord.example`
  return { email, ...(await office.invite(email)) }
}

test('a server that is busy is asked again, later each time, and nobody’s address is logged', async () => {
  const { smtp, svar } = office
  const { email } = await letter()
  smtp.behave('busy')
  const times = [0, 29, 30, 89, 90, 209, 210]
  const tries = []
  for (const seconds of times) {
    svar.setClock(at(0, seconds))
    await office.send()
    tries.push(smtp.tries.length)
  }
  expect(tries).toEqual([1, 1, 2, 2, 3, 3, 4])
  smtp.behave('takes')
  svar.setClock(at(60))
  await office.send()
  expect([smtp.received.map(({ to }) => to), await waiting()]).toEqual([[[email]], 0])
  expect(svar.logged).toHaveLength(4)
  expect(svar.logged[0]).toEqual({
    words: 'letter not sent',
    what: {
      code: 'EENVELOPE',
      command: 'RCPT TO',
      responseCode: 451,
      kind: 'invitation',
      tries: 1,
    },
  })
  expect(JSON.stringify(svar.logged)).not.toMatch(/@|invited/)
})

test('a mailbox that is not there is given up at once; others get theirs', async () => {
  const { smtp, svar } = office
  await letter()
  smtp.behave('refuses')
  await office.send()
  expect([await waiting(), svar.logged.map(({ words }) => words)]).toEqual([0, ['letter given up']])
  expect(JSON.stringify(svar.logged)).not.toContain('@')
  const { email } = await letter()
  smtp.behave('takes')
  await office.send()
  expect(smtp.received.map(({ to }) => to)).toEqual([[email]])
})

test('a server that will not have us keeps the letter waiting: an operator can mend that', async () => {
  await letter()
  office.smtp.behave('stranger')
  await office.send()
  expect([await waiting(), office.smtp.received.length]).toEqual([1, 0])
})

test.each(['hangs', 'drops'] as const)(
  'a server that %s holds up nobody, and the letter comes',
  async (manner) => {
    const { smtp, svar } = office
    const both = [await letter(), await letter()]
    smtp.behave(manner)
    await office.send()
    // The second is not tried on a server that does not answer.
    expect([smtp.tries.length, await waiting()]).toEqual([1, 2])
    expect((await new Browser(svar.app).get('/office/sign-in')).statusCode).toBe(200)
    smtp.behave('takes')
    smtp.received.length = 0
    svar.setClock(at(1))
    await office.send()
    const came = smtp.received.flatMap(({ to }) => to).toSorted()
    expect(came).toEqual(both.map(({ email }) => email).toSorted())
  },
)

test('what never gets through is given up when nobody needs it any more', async () => {
  const { smtp, svar } = office
  await office.forget('anna@nord.example', '203.0.113.50')
  smtp.behave('busy')
  await office.send()
  svar.setClock(at(31))
  await office.send()
  expect([await waiting(), svar.logged.at(-1)!.words]).toEqual([0, 'letter given up'])
})

test('claimed by a process that was killed, it is sent by the next when nobody holds it', async () => {
  const { smtp, svar } = office
  const { email } = await letter()
  const now = Temporal.Instant.from(NOON).epochMilliseconds
  const dead = await svar.store.claimLetter(now, now + 5 * 60_000)
  await office.send()
  expect(smtp.tries).toEqual([])
  svar.setClock(at(5))
  await office.send()
  expect(smtp.received.map(({ to }) => to)).toEqual([[email]])
  // It was not dead after all: it has no say any more.
  await svar.store.postponeLetter(dead!, now)
  await svar.store.settleLetter(dead!)
  expect(await waiting()).toBe(0)
})

test('of several processes one sends each letter', async () => {
  const { smtp, svar } = office
  const expected = []
  for (let turn = 0; turn < 12; turn += 1) expected.push((await letter()).email)
  const stores = [1, 2, 3].map(() => openSqlite(svar.folder))
  const posts = stores.map((store) =>
    makePost({
      config: { smtpUrl: smtp.url, from: 'svar@example.se', base: BASE },
      store,
      interface: makeInterface(),
      secret: SECRET,
      clock: () => Temporal.Instant.from(NOON).epochMilliseconds,
      log: { error: () => expect.unreachable() },
    }),
  )
  await Promise.all([...posts, svar.post!].map((post) => post.sendDue()))
  await Promise.all(stores.map((store) => store.close()))
  expect(smtp.received.flatMap(({ to }) => to).toSorted()).toEqual(expected.toSorted())
})

test('a stop waits for the letter under way, and sends no other', async () => {
  const own = await startSmtp()
  const { svar, smtp } = office
  await letter()
  await letter()
  const post = makePost({
    config: { smtpUrl: own.url, from: 'svar@example.se', base: BASE },
    store: svar.store,
    interface: makeInterface(),
    secret: SECRET,
    clock: () => Temporal.Instant.from(NOON).epochMilliseconds,
    log: { error: () => undefined },
  })
  const sending = post.sendDue()
  await post.stop()
  await sending
  expect([own.received.length, await waiting()]).toEqual([1, 1])
  await office.send()
  expect(smtp.received).toHaveLength(1)
  await own.close()
})

test('what waits holds no link, and after sending nothing of it stays', async () => {
  const { svar, smtp } = office
  await letter()
  await office.forget('hemlig.person@nord.example', '203.0.113.9')
  const claims = [1, 2].map(() => svar.store.claimLetter(Date.parse(NOON), Date.parse(NOON)))
  const stored = JSON.stringify(await Promise.all(claims))
  await office.send()
  const code = /invited\/([\w-]+)/.exec(linkIn(smtp.received[0]!))![1]!.replaceAll('-', '')
  expect(stored).not.toContain('hemlig.person')
  expect(stored).not.toContain(code)
  expect(await waiting()).toBe(0)
})

test('off the machine itself nothing is sent in the clear', async () => {
  // Reaches this machine, and does not say so.
  const far = await startSmtp({ host: '0.0.0.0', disabledCommands: ['STARTTLS', 'AUTH'] })
  const { svar } = office
  await letter()
  const logged: object[] = []
  const post = makePost({
    config: { smtpUrl: far.url, from: 'svar@example.se', base: BASE },
    store: svar.store,
    interface: makeInterface(),
    secret: SECRET,
    clock: () => Temporal.Instant.from(NOON).epochMilliseconds,
    log: { error: (what) => logged.push(what) },
    patience: 3000,
  })
  await post.sendDue()
  expect([far.received, far.tries, logged.length]).toEqual([[], [], 1])
  expect(post.counts).toEqual({ sent: 0, failed: 1, givenUp: 0 })
  await far.close()
})

test('the metrics tell what waits, was sent and failed', async () => {
  const { svar, smtp } = office
  const before = svar.post!.counts.sent
  await letter()
  smtp.behave('busy')
  await office.send()
  const metrics = async () =>
    (await svar.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })).body
  expect(await metrics()).toContain('svar_letters_waiting 1')
  smtp.behave('takes')
  svar.setClock(at(1))
  await office.send()
  expect(await metrics()).toContain(`svar_letters_sent_total ${before + 1}`)
  expect(await metrics()).toContain('svar_letters_waiting 0')
  expect(await metrics()).toMatch(/svar_letters_failed_total [1-9]/)
})
