import { describe, expect, test } from 'vitest'
import { kinds, ruleOf } from '../../src/survey/kinds/kinds.ts'
import type { Kind, Question } from '../../src/survey/questionnaire.ts'
import type { Answers, Fields } from '../../src/survey/response.ts'
import { ask } from '../make.ts'
import { sent } from './sent.ts'

/** Per kind a good answer as a form sends it, as it is kept, and something that is none. */
const examples: Record<Kind, { form: Fields; kept: Answers; bad: Fields; code: string }> = {
  choice: { form: { q: 'b' }, kept: { q: 'b' }, bad: { q: 'x' }, code: 'unknown-option' },
  choices: {
    form: { q: ['d', 'a'] },
    kept: { q: ['a', 'd'] },
    bad: { q: ['a', 'x'] },
    code: 'unknown-option',
  },
  scale: { form: { q: '4' }, kept: { q: 4 }, bad: { q: '6' }, code: 'unknown-option' },
  number: { form: { q: ' 20 ' }, kept: { q: '15..29' }, bad: { q: '601' }, code: 'out-of-bounds' },
  ranking: {
    form: { 'q.a': '2', 'q.b': '1', 'q.c': '4', 'q.d': '3' },
    kept: { q: ['b', 'a', 'd', 'c'] },
    bad: { 'q.a': '0' },
    code: 'unknown-option',
  },
  text: {
    form: { q: ' Bra! ' },
    kept: { q: 'Bra!' },
    bad: { q: 'å'.repeat(1001) },
    code: 'too-long',
  },
}

describe.each(kinds)('%s', (kind) => {
  const { form, kept, bad, code } = examples[kind]
  const question = (more: Partial<Question> = {}) => ask[kind]('q', more as object)

  test('reads what a form sends', () => {
    expect(sent([question()], form).answers).toEqual(kept)
  })

  test('reads what was stored, or came as JSON, as the same', () => {
    expect(sent([question()], kept).answers).toEqual(kept)
    expect(sent([question()], JSON.parse(JSON.stringify(kept)) as Fields).answers).toEqual(kept)
  })

  test('says beside its field what is wrong', () => {
    expect(sent([question()], bad).faults).toMatchObject([{ field: 'q', code }])
  })

  test('is left blank where it may be, and then counts nowhere', () => {
    for (const blank of [{}, { q: '' }, { q: ' \n ' }, { q: [] }, { q: null }]) {
      const received = sent([question()], blank)
      expect(received.answers).toEqual({})
      expect(received.counted).toEqual([])
    }
  })

  test('is missing where it is required', () => {
    const missing = [{ field: 'q', code: 'missing' }]
    for (const blank of [{}, { q: '' }, { q: [] }]) {
      expect(sent([question({ required: true })], blank).faults).toEqual(missing)
    }
    expect(sent([question({ required: true })], form).answers).toEqual(kept)
  })

  test('says whether an answer is in just one of the cells that a table shows', () => {
    const rule = ruleOf(question())
    const shown = new Set(rule.options(question()))
    const cells = rule.count(question(), kept).filter((cell) => shown.has(cell))
    expect(cells.length === 1).toBe(rule.exclusive)
  })

  test('takes nothing from a prototype or a field of such a name', () => {
    const fields = JSON.parse('{"__proto__": {"q": "a", "q.a": "1"}, "constructor": "a"}') as Fields
    expect(sent([question()], fields).answers).toEqual({})
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length']) {
      if (kind === 'text') continue
      expect(sent([question()], { q: name }).faults ?? [], name).toHaveLength(
        kind === 'ranking' ? 0 : 1,
      )
      expect(sent([question()], { q: [name] }).faults, name).toHaveLength(1)
    }
  })

  test('takes what is no text for blank or wrong, and never breaks', () => {
    const odd = [
      {},
      [[]],
      [['a']],
      true,
      Symbol('a'),
      () => 'a',
      3n,
      new Map(),
      Object.create(null),
    ]
    const unprintable: unknown[] = [{ toString: 1, valueOf: 1 }, { toString: null }]
    for (const value of [...odd, ...unprintable, ...unprintable.map((one) => [one])]) {
      const { answers, faults } = sent([question()], { q: value, 'q.a': value })
      expect(faults ?? answers).toEqual(faults ? [expect.objectContaining({ field: 'q' })] : {})
    }
  })

  test('counts the denominator first, and prints something for what it read', () => {
    const rule = ruleOf(question())
    const words = { other: 'Annat', none: 'Inget', dontKnow: 'Vet inte' }
    expect(rule.count(question(), kept)[0]).toBe('')
    expect(rule.count(question(), {})).toEqual([])
    expect(rule.print(question(), kept, 'sv', words).length).toBeGreaterThan(0)
    // Of a number less is kept than was written.
    const written = kind === 'number' ? kept : form
    expect(rule.print(question(), kept, 'sv', words)).toEqual(
      rule.print(question(), written, 'sv', words).toSorted(),
    )
    expect(rule.print(question(), {}, 'sv', words)).toEqual([])
  })
})
