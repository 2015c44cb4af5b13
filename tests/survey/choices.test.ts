import { describe, expect, test } from 'vitest'
import { OTHER_MAX } from '../../src/survey/kinds/options.ts'
import { ruleOf } from '../../src/survey/kinds/kinds.ts'
import type { Fields } from '../../src/survey/response.ts'
import { ask, options } from '../make.ts'
import { sent } from './sent.ts'

const one = ask.choice('q', { other: true })
const several = ask.choices('q', { other: true, none: true, max: 3 })
const fault = (field: string, code: string, values?: object) => [
  { field, code, ...(values && { values }) },
]

describe('choice', () => {
  test('of two is too many, of the same twice is one', () => {
    expect(sent([one], { q: ['a', 'b'] }).faults).toEqual(fault('q', 'too-many', { max: 1 }))
    expect(sent([one], { q: ['a', 'a', ''] }).answers).toEqual({ q: 'a' })
  })

  test('"other" or "none" are unknown where they are not offered', () => {
    for (const id of ['other', 'none', 'dontknow']) {
      expect(sent([ask.choice('q')], { q: id }).faults).toEqual(fault('q', 'unknown-option'))
    }
  })

  test('a number is the option of that name', () => {
    const years = ask.choice('q', { options: options('1', '2') })
    expect(sent([years], { q: 2 }).answers).toEqual({ q: '2' })
    expect(sent([years], { q: 2.5 }).faults).toEqual(fault('q', 'unknown-option'))
  })

  test('counts the option and the denominator', () => {
    expect(sent([one], { q: 'a' }).counted).toEqual(['q:  a'])
  })
})

describe('choices', () => {
  test('are kept in the order of the options, each once', () => {
    const { answers, counted } = sent([several], { q: ['c', 'a', 'c'] })
    expect(answers).toEqual({ q: ['a', 'c'] })
    expect(counted).toEqual(['q:  a c'])
  })

  test('are at most as many as allowed, "other" included', () => {
    const many = fault('q', 'too-many', { max: 3 })
    expect(sent([several], { q: ['a', 'b', 'c'] }).answers).toEqual({ q: ['a', 'b', 'c'] })
    expect(sent([several], { q: ['a', 'b', 'c', 'd'] }).faults).toEqual(many)
    expect(sent([several], { q: ['a', 'b', 'c'], 'q.other': 'x' }).faults).toEqual(many)
    const any = ask.choices('q')
    expect(sent([any], { q: ['a', 'b', 'c', 'd'] }).answers).toEqual({ q: ['a', 'b', 'c', 'd'] })
  })

  test('"none" stands alone', () => {
    expect(sent([several], { q: 'none' })).toMatchObject({
      answers: { q: ['none'] },
      counted: ['q:  none'],
    })
    expect(sent([several], { q: ['none', 'a'] }).faults).toEqual(fault('q', 'none-and-more'))
    const both = { q: 'none', 'q.other': 'men ändå' }
    expect(sent([several], both).faults).toEqual(fault('q.other', 'other-unchosen'))
  })
})

describe.each([
  { name: 'choice', question: one, kept: 'other' as string | string[] },
  { name: 'choices', question: several, kept: ['other'] },
])('"other" of a $name', ({ question, kept }) => {
  test('has words', () => {
    for (const fields of [{ q: 'other' }, { q: 'other', 'q.other': ' \t' }]) {
      expect(sent([question], fields).faults).toEqual(fault('q.other', 'other-empty'))
    }
  })

  test('is meant where only its words were given', () => {
    const meant = { answers: { q: kept, 'q.other': 'Bussen' }, texts: ['Bussen'] }
    expect(sent([question], { q: 'other', 'q.other': 'Bussen' })).toMatchObject(meant)
    expect(sent([question], { 'q.other': ' Bussen ' })).toMatchObject(meant)
    expect(sent([question], { 'q.other': 'Bussen' }).counted).toEqual(['q:  other', 'q.other: '])
  })

  test('has at most so many characters, as people count', () => {
    const words = '🙂'.repeat(OTHER_MAX)
    expect(sent([question], { 'q.other': words }).answers).toEqual({ q: kept, 'q.other': words })
    const long = fault('q.other', 'too-long', { max: OTHER_MAX })
    expect(sent([question], { 'q.other': `${words}🙂` }).faults).toEqual(long)
  })

  test('words where it is not offered are passed over', () => {
    const without = { ...question, other: false }
    expect(sent([without], { 'q.other': 'Bussen' }).answers).toEqual({})
    expect(sent([without], { q: 'a', 'q.other': 'Bussen' }).texts).toEqual([])
  })
})

test('words beside another option: one choice must be made, of several "other" is one more', () => {
  const fields = { q: 'a', 'q.other': 'Bussen' }
  expect(sent([one], fields).faults).toEqual(fault('q.other', 'other-unchosen'))
  expect(sent([several], fields).answers).toEqual({ q: ['a', 'other'], 'q.other': 'Bussen' })
})

test('printed, nothing that was written is left out, and nothing unknown let in', () => {
  const words = { other: 'Annat', none: 'Inget', dontKnow: 'Vet inte' }
  for (const question of [one, several]) {
    const print = (fields: Fields) => ruleOf(question).print(question, fields, 'sv', words)
    expect(print({ q: 'b' })).toEqual(['Val b'])
    expect(print({ 'q.other': 'Bussen' })).toEqual(['Annat: Bussen'])
    expect(print({ q: ['b', 'none', 'x'], 'q.other': 'Bussen' })).toEqual([
      'Val b',
      'Inget',
      'Annat: Bussen',
    ])
  }
})
