import { describe, expect, test } from 'vitest'
import {
  forgottenAskPage,
  forgottenPage,
  forgottenSentPage,
} from '../../src/pages/office/sign-in/forgotten.tsx'
import { officeNotFoundPage, officeProblemPage } from '../../src/pages/office/problem.tsx'
import { resetGonePage, resetPage } from '../../src/pages/office/sign-in/reset.tsx'
import { signInPage } from '../../src/pages/office/sign-in/sign-in.tsx'
import { surveysPage } from '../../src/pages/office/survey/surveys.tsx'
import { welcomeGonePage, welcomePage } from '../../src/pages/office/sign-in/welcome.tsx'
import { expectSound, planner, visitor, wordsOf } from './frames.ts'

const evil = '"><script>alert(1)</script>'
const surveys = [
  { id: 'a', title: evil, state: 'open', closes: '2026-08-31', responses: 12_345 },
  { id: 'b', title: 'Kommande', state: 'scheduled', opens: '2026-12-01', responses: 0 },
  { id: 'c', title: 'Utkast', state: 'draft', responses: 0 },
] as const

describe.each(['sv', 'da', 'en'])('in %s', (language) => {
  const out = visitor(language)
  const inside = planner(language)
  test.each([
    ['sign-in', () => signInPage(out)],
    ['wrong sign-in', () => signInPage(out, { fault: 'wrong', email: evil })],
    ['throttled sign-in', () => signInPage(out, { fault: 'throttled', minutes: 3 })],
    ['surveys', () => surveysPage(inside, [...surveys])],
    ['no surveys', () => surveysPage(inside, [])],
    ['welcome', () => welcomePage(out, { code: evil, organisationName: evil, faults: [] })],
    ['faulty welcome', () => welcomePage(out, { ...faulty, name: evil, email: evil })],
    ['used welcome', () => welcomeGonePage(out)],
    ['forgotten', () => forgottenPage(out)],
    ['faulty forgotten', () => forgottenPage(out, { email: evil, fault: 'email' })],
    ['throttled forgotten', () => forgottenPage(out, { fault: 'throttled', minutes: 3 })],
    ['forgotten and sent', () => forgottenSentPage(out)],
    ['forgotten without mail', () => forgottenAskPage(out)],
    ['reset', () => resetPage(out, reset)],
    ['faulty reset', () => resetPage(out, { ...reset, fault: 'long' })],
    ['used reset', () => resetGonePage(out)],
    ['sign-in after a reset', () => signInPage(out, { reset: true })],
    ['not found', () => officeNotFoundPage(inside)],
    ['a problem without words of its own', () => officeProblemPage(out, { code: 'taken' })],
  ])('the %s page is sound', async (_, page) => {
    const html = page()
    await expectSound(html)
    expect(html).not.toContain('<script>')
  })

  const faults = [
    ['name', 'missing'],
    ['email', 'email'],
    ['name', 'long'],
    ['password', 'long'],
    ['password', 'short'],
    ['password', 'common'],
  ] as const
  test.each(faults)('a fault of %s, %s, has words', (field, code) => {
    welcomePage(out, { code: 'x', organisationName: 'Prov', faults: [{ field, code }] })
  })
})

const reset = { code: evil, organisationName: evil, email: evil }

const faulty = {
  code: 'x',
  organisationName: 'Prov',
  faults: [
    { field: 'name', code: 'missing' } as const,
    { field: 'password', code: 'short' } as const,
  ],
}

test('a fault stands beside its field and first on the page', () => {
  const html = welcomePage(visitor('sv'), faulty)
  expect(html).toContain('<title>Fel: ')
  expect(html).toContain('<a href="#password">Lösenordet är för kort.')
  expect(html).toContain('aria-describedby="password-hint password-fault"')
  expect(html).not.toMatch(/type="password"[^>]*value=/)
})

test('surveys are summed up by state, and a draft leads nowhere', () => {
  const html = surveysPage(planner('sv'), [...surveys])
  expect(wordsOf(html)).toContain('3 enkäter: 1 öppen, 1 kommande och 1 utkast.')
  expect(wordsOf(html)).toContain('12 345 inkomna svar')
  expect(html).toContain('href="/office/surveys/a"')
  expect(html).not.toContain('href="/office/surveys/c"')
})

test('a chosen language is carried on, another can be chosen', () => {
  const html = surveysPage({ ...planner('da'), languageChosen: true }, [...surveys])
  expect(html).toContain('href="/office/surveys/a?lang=da"')
  expect(html).toContain('action="/office/sign-out?lang=da"')
  expect(html).toContain('href="/office?lang=sv" lang="sv" hreflang="sv"')
})

test('who is signed in can sign out; made-up answers say so', () => {
  const html = surveysPage(planner('sv'), [])
  expect(html).toContain('<input type="hidden" name="_csrf" value="token"/>')
  expect(wordsOf(html)).toContain('Påhittade svar')
  expect(signInPage(visitor('sv'))).not.toContain('sign-out')
})
