import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../src/survey/kinds/kinds.ts'
import type { Question } from '../../src/survey/questionnaire.ts'
import type { Fields } from '../../src/survey/response.ts'
import { ask, options, text } from '../make.ts'
import { sent } from './sent.ts'

const scale = ask.scale('q', { from: 0, to: 10, fromText: text('Aldrig'), toText: text('Jämt') })
const all = ask.ranking('q')
const top = ask.ranking('q', { max: 2 })

const places = (given: Record<string, unknown>): Fields =>
  Object.fromEntries(Object.entries(given).map(([id, place]) => [`q.${id}`, place]))

function print(question: Question, fields: Fields): string[] {
  const words = { other: 'Annat', none: 'Inget', dontKnow: 'Vet inte' }
  return ruleOf(question).print(question, fields, 'sv', words)
}

describe('scale', () => {
  test('takes each step from end to end, as text or number', () => {
    for (let step = 0; step <= 10; step += 1) {
      expect(sent([scale], { q: String(step) })).toMatchObject({ answers: { q: step } })
      expect(sent([scale], { q: step })).toMatchObject({ counted: [`q:  ${step}`] })
    }
  })

  test('takes nothing that merely looks like a step', () => {
    for (const value of [
      '-1',
      '11',
      '03',
      '3.0',
      '3,5',
      '1e0',
      '0x1',
      '+3',
      '٣',
      3.5,
      -1,
      Infinity,
    ]) {
      expect(sent([scale], { q: value }).faults, String(value)).toEqual([
        { field: 'q', code: 'unknown-option' },
      ])
    }
  })

  test('"don\'t know" is counted beside the denominator, where it is offered', () => {
    expect(sent([scale], { q: 'dontknow' })).toMatchObject({
      answers: { q: 'dontknow' },
      counted: ['q: dontknow'],
    })
    const without = ask.scale('q', { dontKnow: false })
    expect(sent([without], { q: 'dontknow' }).faults).toMatchObject([{ code: 'unknown-option' }])
  })

  test('is required: "don\'t know" answers it', () => {
    const required = ask.scale('q', { required: true })
    expect(sent([required], { q: 'dontknow' }).answers).toEqual({ q: 'dontknow' })
  })

  test('prints the step, and the words at its ends', () => {
    expect([0, '5', 10, 'dontknow'].map((q) => print(scale, { q }))).toEqual([
      ['0 (Aldrig)'],
      ['5 (0 = Aldrig, 10 = Jämt)'],
      ['10 (Jämt)'],
      ['Vet inte'],
    ])
  })
})

describe('ranking', () => {
  test('of all options counts a cell per option and place, and per pair in its order', () => {
    expect(sent([all], places({ a: '3', b: '1', c: '2', d: '4' }))).toMatchObject({
      answers: { q: ['b', 'c', 'a', 'd'] },
      counted: ['q:  b#1 c#2 a#3 d#4 > b>a b>c b>d c>a c>d a>d'],
    })
  })

  test('of the first few leaves the others out', () => {
    const { answers, counted } = sent([top], places({ d: '1', a: 2, b: '' }))
    expect(answers).toEqual({ q: ['d', 'a'] })
    expect(counted).toEqual(['q:  d#1 a#2 > d>a d>b d>c a>b a>c'])
  })

  test('of more than ten options counts no pairs', () => {
    const many = ask.ranking('q', { options: options(...'abcdefghijk'), max: 1 })
    expect(sent([many], places({ k: '1' })).counted).toEqual(['q:  k#1'])
  })

  test('gives each place once', () => {
    const twice = { field: 'q', code: 'rank-twice', values: { place: 2 } }
    expect(sent([top], places({ a: '2', b: '2' })).faults).toEqual([twice])
    expect(sent([all], places({ a: '1', b: '2', c: '2', d: '3' })).faults).toEqual([twice])
  })

  test('gives every place', () => {
    const gap = { field: 'q', code: 'rank-gap', values: { max: 4 } }
    expect(sent([all], places({ a: '1' })).faults).toEqual([gap])
    expect(sent([all], places({ a: '1', b: '2', d: '4' })).faults).toEqual([gap])
    expect(sent([top], places({ b: '2' })).faults).toMatchObject([{ code: 'rank-gap' }])
  })

  test('takes nothing else for a place', () => {
    for (const place of ['0', '3', '-1', '1.0', '1.5', 'x', '01x', '100', '²', 1.5, true, {}]) {
      const { answers, faults } = sent([top], places({ a: '1', b: place }))
      expect(answers, String(place)).toBeUndefined()
      expect(faults).toMatchObject([{ field: 'q' }])
    }
  })

  test('as an order of ids holds each option once, and known ones', () => {
    expect(sent([top], { q: ['c', 'b'] }).answers).toEqual({ q: ['c', 'b'] })
    for (const order of [['a', 'a'], ['a', 'x'], ['a', ''], ['x'], ['a', 'b', 'c'], [['a', 'b']]]) {
      expect(sent([top], { q: order }).faults, JSON.stringify(order)).toEqual([
        { field: 'q', code: 'unknown-option' },
      ])
    }
    expect(sent([top], { q: ['a'] }).faults).toMatchObject([{ code: 'rank-gap' }])
  })

  test('prints by place, also where it is unfinished', () => {
    expect(print(all, places({ a: '2', d: '1' }))).toEqual(['1. Val d', '2. Val a'])
    expect(print(all, { q: ['b', 'x', 'a'] })).toEqual(['1. Val b', '3. Val a'])
    expect(print(all, places({ a: 'x', c: '3' }))).toEqual(['3. Val c'])
  })
})
