import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { ask, content, options } from '../make.ts'
import { ACT, NOON, start, type Started } from '../start.ts'

let svar: Started
let secret: string

beforeAll(async () => {
  svar = await start()
  await svar.open(
    content([
      ask.choice('val', { options: options('a', 'b'), required: true }),
      ask.ranking('ordning', { options: options('x', 'y'), max: 2 }),
      ask.text('ord'),
    ]),
  )
  secret = makeSecret()
  await svar.store.addToken(hashSecret(secret), 'nord', 'import', { ...ACT, at: '2026-07-01' })
})
afterAll(() => svar.close())

const post = (payload: object, bearer = secret) =>
  svar.app.inject({
    method: 'POST',
    url: '/api/surveys/prov/responses',
    headers: { authorization: `Bearer ${bearer}` },
    payload,
  })

const item = (id: string, more = {}) => ({
  id: `imported-${id}`,
  questionnaire: 1,
  language: 'sv',
  channel: 'paper',
  answeredOn: '2026-06-30',
  answers: { val: 'a', ordning: ['y', 'x'], ord: 'ring 070-1234567' },
  ...more,
})

test('each item has its own outcome', async () => {
  const items = [
    item('one'),
    item('one'),
    item('two', { answers: { val: 'zzz' } }),
    item('three', { answeredOn: '2026-07-02' }),
    item('four', { answeredOn: '2026-05-31' }),
    item('five', { language: 'fi' }),
    item('six', { questionnaire: 9 }),
    item('seven', { answers: { val: 'b' } }),
  ]
  const { results } = (await post(items)).json<{ results: { outcome: string }[] }>()
  expect(results.map(({ outcome }) => outcome)).toEqual([
    'kept',
    'already',
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
    'kept',
  ])
  const participation = await svar.store.participation('nord', 'prov')
  expect(participation?.byChannel).toEqual({ paper: 2 })
  expect(participation?.byDay).toEqual({ '2026-06-30': 2 })
})

test('after closing the same id is still "already", and a new one refused', async () => {
  svar.setClock('2026-09-01T00:00:00+02:00')
  const late = [item('one'), item('late')]
  const { results } = (await post(late)).json<{ results: { outcome: string; reason?: string }[] }>()
  expect(results[0]!.outcome).toBe('already')
  expect(results[1]).toMatchObject({ outcome: 'refused', reason: 'closed' })
  svar.setClock(NOON)
})

test('one bad item does not hold up the others', async () => {
  const items = [
    item('a', { answeredOn: '2026-02-30' }),
    item('b', { id: 'x' }),
    item('c', { answers: { val: { deep: 1 } } }),
    item('d', { answers: { val: 'a', okand: 'b' } }),
    'nonsense',
    null,
    item('e', { site: null }),
  ]
  const { results } = (await post(items)).json<{
    results: { outcome: string; reason?: string }[]
  }>()
  expect(results.map(({ outcome }) => outcome)).toEqual([...Array(6).fill('refused'), 'kept'])
  for (const { outcome, reason } of results) expect(outcome === 'kept' || reason).toBeTruthy()
})

test.each([
  ['not a list or an item', 'x'],
  ['an empty list', []],
])('%s is refused with a reason', async (_name, payload) => {
  const reply = await post(payload as object)
  expect([400, 415]).toContain(reply.statusCode)
  expect(reply.json()).toHaveProperty('error')
})

test('without the right token nothing is said of the survey', async () => {
  expect((await post([item('x')], makeSecret())).statusCode).toBe(401)
})
