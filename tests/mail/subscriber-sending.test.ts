import { expect, test } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import { makePost } from '../../src/mail/sender.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { openSubscriptions } from '../../src/store/sqlite/subscriptions/subscriptions.ts'
import { subscribersDue } from '../../src/schedule.ts'
import { NOON, SECRET } from '../start.ts'
import { BASE, newsOf, pathIn, subscribers } from './subscribers.ts'

const here = subscribers({ SVAR_BOUNCE_ADDRESS: 'retur@svar.example.se' })
const minutesLater = (minutes: number) =>
  here.svar.setClock(Temporal.Instant.from(NOON).add({ minutes }).toString())
const count = (survey = 'prov') => here.svar.subscriptions.confirmed(survey)
const waiting = () => here.svar.subscriptions.lettersWaiting()

test('each gets each piece of news once, however often it is told and by however many', async () => {
  const emails = Array.from({ length: 12 }, (_, n) => `alla${n}@example.se`)
  for (const email of emails) await here.subscribe(email, 'sv', 'annan')
  const news = newsOf({ id: 'alla', survey: 'annan' })
  const { svar, smtp } = here
  expect(await Promise.all([svar.subscriptions.tell(news), svar.subscriptions.tell(news)])).toEqual(
    [true, false],
  )
  // In pages of five, with a crash after the first: another process goes on where it was.
  expect(await svar.subscriptions.spread(5, Number.MAX_SAFE_INTEGER)).toBe(5)
  const others = [1, 2].map(() => {
    const [store, subscriptions] = [openSqlite(svar.folder), openSubscriptions(svar.folder)]
    const post = makePost({
      config: { smtpUrl: smtp.url, from: 'svar@example.se', base: BASE },
      store,
      subscriptions,
      interface: makeInterface(),
      secret: SECRET,
      clock: () => Temporal.Instant.from(NOON).epochMilliseconds,
      log: { error: () => expect.unreachable() },
    })
    return { store, subscriptions, post }
  })
  await Promise.all([svar.post!, ...others.map(({ post }) => post)].map((post) => post.sendDue()))
  await here.send()
  await here.tell({ id: 'alla', survey: 'annan' })
  for (const { store, subscriptions } of others) {
    await store.close()
    await subscriptions.close()
  }
  expect(smtp.received.flatMap(({ to }) => to).toSorted()).toEqual(emails.toSorted())
  expect(await waiting()).toBe(0)
})

test('a mailbox that is gone is erased; one that is only refused us stays', async () => {
  await here.subscribe('borta@example.se')
  await here.subscribe('kvar@example.se', 'da')
  const before = await count()
  const refusals = ['forbids', 'declines', 'objects'] as const
  for (const manner of refusals) {
    here.smtp.behave(manner)
    await here.tell({ id: manner })
    expect([manner, await count(), await waiting()]).toEqual([manner, before, 0])
  }
  here.smtp.behave('refuses')
  await here.tell({ id: 'borta' })
  expect([await count(), await waiting()]).toEqual([0, 0])
  expect(here.svar.logged.length).toBe((refusals.length + 1) * before)
  expect(JSON.stringify(here.svar.logged)).not.toMatch(/@|[0-9a-f]{24}/)
})

test('a mailbox that is busy is tried for days, later each time, and stays', async () => {
  await here.subscribe('upptagen@example.se')
  here.smtp.behave('busy')
  await here.tell({ id: 'upptagen' })
  const tries = []
  for (const minutes of [1, 5, 9, 10, 60 * 24, 60 * 24 * 5, 60 * 24 * 7]) {
    minutesLater(minutes)
    await here.send()
    tries.push(here.smtp.tries.length)
  }
  expect(tries).toEqual([1, 2, 2, 3, 4, 5, 5])
  expect([await count(), await waiting()]).toEqual([1, 0])
})

