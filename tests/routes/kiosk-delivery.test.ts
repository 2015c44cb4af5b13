import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { MOST_AT_ONCE } from '../../src/survey/tablets/kiosk.ts'
import { makeSealingPair } from '../../src/survey/tablets/seal.ts'
import { ask, content, options, sites } from '../make.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { type Tablet, tablet } from '../tablet.ts'

const TODAY = '2026-07-01'
const survey = (more = {}) =>
  content([ask.choice('val', { options: options('a', 'b') }), ask.text('ord')], {
    sites: sites('norr', 'syd'),
    ...more,
  })

let svar: Started
let one: Tablet
beforeEach(async () => {
  svar = await start()
  await svar.open(survey())
  one = await tablet(svar, NOON)
})
afterEach(() => svar.close())

const participation = async () => (await svar.store.participation('nord', 'prov'))!

test('each item has its own outcome, and what is kept says kiosk and no tablet', async () => {
  const items = [
    await one.seal('1', '2026-06-30'),
    await one.seal('2', TODAY, { site: 'syd', answers: { val: 'b', ord: 'ring 070-1234567' } }),
    await one.seal('3', TODAY, { answers: { val: 'zzz' } }),
  ]
  expect(await one.deliver(...items)).toEqual([
    { id: 'tablet-1', outcome: 'kept' },
    { id: 'tablet-2', outcome: 'kept' },
    { id: 'tablet-3', outcome: 'refused', reason: 'val: unknown-option' },
  ])
  expect(await participation()).toEqual({
    responses: 2,
    byChannel: { kiosk: 2 },
    bySite: { norr: 1, syd: 1 },
    byDay: { '2026-06-30': 1, [TODAY]: 1 },
    byLanguage: { sv: 2 },
  })
  expect(await svar.store.check()).toMatchObject({ ok: true, responses: 2 })
  expect(await one.known()).toMatchObject({ refused: 1 })
})

test('delivered again, in whole and in another order: already, and refused counts once', async () => {
  const names = Array.from({ length: MOST_AT_ONCE - 1 }, (_, index) => String(index))
  const items = await Promise.all(names.map((name) => one.seal(name, TODAY)))
  items.push(await one.seal('bad', TODAY, { language: 'fi' }))
  const first = await one.deliver(...items)
  const again = await one.deliver(...items.toReversed())
  expect(new Set(first.slice(0, -1).map(({ outcome }) => outcome))).toEqual(new Set(['kept']))
  expect(again[0]).toEqual({ id: 'tablet-bad', outcome: 'refused', reason: 'language unknown' })
  expect(again.slice(1).every(({ outcome }) => outcome === 'already')).toBe(true)
  expect((await participation()).responses).toBe(MOST_AT_ONCE - 1)
  expect(await one.known()).toMatchObject({ refused: 1 })
})

test('what cannot be taken is refused with its reason, and holds up nothing', async () => {
  await svar.open(survey({ id: 'andras' }), 'annan')
  const good = await one.seal('good', TODAY)
  const stranger = await tablet(svar, NOON, 'annan')
  const other = { id: 'other', key: (await makeSealingPair()).publicKey }
  one.setKey(other)
  const unknownKey = await one.seal('key', TODAY)
  one.setKey({ ...other, id: one.enrolled.reply.sealing.id })
  const wrongKey = await one.seal('wrong', TODAY)
  one.setKey(one.enrolled.reply.sealing)
  const flipped = {
    ...good.sealed,
    words: good.sealed.words.replace(/^./, (a) => (a > 'M' ? 'A' : 'Z')),
  }
  const cases: [unknown, string | undefined][] = [
    [unknownKey, 'sealed with a key that is gone'],
    [wrongKey, 'the seal does not open'],
    [{ ...good, id: 'tablet-moved' }, 'the seal does not open'],
    [{ ...good, sealed: flipped }, 'the seal does not open'],
    [{ ...good, sealed: { ...good.sealed, from: '' } }, 'the seal does not open'],
    [await one.seal('inside', TODAY, { answers: { val: { a: 1 } as never } }), 'answers.val: '],
    [{ ...good, id: 'x' }, 'id: '],
    [{ ...good, answeredOn: '2026-02-30' }, 'answeredOn: must be a date'],
    [null, ''],
    [await one.seal('none', TODAY, { survey: 'finns-inte' }), 'survey unknown'],
    [await one.seal('theirs', TODAY, { survey: 'andras' }), 'survey unknown'],
    [await one.seal('number', TODAY, { questionnaire: 9 }), 'questionnaire unknown'],
    [await one.seal('site', TODAY, { site: 'finns-inte' }), 'site: site-unknown'],
    [await one.seal('question', TODAY, { answers: { okand: 'a' } }), 'no such question: okand'],
    [good, undefined],
  ]
  const results = await one.deliver(...cases.map(([item]) => item))
  for (const [index, [, reason]] of cases.entries()) {
    const { outcome, reason: told } = results[index]!
    expect(outcome).toBe(reason === undefined ? 'kept' : 'refused')
    expect(told?.slice(0, reason?.length)).toBe(reason)
  }
  expect((await participation()).responses).toBe(1)
  expect(await stranger.known()).toMatchObject({ refused: 0 })
})

