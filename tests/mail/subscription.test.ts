import { type Departure, DEPARTURES } from '../../src/store/departures.ts'
import { linesIn } from '../../src/store/lasting-list.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import { BASE, languages, newsOf, pathIn, subscribers } from './subscribers.ts'

const here = subscribers()
const { words } = makeInterface()
const count = () => here.svar.subscriptions.confirmed('prov')

test.each(languages)('in %s: asked, confirmed, told, left', async (lang) => {
  const email = `hel-${lang}@example.se`
  const said = words(lang)
  const before = await count()
  const page = await here.svar.app.inject(`/s/prov/subscribe?lang=${lang}`)
  expect([page.statusCode, page.headers['content-language']]).toEqual([200, lang])
  expect(page.headers['set-cookie']).toBeUndefined()
  const asked = await here.ask(email, lang)
  expect([asked.statusCode, asked.headers.location]).toEqual([
    303,
    `/s/prov/subscribe?lang=${lang}&done=sent`,
  ])
  expect((await here.svar.app.inject(asked.headers.location!)).body).toContain(
    said('subscription:sent.title'),
  )
  await here.send()
  const { letter } = here.letterTo(email)
  expect(letter.headers.find(({ key }) => key === 'content-language')?.value).toBe(lang)
  expect(letter.subject).toMatch(/Åsa & Øjvind|Øl på ære|Care/)
  const confirm = pathIn(here.letterTo(email), 'confirm')

  // A scanner opens links; it confirms nothing.
  const seen = await here.svar.app.inject(confirm)
  expect(seen.body).toContain(said('subscription:confirm.send'))
  expect(await count()).toBe(before)
  const pressed = await here.post(confirm, { page: '1' })
  expect(pressed.statusCode).toBe(303)
  expect(await count()).toBe(before + 1)
  const thanked = await here.svar.app.inject(pressed.headers.location!)
  expect(thanked.body).toContain(said('subscription:confirmed.title'))

  await here.tell({ id: `hel-${lang}` })
  const told = here.letterTo(email)
  expect(told.letter.text).toContain(newsOf({ id: '' }).title[lang])
  expect(told.letter.text).toContain(`${BASE}/s/prov/results?lang=${lang}`)
  const leave = pathIn(told, 'leave')
  expect((await here.svar.app.inject(leave)).body).toContain(said('subscription:leave.send'))
  expect(await count()).toBe(before + 1)
  const left = await here.post(leave, { page: '1' })
  expect(left.statusCode).toBe(303)
  const gone = await here.svar.app.inject(left.headers.location!)
  expect([gone.statusCode, gone.body]).toEqual([
    200,
    expect.stringContaining(said('subscription:left.title')),
  ])
  expect(await count()).toBe(before)
  // Whoever comes again, or with a link of nobody, reads the same.
  const never = await here.svar.app.inject(leave.replace(/[0-9a-f]{48}/, 'f'.repeat(48)))
  expect(never.body.replaceAll(/[0-9a-f]{48}/g, '')).toBe(gone.body.replaceAll(/[0-9a-f]{48}/g, ''))
})

test('nobody learns whether an address is known: same page, and a letter each time', async () => {
  await here.subscribe('kand@example.se')
  const replies = []
  for (const email of ['kand@example.se', 'ny@example.se']) {
    const { statusCode, headers, body } = await here.ask(email)
    replies.push([statusCode, headers.location, body])
  }
  expect(replies[0]).toEqual(replies[1])
  await here.send()
  expect(here.letterTo('kand@example.se').letter.subject).toContain('Du får redan')
  expect(here.letterTo('ny@example.se').letter.subject).toContain('Bekräfta')
})

test('written in another way it is the same subscriber, and has three letters a day at most', async () => {
  const before = await count()
  await here.subscribe('Anna.Berg@example.se')
  for (const email of ['anna.berg@example.se', ' ANNA.berg@example.se ', 'anna.berg@example.se']) {
    expect((await here.ask(email)).statusCode).toBe(303)
    await here.send()
  }
  expect([await count(), here.smtp.received.length]).toEqual([before + 1, 2])
  here.svar.setClock('2026-07-02T12:00:00+02:00')
  await here.ask('anna.berg@example.se')
  await here.send()
  expect(here.smtp.received).toHaveLength(3)
  // Another survey is another subscription, which nothing ties to the first.
  await here.subscribe('anna.berg@example.se', 'sv', 'annan')
  await here.tell({ id: 'bara prov' })
  expect(here.smtp.received.flatMap(({ to }) => to)).toContain('Anna.Berg@example.se')
  expect(here.smtp.received.flatMap(({ to }) => to)).not.toContain('anna.berg@example.se')
})

