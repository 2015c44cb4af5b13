import { HtmlValidate } from 'html-validate'
import { expect } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import type { OfficeFrame } from '../../src/pages/office/frame.tsx'

const face = makeInterface()

/** A place in the words that no value was given for. */
const gap = (found: string, values: Record<string, string | number> = {}) =>
  found.includes('{{') && !Object.values(values).some((value) => String(value).includes('{{'))

/** A visitor's frame, whose words must all be there. */
export function visitor(language: string, path = '/office/sign-in'): OfficeFrame {
  const words = face.words(language)
  return {
    language,
    languages: face.languages,
    words(key, values) {
      const found = words(key, values)
      // Problems without words of their own fall back to general ones.
      if (!key.includes(':problem.') && (key.endsWith(`:${found}`) || gap(found, values))) {
        throw new Error(`${language} has no words for "${key}": ${found}`)
      }
      return found
    },
    assets: { officeStyle: '/assets/office.css', dashboardScript: '/assets/dashboard.js' },
    csrf: 'token',
    path,
  }
}

export const planner = (language: string, path = '/office'): OfficeFrame => ({
  ...visitor(language, path),
  organisation: { id: 'region', name: 'Region <Prov>', accent: '#0b5f66', demo: true },
  user: { name: 'Åsa <Öberg>', role: 'administrator' },
})

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
    // What needs correcting stands above the title, as at GOV.UK.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'valid-id': ['error', { relaxed: true }],
    'no-inline-style': 'error',
  },
})

/** The page is valid, whole, and holds nothing that the content security policy would stop. */
export async function expectSound(html: string) {
  const report = await validator.validateString(html)
  expect(
    report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`)),
  ).toEqual([])
  expect(html).toMatch(/^<!doctype html><html lang="/)
  expect(html).not.toMatch(/ style="| on[a-z]+="|<style|<script(?! type="module" src)/)
  expect(html).not.toMatch(/undefined|NaN|\[object/)
}

/** The words of a piece of HTML, one space between. */
export const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
