import { describe, expect, test } from 'vitest'
import { lengthOf, many, one, tidy } from '../../src/survey/fields.ts'
import type { Fields } from '../../src/survey/response.ts'
import { seeded } from '../random.ts'
import { ask } from '../make.ts'
import { sent } from './sent.ts'

describe('tidy', () => {
  test.each<[unknown, string, string]>([
    ['  å  ', 'å', 'is trimmed'],
    ['\u00a0\u3000\ufeff x\u2003', 'x', 'of every kind of space'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd', 'has one kind of line break'],
    ['a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef', 'has no control characters'],
    ['a\tb', 'a\tb', 'keeps tabs'],
    ['a\u030a', 'å', 'is composed'],
    ['a\ud800b', 'a\ufffdb', 'has no high surrogate alone'],
    ['\udc00', '\ufffd', 'has no low surrogate alone'],
    ['\ud83d\u0000\ude42', '\ufffd\ufffd', 'has no pair made by taking a character out'],
    ['👩‍👩‍👧', '👩‍👩‍👧', 'keeps joined emoji'],
    ['\u200fשלום', '\u200fשלום', 'keeps direction marks'],
    [3, '3', 'is a number in digits'],
    [-0, '0', 'is a number in digits'],
    [null, '', 'is blank where there is no text'],
    [{ toString: () => 'x' }, '', 'is blank where there is no text'],
  ])('%j becomes %j: it %s', (value, expected) => {
    expect(tidy(value)).toBe(expected)
  })

  test('what is tidy stays as it is', () => {
    const random = seeded('tidy')
    const signs = [
      ...'aå\r\n\t \u0000\u0085\u030a\ud800\udc00\u00a0\u2000\ufeff\u1100\u1161\u0323é',
    ]
    for (let round = 0; round < 5000; round += 1) {
      const length = Math.floor(random() * 12)
      const picks = Array.from({ length }, () => signs[Math.floor(random() * signs.length)])
      const once = tidy(picks.join(''))
      expect(tidy(once)).toBe(once)
      expect(once.isWellFormed()).toBe(true)
      expect(once).toBe(once.trim().normalize())
    }
  })
})

test('one value is the first, several are each once and without blanks', () => {
  expect(one({ q: ['a', 'b'] }, 'q')).toBe('a')
  expect(one({ q: [] }, 'q')).toBe('')
  expect(many({ q: ['b', 'a ', '', 'a', null, ' b'] }, 'q')).toEqual(['b', 'a'])
  expect(many({ q: 'a' }, 'q')).toEqual(['a'])
})

test('values are the fields’ own, not those of a prototype', () => {
  const inherited = Object.create({ q: 'a' }) as Fields
  expect([one(inherited, 'q'), many(inherited, 'q')]).toEqual(['', []])
  expect([one({}, 'constructor'), many({}, 'toString')]).toEqual(['', []])
  const odd = JSON.parse('{"__proto__": {"q": "a"}}') as Fields
  expect([one(odd, 'q'), many(odd, 'q')]).toEqual(['', []])
})

describe('a text', () => {
  const short = ask.text('q', { max: 5 })

  test('is limited in characters as people count them, after tidying', () => {
    for (const words of ['abcde', '🙂🙂🙂🙂🙂', ' abcde\r\n', 'a\u030a'.repeat(5), 'a\r\nb\r\nc']) {
      expect(sent([short], { q: words }).answers, words).toEqual({ q: tidy(words) })
      expect(lengthOf(tidy(words))).toBe(5)
    }
    for (const words of ['abcdef', '🙂🙂🙂🙂🙂🙂', 'abc\r\n\r\nd']) {
      expect(sent([short], { q: words }).faults).toEqual([
        { field: 'q', code: 'too-long', values: { max: 5 } },
      ])
    }
  })

  test('keeps its inner lines, and counts as one text', () => {
    const { answers, counted, texts } = sent([ask.text('q')], { q: '\r\n Hej \r\n\r\n då ' })
    expect(answers).toEqual({ q: 'Hej \n\n då' })
    expect(counted).toEqual(['q: '])
    expect(texts).toEqual(['Hej \n\n då'])
  })

  test('is the first of several, and a number in digits', () => {
    expect(sent([short], { q: ['a', 'b'] }).answers).toEqual({ q: 'a' })
    expect(sent([short], { q: 42 }).answers).toEqual({ q: '42' })
  })
})
