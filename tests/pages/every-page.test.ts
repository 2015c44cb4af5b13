import { describe, expect, test } from 'vitest'
import { expectSoundHtml } from '../html.ts'
import { everyPage, languages } from './every-page.ts'

describe.each(languages)('pages in %s', (language) => {
  const pages = Object.entries(everyPage(language))

  test.each(pages)('%s is valid and whole', (_, html) => expectSoundHtml(html))

  test.each(pages)('%s has one of each landmark and a skip link', (_, html) => {
    for (const part of ['<main id="main"', '<h1>', '<header', '<footer', 'href="#main"']) {
      expect(html.split(part).length - 1, part).toBe(1)
    }
    expect(html).toMatch(new RegExp(`"/accessibility(/nord)?\\?lang=${language}"`))
  })
})

test('a language from right to left turns the page', () => {
  expect(everyPage('ar')['questionnaire']).toContain('<html lang="ar" dir="rtl">')
  expect(everyPage('sv')['questionnaire']).toContain('<html lang="sv" dir="ltr">')
})

test('only the questionnaire asks for the script', () => {
  const { questionnaire, thanks, start } = everyPage('sv')
  expect(questionnaire).toContain('<script type="module" src="/assets/citizen.js">')
  expect(thanks).not.toContain('<script')
  expect(start).not.toContain('<script')
})
