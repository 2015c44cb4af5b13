import { describe, expect, test } from 'vitest'
import { kinds } from '../../src/survey/kinds/kinds.ts'
import { asking, contentOf, faultsOf } from './tree.ts'

const text = { sv: 'Hej', da: 'Hej' }
const options = [
  { id: 'a', text },
  { id: 'b', text },
]
const hanging = (question: unknown, is: unknown, more = {}) =>
  asking({ id: 'q2', kind: 'text', text, showIf: { question, is }, ...more })

const wrong: [string, unknown, string][] = [
  ['no kind', { id: 'x' }, `kind: must be one of ${kinds.join(', ')}`],
  ['an unknown kind', { id: 'x', kind: 'toString' }, 'kind: must be one of'],
  ['a question that is none', 'x', 'kind: must be one of'],
  ['an id twice', { id: 'q1', kind: 'text' }, ': "q1" stands twice'],
  ['an id with a dot', { id: 'a.b', kind: 'text' }, 'id: must be an id'],
  ['an id of 41 characters', { id: 'x'.repeat(41), kind: 'text' }, 'id: must be an id'],
  ['a field of another kind', { id: 'x', kind: 'text', options }, 'options: unknown field'],
  ['a flag that is none', { id: 'x', kind: 'text', required: 'yes' }, 'required: must be true or'],
  [
    'one option',
    { id: 'x', kind: 'choice', options: options.slice(1) },
    'options: needs at least 2',
  ],
  ['no options', { id: 'x', kind: 'choices' }, 'options: must be a list'],
  [
    'an option twice',
    { id: 'x', kind: 'choice', options: [...options, { id: 'a', text }] },
    'options.2.id: "a" stands twice',
  ],
  [
    'at most none',
    { id: 'x', kind: 'choices', options, max: 0 },
    'max: must be a whole number fro',
  ],
  [
    'at most 51',
    { id: 'x', kind: 'choices', options, max: 51 },
    'max: must be a whole number from',
  ],
  ['places beyond', { id: 'x', kind: 'ranking', options, max: 3 }, 'max: must be a whole number'],
  ['a text too long', { id: 'x', kind: 'text', max: 5001 }, 'max: must be a whole number from 1 t'],
  ['a scale without end', { id: 'x', kind: 'scale', from: 1 }, 'to: must be'],
  ['a scale backwards', { id: 'x', kind: 'scale', from: 5, to: 5 }, 'to: must be more than "from"'],
  [
    'a scale of 12 steps',
    { id: 'x', kind: 'scale', from: 0, to: 11 },
    'to: a scale has at most 11',
  ],
  ['half steps', { id: 'x', kind: 'scale', from: 0.5, to: 5 }, 'from: must be a whole number'],
  [
    'an end with unknown fields',
    { id: 'x', kind: 'scale', from: { value: 1, words: text }, to: 5 },
    'from.words: unknown field',
  ],
  ['a number without bounds', { id: 'x', kind: 'number', from: 1 }, 'to: must be a whole number'],
  ['bounds backwards', numeric({ from: 9 }), 'to: must be more than "from"'],
  ['a bound with a decimal', numeric({ from: 0.5 }), 'from: must be a whole number'],
  ['two decimals', numeric({ decimals: 2 }), 'decimals: must be a whole number from 0 to 1'],
  ['a bound with two', numeric({ decimals: 1, to: 9.25 }), 'to: must be a number from'],
  ['room for a telephone number', numeric({ to: 10_000_000 }), 'to: must be a whole number'],
  ['bins that are no list', numeric({ bins: '0 3' }), 'bins: must be a list of numbers'],
  ['one bin', numeric({ bins: [0] }), 'bins: needs at least 2'],
  ['13 bins', numeric({ to: 99, bins: [...Array(13).keys()] }), 'bins: has 13, at most 12'],
  ['numbers before the first bin', numeric({ bins: [1, 3] }), 'bins.0: the first bin must begin'],
  ['bins out of order', numeric({ bins: [0, 5, 5] }), 'bins.2: bins must begin in order'],
  ['a bin beyond', numeric({ bins: [0, 10] }), 'bins.1: bins must begin in order'],
  ['half a bin', numeric({ bins: [0, 2.5] }), 'bins.1: must be a whole number'],
]

