import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lenient } from '../../src/survey/draft/lenient.ts'
import { seeded } from '../random.ts'
import { contentOf, known, tree } from './tree.ts'

test('a good draft is read as it is', () => {
  expect(lenient(tree(), 'prov-1', known)).toEqual(contentOf(tree()))
})

test('the smallest faulty part is left out, and nothing else', () => {
  const questions = [
    ...(tree()['questions'] as object[]),
    { id: 'q6', kind: 'choice', text: { sv: 'Ett val' }, options: [{ id: 'a' }] },
    { id: 'q7', kind: 'text', text: { sv: 'Rätt', da: 7 }, max: 0 },
  ]
  const faulty = tree({ questions, opens: 'i morgon', titel: 'x' })
  const { opens, ...rest } = contentOf(tree())
  const last = { id: 'q7', kind: 'text', text: { sv: 'Rätt' }, max: 1000, required: false }
  expect(lenient(faulty, 'prov-1', known)).toEqual({
    ...rest,
    questions: [...rest.questions, last],
  })
  expect(opens).toBe('2026-06-01')
})

test('languages that are not installed are left out with their words', () => {
  const content = lenient({ languages: ['fi', 'da'], title: { fi: 'Ei', da: 'Nej' } }, 'x', known)
  expect(content).toMatchObject({ languages: ['da'], title: { da: 'Nej' } })
})

test('anything at all can be read', () => {
  const seed = Math.floor(seeded('lenient')() * 2 ** 31)
  const names = ['title', 'languages', 'sites', 'id', 'name', 'options', 'showIf', 'is', 'from']
  const key = fc.constantFrom(...names, 'questions', 'kind', 'text', 'sv', '__proto__', 'x')
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<unknown>('choice', 'scale', 'sv', 'a', '', 7, null, true),
      fc.array(tie('anything'), { maxLength: 4 }),
      fc.dictionary(key, tie('anything'), { maxKeys: 6 }),
    ),
  }))
  const given = fc.dictionary(key, anything as fc.Arbitrary<unknown>)
  fc.assert(
    fc.property(given, (one) => {
      const before = JSON.stringify(one)
      expect(lenient(one, 'prov', known).id).toBe('prov')
      expect(JSON.stringify(one)).toBe(before)
    }),
    { seed, numRuns: 400 },
  )
})