test('who does not confirm within seven days is erased, and the link says so', async () => {
  const { svar } = here
  await here.ask('tveksam@example.se')
  await here.send()
  const confirm = pathIn(here.letterTo('tveksam@example.se'), 'confirm')
  const { subscribersDue } = await import('../../src/schedule.ts')
  for (const [day, status] of [
    ['2026-07-08', 200],
    ['2026-07-09', 410],
  ] as const) {
    const at = `${day}T12:00:00+02:00`
    svar.setClock(at)
    await subscribersDue(
      svar.store,
      svar.subscriptions,
      Temporal.Instant.from(at).epochMilliseconds,
    )
    expect([day, (await svar.app.inject(confirm)).statusCode]).toEqual([day, status])
  }
  const before = await count()
  await here.post(confirm, { page: '1' })
  expect(await count()).toBe(before)
})

test('one click of a mail program leaves: no page, no cookie, the same reply for all', async () => {
  await here.subscribe('klick@example.se')
  const before = await count()
  await here.tell({ id: 'klick' })
  const { letter } = here.letterTo('klick@example.se')
  const header = (name: string) => letter.headers.find(({ key }) => key === name)?.value
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const [, address] = /^<(https:.+)>$/.exec(header('list-unsubscribe')!) ?? []
  const path = address!.slice(BASE.length)
  const form = 'multipart/form-data; boundary=x'
  const click = (type: string, payload: string) =>
    here.svar.app.inject({ method: 'POST', url: path, headers: { 'content-type': type }, payload })
  const body =
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--'
  const first = await click(form, body)
  expect(await count()).toBe(before - 1)
  const again = await click('application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click')
  for (const reply of [first, again]) {
    expect([reply.statusCode, reply.body, reply.cookies]).toEqual([200, 'OK', []])
  }
})

test('an address that was left is nowhere on disk', async () => {
  const { svar } = here
  // Locked it could not be found by its words: what is searched for is all that was kept of it.
  await here.ask('spår@xn--nt-yia.example')
  await here.subscribe('kvarlevor@example.se')
  const id = await svar.subscriptions.confirmed('prov')
  await here.tell({ id: 'kvarlevor' })
  const leave = pathIn(here.letterTo('kvarlevor@example.se'), 'leave')
  const key = Buffer.from(/leave\/([0-9a-f]{32})/.exec(leave)![1]!, 'hex')
  const { address } = (await svar.subscriptions.find(key))!
  await svar.subscriptions.settleDown()
  const holding = (needle: Buffer | string) =>
    readdirSync(svar.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => readFileSync(path).includes(needle))
      .map((path) => path.slice(svar.folder.length + 1))
  expect([holding(key), holding(address)]).toEqual([['subscriptions.db'], ['subscriptions.db']])
  expect(holding('kvarlevor@')).toEqual([])
  await here.post(leave, { page: '1' })
  expect([holding(key), holding(address), holding(address.slice(4, 40))]).toEqual([[], [], []])
  expect(await svar.subscriptions.confirmed('prov')).toBe(id - 1)
  expect(JSON.stringify(svar.logged)).toBe('[]')
})

test('who has gone is noted by day and a name of nobody, and does not come back', async () => {
  const { svar } = here
  const { subscriptions } = svar
  const noted = () =>
    linesIn<Departure>(join(svar.folder, DEPARTURES)).map((one) => JSON.stringify(one))
  const before = noted()
  await here.subscribe('tillbaka@example.se', 'sv', 'annan')
  await here.subscribe('slutet@example.se', 'sv', 'annan')
  await here.ask('aldrig@example.se', 'sv', 'annan')
  await here.tell({ id: 'till-annan', survey: 'annan' })
  const leave = pathIn(here.letterTo('tillbaka@example.se'), 'leave')
  const key = Buffer.from(/leave\/([0-9a-f]{32})/.exec(leave)![1]!, 'hex')
  const { address } = (await subscriptions.find(key))!
  await here.post(leave, { page: '1' })
  const left = noted().filter((line) => !before.includes(line))
  expect(left).toEqual([
    expect.stringMatching(/^{"date":"2026-07-01","subscription":"[0-9a-f]{32}"}$/),
  ])
  // As an older backup would bring it back.
  const mark = Buffer.alloc(16, 7)
  const today = { day: '2026-07-01', mark }
  await subscriptions.ask({
    id: key,
    mark,
    survey: 'annan',
    address,
    language: 'sv',
    today,
    until: 1,
  })
  expect(await subscriptions.eraseAgain([])).toBe(1)
  expect(await subscriptions.find(key)).toBeUndefined()
  // With the survey's last letter all go; who never confirmed needs no note.
  await subscriptions.end('annan')
  await here.send()
  const there = await subscriptions.confirmed('annan')
  await subscriptions.tidy({
    askedBefore: '2026-07-02',
    today: '2026-07-02',
    surveys: ['annan'],
    now: 0,
    sends: true,
  })
  expect(await subscriptions.confirmed('annan')).toBe(0)
  expect(noted().filter((line) => !before.includes(line))).toHaveLength(1 + there)
})