function numeric(more: object) {
  return { id: 'x', kind: 'number', text, from: 0, to: 9, ...more }
}

describe('a question is faulty with', () => {
  test.each(wrong)('%s', (_, question, expected) => {
    const at = expected.startsWith(':') ? 'questions.1' : 'questions.1.'
    const faults = faultsOf(asking(question))
    expect(faults).toContainEqual(expect.stringContaining(`${at}${expected}`))
    expect(faults.filter((fault) => !fault.startsWith('questions.1'))).toEqual([])
  })

  test.each(['submission', 'lang', 'site', 'to', 'channel', 'constructor', 'valueOf'])(
    'the reserved id %s',
    (id) => {
      const reserved = [`questions.1.id: "${id}" is a reserved word`]
      expect(faultsOf(asking({ id, kind: 'text', text }))).toEqual(reserved)
    },
  )

  test.each(['other', 'none', 'dontknow', 'toString'])(
    'an option with the reserved id %s',
    (id) => {
      for (const kind of ['choice', 'choices', 'ranking']) {
        const question = { id: 'x', kind, text, options: [...options, { id, text }] }
        expect(faultsOf(asking(question))).toEqual([
          `questions.1.options.2.id: "${id}" is a reserved word`,
        ])
      }
    },
  )
})

describe('a question hangs on', () => {
  test('options of an earlier question, one or several', () => {
    for (const is of ['a', ['a'], ['a', 'b']]) expect(faultsOf(hanging('q1', is))).toEqual([])
  })

  test('no later, unknown or own question', () => {
    const later = { id: 'q3', kind: 'text', text }
    for (const question of ['q2', 'q3', 'q9', '', 5, 'constructor']) {
      const [only, ...more] = faultsOf(hanging(question, ['a']))
      expect([only, ...more].join('\n')).toContain('questions.1.showIf.question: must ')
    }
    const before = asking({ ...later, id: 'q2', showIf: { question: 'q3', is: 'a' } }, later)
    expect(faultsOf(before)).toEqual(['questions.1.showIf.question: must name an earlier question'])
  })

  test('no unknown option, and no list that is empty or missing', () => {
    expect(faultsOf(hanging('q1', ['a', 'x']))).toEqual([
      'questions.1.showIf.is.1: "x" is no option of "q1"',
    ])
    expect(faultsOf(hanging('q1', 'other'))).toHaveLength(1)
    expect(faultsOf(hanging('q1', []))).toEqual(['questions.1.showIf.is: needs at least 1'])
    expect(faultsOf(hanging('q1', undefined))).not.toEqual([])
    expect(faultsOf(hanging('q1', 'a', { showIf: 'q1' }))).not.toEqual([])
  })

  test('no text, ranking or number', () => {
    const own = { text: {}, ranking: { options }, number: { from: 0, to: 9 } }
    for (const [kind, more] of Object.entries(own)) {
      const earlier = { id: 'q2', kind, text, ...more }
      const later = { id: 'q3', kind: 'text', text, showIf: { question: 'q2', is: 'a' } }
      expect(faultsOf(asking(earlier, later))).toEqual([
        'questions.2.showIf.question: must be a question of kind choice, choices or scale',
      ])
    }
  })
})

test('there is a good example of each kind', () => {
  const ends = { from: 0, to: 10 }
  const bounded = new Set<string>(['scale', 'number'])
  const questions = kinds.map((kind) => ({
    id: `x-${kind}`,
    kind,
    text,
    ...(bounded.has(kind) ? ends : kind === 'text' ? {} : { options }),
  }))
  expect(
    contentOf(asking(...questions))
      .questions.slice(1)
      .map(({ kind }) => kind),
  ).toEqual(kinds)
})
