import { beforeEach, afterEach, describe, expect, test } from 'vitest'
import { finishPurges, purgeDue } from '../../src/purging.ts'
import { expectSoundHtml } from '../html.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, start, type Started } from '../start.ts'
import { filesWith } from './planted.ts'
import { holder } from './receipt-holder.ts'

const PLANTED = 'Utplanterat'
let svar: Started
let anna: ReturnType<typeof holder>
beforeEach(async () => {
  svar = await start()
  anna = holder(svar)
  const questions = [ask.choice('val'), ask.ranking('ordning'), ask.text('ord')]
  await svar.open(content(questions, { sites: sites('norr', 'vik') }))
})
afterEach(() => svar.close())

const mine = {
  site: 'norr',
  val: 'b',
  'ordning.a': '2',
  'ordning.c': '1',
  ord: 'Ring 070-123 45 67',
}
const given = { ...mine, 'ordning.b': '3', 'ordning.d': '4' }
const responses = async () => (await svar.store.participation('nord', 'prov'))!.responses

test('without script: the code, the response in words, and it is taken back', async () => {
  const { sent, location } = await anna.answer('prov', given)
  expect(location).not.toContain(sent.submission)
  const code = (await anna.codeFrom(location))!
  expect(code.replaceAll('-', '')).toBe(sent.submission)
  const shown = await anna.post('/receipt', { code: code.toLowerCase().replaceAll('-', ' ') })
  expect(shown.statusCode).toBe(200)
  await expectSoundHtml(shown.body)
  for (const words of ['norr', 'Val b', '[telefon]', '1 juli 2026', 'svenska']) {
    expect(shown.body).toContain(words)
  }
  expect(shown.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
  expect(shown.headers['set-cookie']).toBeUndefined()
  const done = await anna.withdraw(code)
  expect([done.statusCode, done.headers.location]).toEqual([
    303,
    '/receipt/withdrawn?lang=sv&after=open',
  ])
  const after = await svar.app.inject(done.headers.location!)
  expect(after.body).toContain('<h1>Du har tagit tillbaka ditt svar')
  await expectSoundHtml(after.body)
  expect(await responses()).toBe(0)
  const twice = await anna.post('/receipt', { code, at: 'ask', next: 'withdraw' })
  expect(twice.headers.location).toBe(done.headers.location)
  expect((await anna.post('/receipt', { code })).statusCode).toBe(404)
  expect(await svar.store.check()).toEqual({ ok: true, responses: 0, faults: [] })
})

describe('the code is shown', () => {
  test('once, to who sent, at the survey of it, and not to a script on its way', async () => {
    await svar.open(content([ask.choice('val')], { id: 'annan' }))
    const { location } = await anna.answer('prov', given)
    const script = { url: location, headers: { 'x-requested-with': 'script' } }
    expect((await svar.app.inject(script)).body).not.toContain('class="code"')
    await svar.app.inject({ method: 'HEAD', url: location })
    expect(await anna.codeFrom(location.replace('/prov/', '/annan/'))).toBeUndefined()
    const first = await svar.app.inject(location)
    expect(first.headers['cache-control']).toBe('no-store')
    await expectSoundHtml(first.body)
    expect(await anna.codeFrom(location)).toBeUndefined()
  })

  test('again in another language, by a ticket of that page', async () => {
    await svar.open(content([ask.choice('val')], { id: 'annan', languages: ['sv', 'da'] }))
    const { location } = await anna.answer('annan', { val: 'a' })
    const { body } = await svar.app.inject(location)
    const [, path = ''] = /href="([^"]*lang=da)" hreflang="da"/.exec(body)!
    const danish = await svar.app.inject(path.replaceAll('&amp;', '&'))
    expect(danish.body).toContain('Gem din kvitteringskode')
    expect(await anna.codeFrom(path.replaceAll('&amp;', '&'))).toBeUndefined()
  })

  test('for ten minutes', async () => {
    const { location } = await anna.answer('prov', given)
    svar.setClock('2026-07-01T12:10:00+02:00')
    expect(await anna.codeFrom(location)).toBeUndefined()
  })

  test('again to who sends the same again, never with other answers under its id', async () => {
    const { sent } = await anna.answer('prov', given)
    const again = await anna.post('/s/prov', sent)
    expect(await anna.codeFrom(again.headers.location!)).toBeDefined()
    const next = await anna.post('/s/prov', { ...sent, val: 'a' })
    expect(next.statusCode).toBe(303)
    expect(await anna.codeFrom(next.headers.location!)).toBeUndefined()
    expect(await responses()).toBe(1)
  })

  test('for ids of our own page only', async () => {
    for (const submission of ['sending-7', crypto.randomUUID()]) {
      const { headers } = await svar.send('prov', { submission, lang: 'sv', val: 'a' })
      expect(headers.location).toBe('/s/prov/thanks?lang=sv')
      const reply = await anna.post('/receipt', { code: submission })
      expect([reply.statusCode, reply.body.includes('Något tecken i koden är fel')]).toEqual([
        422,
        true,
      ])
    }
  })
})

