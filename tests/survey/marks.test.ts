import { expect, test } from 'vitest'
import { marksAfter, marksOf, mergeMarks, staleIn } from '../../src/survey/draft/marks.ts'
import { type Tree, tree } from './tree.ts'

const titled = (sv: string, da?: string): Tree => ({ languages: ['sv', 'da'], title: { sv, da } })
const key = 'title:da'
const stale = (now: Tree, marks: Record<string, string>) =>
  staleIn(now, marks).map((one) => one.key)

test('what was never touched is not stale', () => {
  expect(staleIn(tree(), {})).toEqual([])
  expect(marksAfter(tree(), tree(), {})).toEqual({})
})

test('a source that changes leaves its translation behind, however often it changes', () => {
  const one = marksAfter(titled('Hej', 'Hej'), titled('Hej du', 'Hej'), {})
  const two = marksAfter(titled('Hej du', 'Hej'), titled('Hej då', 'Hej'), one)
  expect(two).toEqual({ [key]: 'Hej' })
  expect(stale(titled('Hej då', 'Hej'), two)).toEqual([key])
  expect(stale(titled('Hej ', 'Hej'), two)).toEqual([])
})

test('translating it, or saying that it is right, ends that', () => {
  const left = { [key]: 'Hej' }
  const translated = marksAfter(titled('Hej då', 'Hej'), titled('Hej då', 'Farvel'), left)
  expect(translated).toEqual({ [key]: 'Hej då' })
  expect(stale(titled('Hej då', 'Farvel'), translated)).toEqual([])
})

test('a text in the first language, or none at all, is never stale', () => {
  expect(
    stale({ languages: ['da', 'sv'], title: { sv: 'Hej', da: 'Ny' } }, { [key]: 'Hej' }),
  ).toEqual([])
  expect(stale(titled('Ny'), { [key]: 'Hej' })).toEqual([])
})

test('marks stay with a question that moves, and go with its text', () => {
  const question = (id: string) => ({ id, text: { sv: id, da: id } })
  const now = { languages: ['sv', 'da'], questions: [question('b'), question('a')] }
  const marks = { 'questions/a/text:da': 'förut', 'questions/gone/text:da': 'x' }
  expect(staleIn(now, marks)).toMatchObject([
    { path: ['questions', 1, 'text', 'da'], before: 'förut' },
  ])
  expect(marksOf(now, marks)).toEqual({ 'questions/a/text:da': 'förut' })
})

test('of two editors’ marks the one holds by which the translation is stale', () => {
  const now = titled('Nytt', 'Hej')
  const merged = (base: object, mine: object, theirs: object) =>
    mergeMarks(base as never, mine as never, theirs as never, now)[key]
  expect(merged({}, { [key]: 'A' }, {})).toBe('A')
  expect(merged({}, {}, { [key]: 'A' })).toBe('A')
  expect(merged({ [key]: 'A' }, { [key]: 'A' }, { [key]: 'B' })).toBe('B')
  expect(merged({}, { [key]: 'Nytt' }, { [key]: 'A' })).toBe('A')
  expect(merged({}, { [key]: 'A' }, { [key]: 'Nytt' })).toBe('A')
})
