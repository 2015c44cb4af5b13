import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsOf } from '../../src/survey/counts.ts'
import { receive } from '../../src/survey/receive.ts'
import type { Fields } from '../../src/survey/response.ts'
import { ask, questionnaire, sites } from '../make.ts'
import { seeded } from '../random.ts'

const asked = questionnaire(
  [
    ask.choice('choice', { other: true }),
    ask.choices('choices', { other: true, none: true, max: 3 }),
    ask.scale('scale'),
    ask.number('number', { from: -5, decimals: 1, bins: [-5, 0, 1.5] }),
    ask.ranking('ranking'),
    ask.ranking('top', { max: 2 }),
    ask.text('text', { max: 5000 }),
    ask.text('after', { showIf: { question: 'choice', is: ['a', 'other'] } }),
    ask.choice('last', { showIf: { question: 'scale', is: ['1', 'dontknow'] } }),
  ],
  { sites: sites('norr', 'syd') },
)

const options = [...'abcd']
const ids = options.concat('other', 'none', 'dontknow', '1', '2', '3', '4', '5', '')
const names = ['submission', 'site', '__proto__', 'constructor', 'toString'].concat(
  ['choice.other', 'choices.other', 'top.a', 'top.b'],
  options.map((option) => `ranking.${option}`),
  asked.questions.map((question) => question.id),
)
const id = fc.constantFrom(...ids)
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 25 }),
  fc.string({ unit: 'binary', maxLength: 25 }),
  fc.constantFrom('a@b.se', '\ud800', 'a\u030a\r\n b', ' 070-123 45 67 ', '191212121212'),
)
const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true })
const value = fc.oneof(
  { weight: 4, arbitrary: id },
  { weight: 2, arbitrary: fc.array(id, { maxLength: 5 }) },
  { weight: 2, arbitrary: words },
  fc.integer({ min: -1, max: 6 }),
  fc.array(words, { maxLength: 3 }),
  anything,
)
const wild = fc.dictionary(fc.oneof(fc.constantFrom(...names), words), value)

/** Fields of which each is left out or such that it is taken: so that many are accepted. */
const mild = fc.record(
  {
    site: fc.constantFrom('norr', 'syd', ''),
    choice: fc.constantFrom('a', 'b', 'c'),
    choices: fc.oneof(fc.uniqueArray(fc.constantFrom(...options), { maxLength: 3 }), id),
    'choices.other': fc.constantFrom('', ' ', 'Bussen a@b.se'),
    scale: fc.constantFrom('1', 2, 5, 'dontknow'),
    number: fc.constantFrom('1,5', -5, '-4.9..1', '1.000'),
    ranking: fc.shuffledSubarray(options, { minLength: 4 }),
    'top.a': fc.constantFrom('1', 1),
    'top.b': fc.constantFrom('2', 2),
    text: words,
    after: words,
    last: id,
  },
  { requiredKeys: ['ranking', 'top.a', 'top.b'] },
)
const fields = fc.oneof(wild, mild) as fc.Arbitrary<Fields>

const arrival = { channel: 'web', language: 'sv', date: '2026-06-01' } as const
const seed = Math.floor(seeded('receive')() * 2 ** 31)
const runs = { seed, numRuns: 4000 }

test('whatever comes is received or refused with faults of the page', () => {
  const known = new Set([...names, 'last.other'])
  fc.assert(
    fc.property(fields, (sent) => {
      const received = receive(asked, sent, arrival)
      if (!('faults' in received)) return
      expect(received.faults.length).toBeGreaterThan(0)
      for (const fault of received.faults) expect(known).toContain(fault.field)
    }),
    runs,
  )
})

test('what was accepted is the same when it is read again, and is counted in order', () => {
  let accepted = 0
  fc.assert(
    fc.property(fields, (sent) => {
      const received = receive(asked, { ...sent, submission: 'sending-1' }, arrival)
      if ('faults' in received) return
      accepted += 1
      const { response } = received
      const stored = JSON.parse(JSON.stringify(response.answers)) as Fields
      const again = receive(
        asked,
        { ...stored, submission: 'x1234567', site: response.site },
        arrival,
      )
      expect(again).toEqual({ response: { ...response, id: 'x1234567' }, masked: [] })
      const counts = countsOf(asked, response)
      const questions = counts.map(({ question }) => question)
      expect(questions).toEqual([...new Set(questions)].toSorted())
      expect(questions[0]).toBe('')
      for (const { cells } of counts) {
        expect(cells.length).toBeGreaterThan(0)
        expect(new Set(cells).size).toBe(cells.length)
      }
    }),
    runs,
  )
  expect(accepted).toBeGreaterThan(runs.numRuns / 10)
})
