import { describe, expect, test } from 'vitest'
import type { Marks } from '../../src/survey/draft/marks.ts'
import { hintsOn } from '../../src/survey/quality/hints.ts'
import { lix } from '../../src/survey/quality/lix.ts'
import { linesOnPhone } from '../../src/survey/quality/phone.ts'
import { polarity } from '../../src/survey/quality/polarity.ts'
import { doubleIn, leadingIn } from '../../src/survey/quality/wording.ts'
import { type Tree, tree } from './tree.ts'

/** `code path` of each hint on questions in Swedish and Danish. */
const hints = (questions: Tree[], marks: Marks = {}) =>
  hintsOn({ languages: ['sv', 'da'], questions }, marks).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  )
const question = (text: Tree, more: Tree = {}): Tree => ({ id: 'q', kind: 'choice', text, ...more })
const both = (words: string) => ({ sv: words, da: words })

test('a sound draft gets no hints', () => {
  expect(hintsOn({ ...tree() }, {})).toEqual([])
})

describe('LIX', () => {
  // 18 words, 2 sentences, 6 words of more than six letters: 18 / 2 + 100 * 6 / 18 = 42.3.
  const swedish =
    'Regionen undersöker väntetiderna på vårdcentralen. Vi vill veta hur du upplever det, och vad som borde förbättras nu.'

  test('is words per sentence and the share of long words', () => {
    expect(lix(swedish)).toBe(42)
    expect(lix(swedish.replace('det, och', 'det. Och'))).toBe(39)
  })

  test('counts letters, not signs, and a sentence that does not end', () => {
    // 12 words, 1 sentence, 3 long ones (lægehuset, sygeplejersker, tilfreds): 12 + 25.
    const danish = 'Er du tilfreds med lægehuset og de sygeplejersker der er i huset'
    expect(lix(danish)).toBe(37)
    expect(lix(`${danish}?`)).toBe(37)
    expect(lix(danish.replace('huset', 'hus-et-s'))).toBe(37)
  })

  test('says nothing of a few words, nor in other languages', () => {
    expect(lix('Vårdcentralens tillgänglighet')).toBeUndefined()
    const hard = 'Tillgänglighetsperspektivet genomsyrar verksamhetsutvecklingen '.repeat(5)
    const help = { sv: hard, da: hard, en: hard }
    const found = hintsOn(
      {
        languages: ['sv', 'da', 'en'],
        questions: [question({ sv: 'A', da: 'A', en: 'A' }, { help })],
      },
      {},
    )
    const privacy = { purpose: { sv: hard }, contact: { sv: hard } }
    const prose = hintsOn({ languages: ['sv'], privacy }, {}).map(({ path }) => path.join('.'))
    expect(prose).toEqual(['privacy.purpose.sv'])
    const languages = found.filter(({ code }) => code === 'lix').map(({ language }) => language)
    expect(languages).toEqual(['sv', 'da'])
  })
})

test('a missing translation, where there is something to translate', () => {
  expect(hints([question({ sv: 'Vad?' })])).toEqual(['missing questions.0.text.da'])
  expect(hints([question({ sv: 'Vad?', da: ' ' })])).toEqual(['missing questions.0.text.da'])
  expect(hints([question({})])).toEqual([])
})

test('a stale translation, with the text that it was right for', () => {
  const marks = { 'questions/q/text:da': 'Hur då?' }
  const [hint, ...more] = hintsOn(
    { languages: ['sv', 'da'], questions: [question(both('Vad?'))] },
    marks,
  )
  expect(more).toEqual([])
  expect(hint).toMatchObject({
    code: 'stale',
    path: ['questions', 0, 'text', 'da'],
    values: { before: 'Hur då?' },
    mark: 'questions/q/text:da',
  })
})

