import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/survey/questionnaire.ts'
import type { Fields } from '../../src/survey/response.ts'
import {
  answer,
  answersOf,
  back,
  begin,
  forward,
  isLast,
  progressOf,
  type Visit,
} from '../../web/kiosk/visit.ts'
import { ask, questionnaire } from '../make.ts'

const asks = (...questions: Question[]) => begin('id', questionnaire(questions), 'norr', 'sv')

/** The screens from here to the last, each answered with what is given for its question. */
function walk(first: Visit, given: Record<string, Fields>) {
  const screens: string[] = []
  let visit: Visit | undefined = first
  let last = first
  while (visit) {
    const { question, words } = visit.at
    screens.push(words ? `${question}.other` : question)
    last = answer(visit, given[screens.at(-1)!] ?? {})
    visit = forward(last)
    if (visit && visit.faults.length > 0) return { screens, visit, last }
  }
  return { screens, visit, last }
}

const survey = () =>
  asks(
    ask.choice('a', { other: true, required: true }),
    ask.text('b', { showIf: { question: 'a', is: ['b', 'other'] } }),
    ask.scale('c', { required: true }),
  )

test('who may be quoted says so; without words, or where nobody asked, it is nothing', () => {
  const agreed = { 'b.quote': 'yes' }
  const sent = (given: Fields, quotable: boolean) =>
    answersOf(answer(asks(ask.text('b', { quotable })), given))
  expect(sent({ b: 'Så', ...agreed }, true)).toEqual({ b: 'Så', ...agreed })
  expect(sent({ b: 'Så', 'b.quote': '' }, true)).toEqual({ b: 'Så' })
  expect(sent(agreed, true)).toEqual({})
  expect(sent({ b: 'Så', ...agreed }, false)).toEqual({ b: 'Så' })
})

describe('the way through', () => {
  test('a follow-up is a screen only where it is asked', () => {
    expect(walk(survey(), { a: { a: ['a'] }, c: { c: ['2'] } }).screens).toEqual(['a', 'c'])
    const asked = walk(survey(), { a: { a: ['b'] }, b: { b: 'Så' }, c: { c: ['2'] } })
    expect(asked.screens).toEqual(['a', 'b', 'c'])
    expect(answersOf(asked.last)).toEqual({ a: 'b', b: 'Så', c: 2 })
  })

  test('the words of an "other" are a screen of their own, and its follow-up comes after', () => {
    const { screens, last } = walk(survey(), {
      a: { a: ['other'] },
      'a.other': { 'a.other': 'Annat' },
      c: { c: ['dontknow'] },
    })
    expect(screens).toEqual(['a', 'a.other', 'b', 'c'])
    expect(answersOf(last)).toEqual({ a: 'other', 'a.other': 'Annat', c: 'dontknow' })
  })

  test('back goes the same way, and nowhere from the first', () => {
    const first = survey()
    const { last } = walk(first, { a: { a: ['b'] }, c: {} })
    const before = back(last)!
    expect(before.at).toEqual({ question: 'b', words: false })
    expect(back(back(before)!)).toBeUndefined()
  })

  test('progress counts questions, not screens', () => {
    const first = survey()
    expect(progressOf(first)).toEqual({ number: 1, total: 2 })
    const other = forward(answer(first, { a: ['other'] }))!
    expect(progressOf(other)).toEqual({ number: 1, total: 3 })
    expect(isLast(other)).toBe(false)
    const { last } = walk(first, { a: { a: ['a'] }, c: { c: ['2'] } })
    expect(progressOf(last)).toEqual({ number: 2, total: 2 })
    expect(isLast(last)).toBe(true)
  })
})

describe('what is checked, as the server would', () => {
  const stopsWith = (visit: Visit, fields: Fields) => forward(answer(visit, fields))?.faults

  test('a required question that is left blank', () => {
    expect(stopsWith(survey(), {})).toEqual([{ field: 'a', code: 'missing' }])
  })

  test('too many choices', () => {
    const visit = asks(ask.choices('a', { max: 2 }), ask.text('b'))
    expect(stopsWith(visit, { a: ['a', 'b', 'c'] })).toMatchObject([{ code: 'too-many' }])
    expect(stopsWith(visit, { a: ['a', 'b'] })).toEqual([])
  })

  test('places that are left over', () => {
    const visit = asks(ask.ranking('a', { max: 3 }), ask.text('b'))
    expect(stopsWith(visit, { a: ['c', 'a'] })).toMatchObject([{ code: 'rank-gap' }])
  })

  test('a text that is too long', () => {
    expect(stopsWith(asks(ask.text('a', { max: 3 })), { a: 'fyra' })).toMatchObject([
      { code: 'too-long' },
    ])
  })

  test('"other" without words, on its own screen and not before', () => {
    const words = forward(answer(survey(), { a: ['other'] }))!
    expect(words).toMatchObject({ at: { question: 'a', words: true }, faults: [] })
    expect(forward(words)!.faults).toMatchObject([{ field: 'a.other', code: 'other-empty' }])
  })
})

describe('what is dropped', () => {
  test('an answer whose question is no longer asked', () => {
    const { last } = walk(survey(), { a: { a: ['b'] }, b: { b: 'Hemligt' }, c: { c: ['2'] } })
    expect(answersOf(answer(last, { a: ['a'] }))).toEqual({ a: 'a', c: 2 })
  })

  test('words of an "other" that was taken back', () => {
    const { last } = walk(survey(), {
      a: { a: ['other'] },
      'a.other': { 'a.other': 'Hemligt' },
      c: { c: ['2'] },
    })
    expect(answersOf(answer(last, { a: ['c'] }))).toEqual({ a: 'c', c: 2 })
  })
})