test('who withdrew and sends the same again is told, and may answer anew', async () => {
  const { sent, location } = await anna.answer('prov', given)
  await anna.withdraw((await anna.codeFrom(location))!)
  const late = await anna.post('/s/prov', sent)
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Det här svaret har du tagit tillbaka')
  const [, submission = ''] = /name="submission" value="([^"]+)"/.exec(late.body)!
  expect(submission).not.toBe(sent.submission)
  expect(await responses()).toBe(0)
  const anew = await anna.post('/s/prov', { ...sent, submission })
  expect([anew.statusCode, await responses()]).toEqual([303, 1])
})

test('unknown, withdrawn and purged look the same; who tries many has to wait', async () => {
  const unknown = '00000-00000-00000-00000-00000'
  const first = await anna.answer('prov', given)
  const second = await anna.answer('prov', given)
  const codes = [(await anna.codeFrom(first.location))!, (await anna.codeFrom(second.location))!]
  await anna.withdraw(codes[0]!)
  svar.setClock('2027-09-01T12:00:00+02:00')
  await purgeDue(svar.store, Date.parse('2027-09-01T10:00:00Z'))
  const seen = await Promise.all(
    [unknown, ...codes].map(async (code) => {
      const { statusCode, body } = await anna.post('/receipt', { code })
      return `${statusCode} ${body.replace(code, '')}`
    }),
  )
  expect(new Set(seen).size).toBe(1)
  expect(seen[0]).toContain('404 ')
  for (const code of codes) {
    const reply = await anna.post('/receipt', { code, at: 'ask', next: 'withdraw' })
    expect(reply.statusCode).toBe(404)
  }
  let waits = await anna.post('/receipt', { code: unknown }, '198.51.100.1')
  for (let tries = 0; waits.statusCode === 404 && tries < 100; tries += 1) {
    waits = await anna.post('/receipt', { code: unknown }, `198.51.100.${tries}`)
  }
  expect([waits.statusCode, waits.headers['retry-after']]).toEqual([429, expect.any(String)])
  expect(waits.body).toContain('Vänta en liten stund')
  expect(waits.body).toContain(unknown)
  expect((await anna.post('/receipt', { code: unknown })).statusCode).toBe(404)
})

test('after the final release: the response and its words go, the numbers stay', async () => {
  const { location } = await anna.answer('prov', { ...given, ord: PLANTED })
  const code = (await anna.codeFrom(location))!
  for (let index = 0; index < 11; index += 1) {
    await anna.answer('prov', { ...given, ord: `ord ${index}` })
  }
  await svar.store.closeSurvey('nord', 'prov', ACT)
  await svar.store.finalise('prov', '2026-07-01T10:00:00Z')
  const before = await svar.store.release('nord', 'prov')
  const ids = async () => (await svar.store.comments('nord', 'prov'))!.comments
  const words = await ids()
  const own = words.find(({ text }) => text === PLANTED)!
  const name = { organisation: 'nord', survey: 'prov', text: own.id }
  await svar.store.hideText(name, 'identifies', ACT)
  const done = await anna.withdraw(code)
  expect(done.headers.location).toContain('after=final')
  expect((await svar.app.inject(done.headers.location!)).body).toContain(
    'Den slutliga redovisningen är redan',
  )
  const page = (await svar.app.inject(done.headers.location!)).body
  const [, danish = ''] = /href="([^"]*lang=da)"/.exec(page)!
  expect((await svar.app.inject(danish.replaceAll('&amp;', '&'))).body).toContain(
    'Den endelige opgørelse er allerede',
  )
  expect(await svar.store.release('nord', 'prov')).toEqual(before)
  // The others' words keep their ids, by which they are coded and quoted.
  expect(await ids()).toEqual(words.filter(({ id }) => id !== own.id))
  expect(await svar.store.check()).toEqual({ ok: true, responses: 11, faults: [] })
  await finishPurges(svar.store, Date.parse('2026-07-02T00:00:00Z'))
  expect(filesWith(svar.folder, [PLANTED])).toEqual([])
})

test.each(['paused', 'closed'])('a survey that is %s lets a response go', async (state) => {
  const { location } = await anna.answer('prov', given)
  const code = (await anna.codeFrom(location))!
  if (state === 'closed') await svar.store.closeSurvey('nord', 'prov', ACT)
  else {
    const seen = (await svar.store.issued('prov'))!.moves.length
    await svar.store.move('nord', 'prov', { what: 'pause', seen }, ACT)
  }
  expect((await anna.withdraw(code)).statusCode).toBe(303)
  expect(await responses()).toBe(0)
})
