import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'

let svar: Started
let address: string
let browser: Browser

beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')]))
  await svar.addUser('anna@nord.example')
  address = await svar.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => svar.close())

beforeEach(async () => {
  svar.setClock(NOON)
  browser = new Browser(svar.app)
  await browser.get('/office/sign-in')
  const person = { email: 'anna@nord.example', password: 'lång och god mening' }
  await browser.submit('/office/sign-in', person)
  await browser.get('/office')
})

const page = '/office/surveys/prov'

/** The open stream, once its first message is there. */
async function watching(known?: string) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, ...(known && { 'last-event-id': known }) }
  const reply = await new Promise<IncomingMessage>((resolve, reject) =>
    request(`${address}${page}/live`, { headers }, resolve).on('error', reject).end(),
  )
  const [first] = (await once(reply)) as [Buffer]
  return { reply, first: String(first) }
}

const once = (reply: IncomingMessage) =>
  new Promise<unknown[]>((resolve) => reply.once('data', (...said) => resolve(said)))

let sent = 0
const answer = () => svar.send('prov', { submission: `response-${++sent}`, lang: 'sv', ord: 'x' })

test('the stream counts what comes in', async () => {
  const { reply, first } = await watching()
  expect(reply.headers['x-content-type-options']).toBe('nosniff')
  expect(first).toMatch(/^id: run-0\nevent: participation\ndata: \{"responses":0/)
  await answer()
  expect(String((await once(reply))[0])).toContain('"responses":1')
  reply.destroy()
})

test('who comes back is told what they missed, and nothing where they missed nothing', async () => {
  const { reply } = await watching()
  await answer()
  const told = String((await once(reply))[0])
  reply.destroy()
  const [, id] = /^id: (.*)$/m.exec(told)!
  const back = await watching(id)
  expect(back.first).toBe(': \n\n')
  await answer()
  const next = String((await once(back.reply))[0])
  expect(next).toContain('event: participation')
  back.reply.destroy()
  const missed = await watching(id)
  expect(missed.first).toBe(next)
  missed.reply.destroy()
})

test('what is known from another run of the server is not taken for this one', async () => {
  const { reply, first } = await watching('another-0')
  expect(first).toContain('event: participation')
  reply.destroy()
})

test('many answers at once are one happening', async () => {
  const { reply, first } = await watching()
  const before = Number(/^id: run-(\d+)$/m.exec(first)![1])
  await svar.app.ready()
  for (let turn = 0; turn < 20; turn += 1) svar.live.announce('prov')
  const told = String((await once(reply))[0])
  expect(told).toMatch(new RegExp(`^id: run-${before + 1}\n`))
  reply.destroy()
})

test('the stream ends when its session has been signed out, and tells no more', async () => {
  const { reply } = await watching()
  await browser.submit('/office/sign-out', {})
  await answer()
  expect(await text(reply)).toBe('')
})

test('the stream ends when its session has run out', async () => {
  const { reply } = await watching()
  svar.setClock('2026-07-01T14:00:01+02:00')
  await answer()
  expect(await text(reply)).toBe('')
})

test('neither the stream nor a page that refreshes itself keeps a session alive', async () => {
  svar.setClock('2026-07-01T13:59:00+02:00')
  const { reply } = await watching()
  reply.destroy()
  const refreshed = await browser.get(page, { 'svar-refresh': '1' })
  expect(refreshed.statusCode).toBe(200)
  svar.setClock('2026-07-01T14:00:01+02:00')
  expect((await browser.get(page)).headers.location).toBe('/office/sign-in')
})

test('a person’s own visit does', async () => {
  svar.setClock('2026-07-01T13:59:00+02:00')
  await browser.get(page)
  svar.setClock('2026-07-01T14:00:01+02:00')
  expect((await browser.get(page)).statusCode).toBe(200)
})
