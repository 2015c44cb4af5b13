import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/survey/draft/draft.ts'
import { writtenOut } from '../../src/survey/draft/texts.ts'
import { listOf, mapOf, type Tree } from '../../src/survey/draft/tree.ts'
import * as op from '../../web/editor/operations.ts'
import { faultsOf, known, tree } from '../survey/tree.ts'

const base = writtenOut(tree())
const ids = (now: Tree, list = 'questions') => listOf(now[list]).map((one) => mapOf(one)['id'])

test('a question and its options get ids from their first words, for good', () => {
  const asked = op.addQuestion(base, 'choice', 'Hur kom du hit?')
  const path = ['questions', 5, 'options']
  const answered = ['Buss', 'Buss', 'Annat'].reduce(
    (now, words) => op.addOption(now, path, words),
    asked,
  )
  expect(mapOf(listOf(answered['questions'])[5])).toEqual({
    id: 'hur-kom-du-hit',
    kind: 'choice',
    text: { sv: 'Hur kom du hit?' },
    options: [
      { id: 'buss', text: { sv: 'Buss' } },
      { id: 'buss-2', text: { sv: 'Buss' } },
      { id: 'annat', text: { sv: 'Annat' } },
    ],
  })
  const renamed = op.putWords(answered, ['questions', 5, 'text'], 'sv', 'Något helt annat')
  expect(ids(renamed)).toEqual(ids(answered))
  expect(faultsOf(renamed)).toEqual([])
})

test('a new site is called the same in every language', () => {
  const languages = Object.keys(mapOf(base['title']))
  const sites = listOf(op.addOption(base, ['sites'], 'Karla vårdcentral')['sites'])
  expect(languages.length).toBeGreaterThan(1)
  expect(sites.at(-1)).toEqual({
    id: 'karla-vardcentral',
    name: Object.fromEntries(languages.map((language) => [language, 'Karla vårdcentral'])),
  })
})

test('a copy stands behind its question, under an id of its own', () => {
  const copied = op.duplicate(base, 1)
  expect(ids(copied)).toEqual(['q1', 'q2', 'q2-2', 'q3', 'q4', 'q5'])
  expect(faultsOf(copied)).toEqual([])
})

test('moving past an end changes nothing', () => {
  expect(ids(op.move(base, ['questions'], 0, 2))).toEqual(['q2', 'q3', 'q1', 'q4', 'q5'])
  expect(op.move(base, ['questions'], 0, -1)).toBe(base)
  expect(op.move(base, ['questions'], 4, 5)).toBe(base)
})

test('the last words of a text take the text away', () => {
  const bare = op.putWords(op.putWords(base, ['title'], 'sv', ''), ['title'], 'da', '')
  expect(bare).not.toHaveProperty('title')
  expect(op.putWords(bare, ['title'], 'da', 'Ny')).toHaveProperty('title', { da: 'Ny' })
})

describe('another kind', () => {
  test.each(['choice', 'choices', 'scale', 'ranking', 'text'] as const)('%s', (kind) => {
    for (const index of [0, 1, 3]) {
      const read = readDraft(op.changeKind(base, index, kind), known)
      const faults = 'faults' in read ? read.faults : []
      // What hangs on the question may no longer be there; nothing of its own is wrong.
      expect(faults.filter(({ path }) => path[1] === index && path[2] !== 'showIf')).toEqual([])
    }
  })

  test('keeps the options where the new one has options', () => {
    const options = (now: Tree) => mapOf(listOf(now['questions'])[1])['options']
    expect(options(op.changeKind(base, 1, 'ranking'))).toEqual(options(base))
  })
})

test('a language goes with all that is said in it, and comes back empty', () => {
  const without = op.removeLanguage(base, 'da')
  expect(JSON.stringify(without)).not.toContain('"da"')
  expect(faultsOf(without)).toEqual([])
  expect(op.addLanguage(without, 'da')['languages']).toEqual(['sv', 'da'])
})