test('answers to an older questionnaire are kept under its number', async () => {
  const old = await one.seal('old', TODAY)
  await svar.open(survey({ sites: sites('norr', 'syd', 'öst') }))
  expect(await one.deliver(old)).toMatchObject([{ outcome: 'kept' }])
  const newer = await one.seal('new', TODAY, { questionnaire: 2, site: 'öst' })
  const mixed = await one.seal('mixed', TODAY, { questionnaire: 1, site: 'öst' })
  const results = await one.deliver(newer, mixed)
  expect(results.map(({ outcome }) => outcome)).toEqual(['kept', 'refused'])
  expect(await svar.store.check()).toMatchObject({ ok: true, responses: 2 })
})

test('too many or too much at once is not read', async () => {
  const item = await one.seal('1', TODAY)
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, () => item)
  expect((await one.post('/kiosk/responses', { items: many })).statusCode).toBe(400)
  const large = await one.post('/kiosk/responses', { items: ['x'.repeat(1024 * 1024)] })
  expect([large.statusCode, large.json()]).toEqual([
    413,
    { error: 'too-large', reasons: expect.anything() },
  ])
  expect((await participation()).responses).toBe(0)
})

test.each([
  ['no JSON', '{"items":'],
  ['a list', '[]'],
  ['nothing', ''],
  ['no items', '{}'],
  ['items that are none', '{"items":5}'],
  ['a poisoned prototype', '{"__proto__":{"items":[]}}'],
])('%s is refused, in JSON', async (_name, body) => {
  for (const path of ['/kiosk/responses', '/kiosk/heartbeat', '/kiosk/enrol']) {
    const reply = await one.post(path, body)
    expect(reply.statusCode).toBe(400)
    expect(reply.json()).toMatchObject({ error: 'bad-request' })
  }
})

test('other doors under /kiosk, and other bodies, are refused in JSON', async () => {
  expect((await one.post('/kiosk/annat', {})).json()).toEqual({ error: 'unknown', reasons: [] })
  const form = await svar.app.inject({
    method: 'POST',
    url: '/kiosk/enrol',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'code=x',
  })
  expect([form.statusCode, form.json<{ error: string }>().error]).toEqual([415, 'type-unknown'])
})

test('the door of the API takes a tablet’s token, as kiosk', async () => {
  const items = [
    { id: 'plain-0001', questionnaire: 1, language: 'sv', site: 'norr', channel: 'paper' },
    { id: 'plain-0002', questionnaire: 1, language: 'fi', site: 'norr' },
  ].map((item) => ({ ...item, answeredOn: TODAY, answers: { val: 'a' } }))
  const reply = await one.post('/api/surveys/prov/responses', items)
  const { results } = reply.json<{ results: { outcome: string }[] }>()
  expect(results.map(({ outcome }) => outcome)).toEqual(['kept', 'refused'])
  expect((await participation()).byChannel).toEqual({ kiosk: 1 })
  expect(await one.known()).toMatchObject({ refused: 1 })
  await svar.open(survey({ id: 'andras' }), 'annan')
  expect((await one.post('/api/surveys/andras/responses', items)).statusCode).toBe(404)
  const read = makeSecret()
  await svar.store.addToken(hashSecret(read), 'nord', 'read', { ...ACT, at: TODAY })
  const refused = await svar.app.inject({
    method: 'POST',
    url: '/api/surveys/prov/responses',
    headers: { authorization: `Bearer ${read}` },
    payload: items,
  })
  expect(refused.statusCode).toBe(403)
})
