import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import type { Results } from '../../src/survey/results.ts'
import { ask, content, options, sites } from '../make.ts'
import { ACT, start, type Started } from '../start.ts'

const survey = content(
  [
    ask.choice('val', { options: options('a', 'b') }),
    ask.scale('skala'),
    ask.ranking('ordning', { options: options('x', 'y', 'z'), max: 2 }),
  ],
  { sites: sites('norr', 'soder') },
)

let svar: Started
let read: string
let importing: string
let foreign: string

async function token(organisation: string, scope: 'read' | 'import') {
  const secret = makeSecret()
  await svar.store.addToken(hashSecret(secret), organisation, scope, { ...ACT, at: '2026-07-01' })
  return secret
}

beforeAll(async () => {
  svar = await start()
  await svar.open(survey)
  await svar.open(content([ask.text('ord')], { id: 'annans' }), 'syd')
  read = await token('nord', 'read')
  importing = await token('nord', 'import')
  foreign = await token('syd', 'read')
})
afterAll(() => svar.close())

const results = (secret?: string, path = '/api/surveys/prov/results') =>
  svar.app.inject({ url: path, headers: secret ? { authorization: `Bearer ${secret}` } : {} })

async function answer(count: number, more: (index: number) => Record<string, string>) {
  for (let index = 0; index < count; index += 1) {
    const submission = `response-${Math.random()}`.replace('.', '')
    const reply = await svar.send('prov', { submission, lang: 'sv', ...more(index) })
    expect(reply.statusCode).toBe(303)
  }
}

describe('who may read', () => {
  test.each([
    ['no token', () => undefined, 401],
    ['a made-up token', () => makeSecret(), 401],
    ['an import token', () => importing, 403],
    ['another organisation’s token', () => foreign, 404],
    ['its own token', () => read, 200],
  ])('%s', async (_name, secret, status) => {
    expect((await results(secret())).statusCode).toBe(status)
  })

  test('who has no token, or an unknown one, is told which kind is wanted', async () => {
    for (const secret of [undefined, makeSecret()]) {
      expect((await results(secret)).headers['www-authenticate']).toBe('Bearer')
    }
    expect((await results(importing)).headers['www-authenticate']).toBeUndefined()
  })

  test('a foreign survey looks exactly like an unknown one', async () => {
    const one = await results(read, '/api/surveys/annans/results')
    const other = await results(read, '/api/surveys/finnsinte/results')
    expect(one.statusCode).toBe(404)
    expect(one.body).toBe(other.body)
  })
})

test('numbers come in steps, and whole after closing', async () => {
  await answer(9, () => ({
    site: 'norr',
    val: 'a',
    skala: '4',
    'ordning.x': '1',
    'ordning.y': '2',
  }))
  const before = (await results(read)).json<Results>()
  expect([before.responses, before.released, before.final]).toEqual([9, 0, false])
  await answer(1, () => ({ site: 'norr', val: 'b', skala: 'dontknow' }))
  const after = (await results(read)).json<Results>()
  expect([after.responses, after.released]).toEqual([10, 5])
  expect(after).toMatchObject({ survey: 'prov', questionnaire: 1, state: 'open', smallestGroup: 5 })
  expect(after.groups.map(({ by, id, released }) => [by, id, released])).toEqual([
    ['all', 'all', 5],
    ['site', 'norr', 5],
    ['site', 'soder', 0],
  ])
  expect(after.groups[0]!.questions[0]).toEqual({
    id: 'val',
    kind: 'choice',
    n: 5,
    options: [
      { id: 'a', count: 5 },
      { id: 'b', count: 0 },
    ],
  })
  await answer(3, () => ({ site: 'soder', val: 'b' }))
  await svar.store.closeSurvey('nord', 'prov', { by: 'test', at: '2026-07-01' })
  await svar.store.finalise('prov', '2026-07-01')
  const final = (await results(read)).json<Results>()
  expect([final.state, final.final, final.responses, final.released]).toEqual([
    'closed',
    true,
    13,
    13,
  ])
  // South has three: it can be told apart neither alone nor by subtracting north.
  expect(final.groups.map(({ id }) => id)).toEqual(['all'])
  const [val, skala, ordning] = final.groups[0]!.questions
  expect(val!.options).toEqual([
    { id: 'a', count: 9 },
    { id: 'b', count: 4 },
  ])
  expect([skala!.n, skala!.dontKnow, skala!.options[3]]).toEqual([9, 1, { id: '4', count: 9 }])
  expect(ordning!.options[2]).toEqual({
    id: 'z',
    count: 0,
    meanRank: 3,
    first: 0,
    places: [0, 0],
  })
})

test('as CSV they open in a spreadsheet and run no formula', async () => {
  const reply = await results(read, '/api/surveys/prov/results.csv')
  expect(reply.headers['content-type']).toContain('text/csv')
  expect(reply.body.startsWith('\ufeffsurvey,by,group,question')).toBe(true)
  expect(reply.body).toContain('\r\nprov,all,all,val,choice,13,a,9,,')
})

test('the description names every door for machines', async () => {
  expect(Object.keys(await described()).toSorted()).toEqual([
    '/api/catalog.jsonld',
    '/api/surveys/{survey}/responses',
    '/api/surveys/{survey}/results',
    '/api/surveys/{survey}/results.csv',
    '/api/surveys/{survey}/results.json',
  ])
})

test('the description names what each door refuses with', async () => {
  const { '/api/catalog.jsonld': catalog, ...paths } = await described()
  expect(Object.keys(catalog!['get']!.responses)).toEqual(['200', '503'])
  const refusals = ['400', '401', '403', '404', '503']
  const sending = ['400', '401', '403', '404', '413', '415', '429', '503']
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      const { 200: done, ...rest } = responses
      expect(Object.keys(rest)).toEqual(method === 'post' ? sending : refusals)
      const type = path.endsWith('.csv') ? 'text/csv' : 'application/json'
      expect(Object.keys(done!.content)).toEqual([type])
      for (const { description, content: said } of Object.values(rest)) {
        expect(description).not.toBe('Default Response')
        const { required } = said['application/json']!.schema
        expect(required).toEqual(Object.keys((await results()).json<object>()))
      }
    }
  }
})

interface Described {
  responses: Record<
    string,
    { description: string; content: Record<string, { schema: { required: string[] } }> }
  >
}

const described = async () =>
  (await svar.app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>
  }>().paths
