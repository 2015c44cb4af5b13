import { describe, expect, test } from 'vitest'
import { receive } from '../../src/survey/receive.ts'
import { ask, questionnaire, sites } from '../make.ts'
import { sent, submission } from './sent.ts'

const on = (question: string, ...is: string[]) => ({ showIf: { question, is }, required: true })

describe('a question that hangs on an earlier one', () => {
  const chain = [
    ask.choice('visit'),
    ask.choices('why', { ...on('visit', 'a', 'b'), none: true }),
    ask.scale('how', on('why', 'c', 'none')),
    ask.text('more', on('how', '1', '2', 'dontknow')),
  ]

  test('is asked, and then required, of those who chose one of its options', () => {
    expect(sent(chain, { visit: 'a' }).faults).toEqual([{ field: 'why', code: 'missing' }])
    expect(sent(chain, { visit: 'b', why: ['a', 'c'] }).faults).toMatchObject([{ field: 'how' }])
    for (const how of [1, '2', 'dontknow']) {
      const fields = { visit: 'a', why: 'none', how }
      expect(sent(chain, fields).faults).toEqual([{ field: 'more', code: 'missing' }])
      expect(sent(chain, { ...fields, more: 'x' }).answers).toHaveProperty('more', 'x')
    }
  })

  test('is not asked of others, and what they sent for it is not kept', () => {
    const rest = { why: ['c'], how: '1', more: 'ring 070-123 45 67' }
    for (const visit of ['', 'c']) {
      const received = sent(chain, { visit, ...rest })
      expect(received.answers).toEqual(visit ? { visit } : {})
      expect(received).toMatchObject({ counted: visit ? ['visit:  c'] : [], masked: [] })
    }
    expect(sent(chain, { visit: 'a', ...rest, why: ['d'] }).answers).toEqual({
      visit: 'a',
      why: ['d'],
    })
    expect(sent(chain, { visit: 'a', ...rest, how: '3' }).answers).not.toHaveProperty('more')
  })

  test('does not say what is wrong with what was not asked', () => {
    expect(sent(chain, { visit: 'c', why: ['x'], how: '99' }).answers).toEqual({ visit: 'c' })
  })

  test('hangs on "other", also where only its words were given', () => {
    const questions = [ask.choice('why', { other: true }), ask.text('more', on('why', 'other'))]
    expect(sent(questions, { 'why.other': 'Bussen' }).faults).toMatchObject([{ field: 'more' }])
  })
})

describe('the site', () => {
  const asked = { sites: sites('norr', 'syd') }

  test('is one of the survey, or none', () => {
    const arrival = { channel: 'qr', language: 'sv', date: '2026-06-02' } as const
    const of = (site: unknown) =>
      receive(questionnaire([ask.choice('q')], asked), { submission, site }, arrival)
    expect(of(' norr ')).toMatchObject({ response: { site: 'norr' } })
    for (const none of ['', undefined, null, [], {}]) {
      expect(of(none)).toMatchObject({ response: { site: '' } })
    }
    for (const site of ['öst', 'none', 'others', 'all', '__proto__', 'toString', 'Norr']) {
      expect(of(site), site).toEqual({ faults: [{ field: 'site', code: 'site-unknown' }] })
    }
  })

  test('is unknown where the survey has none', () => {
    expect(sent([], { site: 'norr' }).faults).toMatchObject([{ code: 'site-unknown' }])
  })
})

describe("the sender's id", () => {
  test('is 8 to 64 letters, digits, - and _', () => {
    for (const id of ['a'.repeat(8), 'Z_-09abc', 'a'.repeat(64), 12345678]) {
      expect(sent([], { submission: id }).faults, String(id)).toBeUndefined()
    }
    const bad = ['', 'a'.repeat(7), 'a'.repeat(65), 'åååååååå', 'a b c d e', 'abcdefgh\nijkl', null]
    for (const id of [...bad, undefined, {}, ['x'], "'; DROP TABLE"]) {
      expect(sent([], { submission: id }).faults, String(id)).toEqual([
        { field: 'submission', code: 'submission' },
      ])
    }
  })
})

test('everything wrong is said at once, in the order of the page', () => {
  const questions = [ask.choice('a', { required: true }), ask.scale('b'), ask.text('c', { max: 1 })]
  const fields = { submission: '', site: 'x', b: '9', c: 'xx' }
  const { faults } = sent(questions, fields)
  expect(faults!.map(({ field }) => field)).toEqual(['site', 'a', 'b', 'c', 'submission'])
})

test('a response has what is promised and nothing else', () => {
  const fields = { submission, site: '', q: 'a', ip: '192.0.2.1', to: 'x', 'q.a': '1', lang: 'da' }
  const arrival = { channel: 'web', language: 'sv', date: '2026-06-01', agent: 'x' } as const
  expect(receive(questionnaire([ask.choice('q')], { id: 'en' }), fields, arrival)).toEqual({
    response: {
      id: submission,
      survey: 'en',
      questionnaire: 1,
      site: '',
      channel: 'web',
      language: 'sv',
      date: '2026-06-01',
      answers: { q: 'a' },
    },
    masked: [],
  })
})

test('texts and the words of "other" are masked before anyone has them', () => {
  const questions = [ask.choice('q', { other: true }), ask.text('t'), ask.text('u')]
  const fields = { 'q.other': 'fråga kari@exempel.se', t: 'Jag, 19121212-1212', u: 'inget' }
  const received = sent(questions, fields)
  const texts = ['fråga [e-post]', 'Jag, [personnummer]', 'inget']
  expect(received.texts).toEqual(texts)
  expect(Object.values(received.answers!)).toEqual(['other', ...texts])
  expect(received.masked).toEqual(['email', 'personal-number'])
})
