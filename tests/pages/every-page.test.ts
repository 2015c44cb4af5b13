import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { everyPage, languages } from './every-page.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // What needs correcting stands above the title, as at GOV.UK.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // Ids hold question and option ids apart by dots.
    'valid-id': ['error', { relaxed: true }],
    'no-inline-style': 'error',
  },
})

describe.each(languages)('pages in %s', (language) => {
  const pages = Object.entries(everyPage(language))

  test.each(pages)('%s is valid and says what it is', async (_, html) => {
    expect(html).toMatch(/^<!doctype html><html lang="\w+" dir="(ltr|rtl)">/)
    const report = await validator.validateString(html)
    const said = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
    )
    expect(said).toEqual([])
  })

  test.each(pages)('%s has one of each landmark, a skip link and no inline code', (_, html) => {
    for (const part of ['<main id="main"', '<h1>', '<header', '<footer', 'href="#main"']) {
      expect(html.split(part).length - 1, part).toBe(1)
    }
    expect(html).toContain(`/accessibility?lang=${language}`)
    expect(html).not.toMatch(/ style=| on[a-z]+=|<script(?! type="module" src=)/)
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
