import { describe, expect, test } from 'vitest'
import { agreementOf, codingsOf, isDisputed, themesOf } from '../../../src/survey/text/coding.ts'

const themes = ['a', 'b'].map((id) => ({ id, name: id, description: '', key: id }))
const given = (coder: string, ...all: string[]) =>
  all.map((own, index) => ({ text: `${index}`, coder, themes: own === '' ? [] : own.split(' ') }))

describe('a theme counts for a comment', () => {
  const codings = codingsOf([
    ...given('anna', 'a', 'a b', '', 'a'),
    ...given('bo', 'a', 'b', ''),
    ...given('cia', '', 'b'),
  ])
  test('where more than half of those who coded it gave it', () => {
    expect(['0', '1', '2', '3', '4'].map((text) => themesOf(codings.get(text)))).toEqual([
      ['a'],
      ['b'],
      [],
      ['a'],
      [],
    ])
  })

  test('and coders who found different things are told', () => {
    const disputed = ['0', '1', '2', '3', '4'].map((text) => isDisputed(codings.get(text)))
    expect(disputed).toEqual([true, true, false, false, false])
  })
})

// Theme a is the binary example of Krippendorff, 2011, section A, whose alpha is 0.095.
describe('agreement', () => {
  const meg = given('meg', '', 'a', '', '', '', '', '', '', 'a', '')
  const owen = given('owen', 'a', 'a', 'a', '', '', 'a', '', '', '', '')

  test('is alpha by theme, and of whole comments', () => {
    const found = agreementOf(codingsOf([...meg, ...owen]), themes, 5)!
    expect([found.comments, found.coders]).toEqual([10, 2])
    expect(found.byTheme.get('a')).toBeCloseTo(0.095, 3)
    expect(found.byTheme.get('b')).toBeUndefined()
    expect(found.overall).toBeCloseTo(0.095, 3)
  })

  test('is over what two have coded, and needs enough of that', () => {
    const more = given('meg', ...Array<string>(30).fill('b')).slice(10)
    expect(agreementOf(codingsOf([...meg, ...owen, ...more]), themes, 5)!.comments).toBe(10)
    expect(agreementOf(codingsOf([...meg, ...owen]), themes, 11)).toBeUndefined()
    expect(agreementOf(codingsOf(meg), themes, 5)).toBeUndefined()
  })
})
