import { expect, test } from 'vitest'
import { languages, preferred, wordsIn } from '../../web/kiosk/words.ts'
import { sourcesIn } from '../house/sources.ts'

const code = sourcesIn('web/kiosk')
  .map(({ text }) => text)
  .join('\n')
const named = [...code.matchAll(/\bwords(?:In\([^)]*\))?\(\s*'([\w.:-]+)'/g)].map(([, key]) => key!)

test.each(languages)('the tablet has every word that it says, in %s', (language) => {
  const words = wordsIn(language)
  expect(named.length).toBeGreaterThan(30)
  const silent = named.filter((key) => words(key) === key && words(key, { count: 2 }) === key)
  expect(silent).toEqual([])
})

test('plurals, and holes that are filled', () => {
  const words = wordsIn('sv')
  expect(words('text.left', { count: 1 })).toBe('Du har 1 tecken kvar.')
  expect(words('kiosk:question.progress', { number: 2, total: 3 })).toBe('Fråga 2 av 3')
  expect(words('kiosk:staff.leaving.waiting', { count: 12 })).toMatch(/^12 svar är inte skickade/)
})

test('a survey’s language that the tablet does not speak is met in English', () => {
  expect(wordsIn('so')('kiosk:question.next')).toBe('Next')
})

test('the tablet speaks as it is set, else Swedish', () => {
  expect(preferred(['nb-NO', 'da-DK', 'sv'])).toBe('da')
  expect(preferred(['fi', 'de-DE'])).toBe('sv')
})