test('length on a phone', () => {
  expect(linesOnPhone('x'.repeat(30))).toBe(1)
  expect(linesOnPhone(`${'x'.repeat(31)}\n\ny`)).toBe(4)
  expect(hints([question(both('x'.repeat(150)))])).toEqual([])
  expect(hints([question({ sv: 'x'.repeat(151), da: 'x' })])).toEqual(['long questions.0.text.sv'])
  const options = [{ id: 'a', text: both('x'.repeat(91)) }]
  expect(hints([question(both('Vad?'), { options })])).toHaveLength(2)
})

test.each([
  ['sv', 'Hur är maten och servicen?', 'och'],
  ['sv', 'Är den trygg samt ren?', 'samt'],
  ['da', 'Hvordan er maden og betjeningen?', 'og'],
  ['en', 'How are the food and the service?', 'and'],
  ['sv', 'Hur är ochrafärgen?', undefined],
  ['da', 'Hvor ofte kommer du her også?', undefined],
  ['de', 'Essen und Trinken and more', undefined],
])('%s: %s asks of two things: %s', (language, words, found) => {
  expect(doubleIn(words, language)).toBe(found)
})

test('an open text may be asked of two things', () => {
  const text = { sv: 'Vad är bra och dåligt?', da: 'Hvad er godt?' }
  expect(hints([question(text)])).toEqual(['double questions.0.text.sv'])
  expect(hints([question(text, { kind: 'text' })])).toEqual([])
})

test.each([
  ['sv', 'Håller du med om att väntan är för lång?', 'Håller du med om'],
  ['sv', 'Hur nöjd är du med besöket?', 'Hur nöjd'],
  ['sv', 'Hur nöjd eller missnöjd är du med besöket?', undefined],
  ['sv', 'Ska det självklart vara öppet?', 'självklart'],
  ['da', 'Er du enig i, at ventetiden er for lang?', 'Er du enig i'],
  ['da', 'Hvor tilfreds er du?', 'Hvor tilfreds'],
  ['da', 'Hvor tilfreds eller utilfreds er du?', undefined],
  ['en', 'Do you agree that it is slow?', 'Do you agree'],
  ['en', 'How satisfied or dissatisfied are you?', undefined],
  ['en', 'How satisfied are you?', 'How satisfied'],
  ['sv', 'Vad är viktigast för dig?', undefined],
])('%s: %s leads: %s', (language, words, found) => {
  expect(leadingIn(words, language)).toBe(found)
})

describe('a scale', () => {
  const scale = (from: Tree, to: Tree) =>
    question(both('Hur var det?'), {
      kind: 'scale',
      from: { value: 1, text: from },
      to: { value: 5, text: to },
    })

  test.each([
    ['Mycket dåligt', 'sv', -1],
    ['Inte alls bra', 'sv', -1],
    ['Mycket bra', 'sv', 1],
    ['Meget godt', 'da', 1],
    ['Slet ikke godt', 'da', -1],
    ['Grönt', 'sv', 0],
  ])('%s (%s) is at the end %i', (label, language, expected) => {
    expect(polarity(label, language)).toBe(expected)
  })

  test('that runs the other way in one language', () => {
    const good = { sv: 'Mycket bra', da: 'Meget godt' }
    const bad = { sv: 'Mycket dåligt', da: 'Meget dårligt' }
    expect(hints([scale(bad, good)])).toEqual([])
    expect(hints([scale(good, bad)])).toEqual([])
    const mixed = [scale({ sv: bad.sv, da: good.da }, { sv: good.sv, da: bad.da })]
    expect(hints(mixed)).toEqual(['direction questions.0.from'])
  })

  test('that has words at its ends in one language only', () => {
    expect(hints([scale({ sv: 'Grönt' }, both('Rött'))])).toEqual([
      'missing questions.0.from.text.da',
      'labels questions.0.from',
    ])
  })
})

test('more than ten questions', () => {
  const questions = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...question(both('Vad?')), id: `q${index}` }))
  expect(hints(questions(10))).toEqual([])
  expect(hints(questions(11))).toEqual(['many questions'])
})