test('a server of ours that is down for days costs letters, and nobody’s subscription', async () => {
  await here.subscribe('talig@example.se')
  const before = await count()
  here.smtp.behave('stranger')
  await here.tell({ id: 'nere' })
  minutesLater(60 * 24 * 7)
  await here.send()
  expect([await count(), await waiting()]).toEqual([before, 0])
})

test.each(['hangs', 'drops'] as const)(
  'a server that %s after DATA: tried again, and a reader sees that it is the same',
  async (manner) => {
    await here.subscribe(`${manner}@example.se`)
    here.smtp.behave(manner)
    await here.tell({ id: manner })
    here.smtp.behave('takes')
    minutesLater(5)
    await here.send()
    const ids = here.smtp.received.map(({ letter }) => letter.messageId)
    expect(new Set(ids).size).toBe(await count())
    expect(ids).toHaveLength((await count()) + (manner === 'hangs' ? 1 : 0))
    expect(await waiting()).toBe(0)
    here.smtp.confirm()
  },
)

test('news that is taken back before it is sent is not sent', async () => {
  const { svar, smtp } = here
  await svar.subscriptions.tell(newsOf({ id: 'ångrad' }))
  await svar.subscriptions.spread(1, Number.MAX_SAFE_INTEGER)
  await svar.subscriptions.takeBack('ångrad')
  await here.send()
  expect([smtp.received.length, await here.tell({ id: 'ångrad' })]).toEqual([0, false])
})

test('it comes back to an address that says whose it was, and only to us', async () => {
  await here.tell({ id: 'retur' })
  const { from, raw } = here.smtp.received[0]!
  expect(from).toMatch(/^retur\+[0-9a-f]{48}@svar\.example\.se$/)
  expect(raw).not.toContain(from)
})

test('a hundred at a time, and who waits to confirm first', async () => {
  const { svar, smtp } = here
  await svar.subscriptions.tell(newsOf({ id: 'takt', survey: 'annan' }))
  await svar.subscriptions.spread(500, Number.MAX_SAFE_INTEGER)
  await here.ask('nu@example.se')
  await here.send()
  expect(smtp.received[0]!.to).toEqual(['nu@example.se'])
  expect(smtp.received).toHaveLength(13)
})

test('when the office says that there are no more, addresses go with the last letter', async () => {
  const { svar, smtp } = here
  await svar.subscriptions.tell(newsOf({ id: 'sista', survey: 'annan' }))
  await svar.subscriptions.end('annan')
  const tidy = () => subscribersDue(svar.store, svar.subscriptions, Date.parse(NOON))
  await tidy()
  expect(await count('annan')).toBe(12)
  await here.send()
  await tidy()
  expect([smtp.received.length, await count('annan')]).toEqual([12, 0])
  expect(await here.tell({ id: 'efter', survey: 'annan' })).toBe(false)
  const page = await svar.app.inject('/s/annan/subscribe')
  expect([page.statusCode, page.body]).toEqual([410, expect.stringContaining('inga fler mejl')])
  expect((await here.ask('sen@example.se', 'sv', 'annan')).statusCode).toBe(410)
  expect((await svar.app.inject('/s/annan/thanks')).body).not.toContain('/subscribe')
  expect((await svar.app.inject('/s/prov/thanks')).body).toContain('/s/prov/subscribe?lang=sv')
})

test('two years after closing nobody is left', async () => {
  const { svar } = here
  expect(await count()).toBeGreaterThan(0)
  const due = (at: string) => subscribersDue(svar.store, svar.subscriptions, Date.parse(at))
  await due('2028-08-31T12:00:00Z')
  expect(await count()).toBeGreaterThan(0)
  await due('2028-09-01T12:00:00Z')
  expect(await count()).toBe(0)
})

test('the link in a letter works after a year', async () => {
  await here.subscribe('sen@example.se')
  await here.tell({ id: 'sen' })
  const leave = pathIn(here.letterTo('sen@example.se'), 'leave')
  here.svar.setClock('2027-07-01T12:00:00+02:00')
  await here.post(leave, {})
  expect(await count()).toBe(0)
})
