import { HtmlValidate } from 'html-validate'
import { expect } from 'vitest'
import type { Words } from '../src/i18n.ts'

/** A place in the words that no value was given for. */
const gap = (found: string, values: Record<string, string | number> = {}) =>
  found.includes('{{') && !Object.values(values).some((value) => String(value).includes('{{'))

/** Words that fail where a key or a value is missing, which i18next only shows. */
export function strict(words: Words): Words {
  return (key, values) => {
    const found = words(key, values)
    const missing = found === key || key.endsWith(`:${found}`)
    if (missing || gap(found, values)) {
      throw new Error(`no words for "${key}": ${found}`)
    }
    return found
  }
}

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

/** The page is valid, whole, and holds no code that the content security policy would stop. */
export async function expectSoundHtml(html: string) {
  const report = await validator.validateString(html)
  const said = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
  )
  expect(said).toEqual([])
  expect(html).toMatch(/^<!doctype html><html lang="\w+" dir="(ltr|rtl)">/)
  expect(html).not.toMatch(/ style="| on[a-z]+="|<script(?! type="module" src=)/)
  expect(html).not.toMatch(/undefined|NaN|\[object/)
}
