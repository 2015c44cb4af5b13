import { describe, expect, test } from 'vitest'
import { accountPage } from '../../src/pages/office/sign-in/account.tsx'
import { factorSetUpPage } from '../../src/pages/office/sign-in/factor-set-up.tsx'
import { organisationSignInPage } from '../../src/pages/office/organisation/organisation-sign-in.tsx'
import { providerRefusalPage } from '../../src/pages/office/sign-in/provider-refusal.tsx'
import { recoveryPage } from '../../src/pages/office/sign-in/recovery-codes.tsx'
import { factorPage } from '../../src/pages/office/sign-in/second-factor.tsx'
import { secondStepPage } from '../../src/pages/office/sign-in/second-step.tsx'
import { signInPage } from '../../src/pages/office/sign-in/sign-in.tsx'
import { providerFaults } from '../../src/survey/people/provider-refusal.ts'
import { expectSound, planner, visitor, wordsOf } from './frames.ts'

const evil = '"><script>alert(1)</script>'
const ways = { providers: [{ id: 'region', name: evil }], passkeys: true }
const places = [{ id: 'norr', name: evil }]
const given = {
  issuer: evil,
  clientId: evil,
  clientSecret: 'hemlig',
  claim: evil,
  passwords: false,
  lines: [{ value: evil, role: 'planner' as const, sites: ['norr', 'borta'] }],
}
const settings = {
  demanded: true,
  given,
  kept: true,
  hasSecret: true,
  callback: 'https://svar.example.se/office/sign-in/callback',
  places,
  faults: [],
}
const passkeys = [{ id: 'x', name: evil, addedAt: '2026-06-01T10:00:00Z', usedOn: '2026-06-02' }]
const account = { name: evil, email: evil, sessions: [], factor: true, now: 0, zone: 'UTC' }
const factor = { left: 3, demanded: false, once: 'o', faults: [] }

describe.each(['sv', 'da', 'en'])('in %s', (language) => {
  const out = visitor(language)
  const inside = planner(language)

  test.each([
    ['sign-in with other ways', () => signInPage(out, { ways, fault: 'passkey' })],
    ['second step', () => secondStepPage(out, {})],
    ['set up', () => factorSetUpPage(inside, { ...setUp, wrong: true, demanded: true })],
    ['factor', () => factorPage(inside, factor)],
    ['demanded factor', () => factorPage(inside, { ...factor, left: 0, demanded: true })],
    ['recovery', () => recoveryPage(inside, ['AAAA-BBBB-CCCC-DDDD'])],
    ['account', () => accountPage(inside, { ...account, passkeys })],
    ['settings', () => organisationSignInPage(inside, settings)],
    ['no address', () => organisationSignInPage(inside, { ...settings, callback: undefined })],
  ])('the page %s is sound', async (_, page) => {
    const html = page()
    await expectSound(html)
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('hemlig"')
  })

  test('every refusal and fault has words', () => {
    const more = ['late', 'role', 'email', 'suspended', 'unverified'] as const
    const said = [...providerFaults, ...more].map((one) => wordsOf(providerRefusalPage(out, one)))
    expect(new Set(said).size).toBe(said.length)
    for (const fault of ['wrong', 'used', 'locked', 'throttled'] as const) {
      secondStepPage(out, { fault })
    }
    for (const fault of ['wrong', 'throttled'] as const) {
      secondStepPage(out, { fault, recovery: true })
    }
    for (const fault of ['elsewhere', 'spent'] as const) signInPage(out, { fault })
    const faults = [
      ['issuer', 'missing'],
      ['issuer', 'address'],
      ['client-id', 'missing'],
      ['client-secret', 'again'],
      ['client-secret', 'retype'],
      ['claim', 'missing'],
      ['value-0', 'missing'],
      ['value-1', 'half'],
      ['passwords', 'noAdministrator'],
      ['passwords', 'unproven'],
    ] as const
    for (const [field, code] of faults) {
      organisationSignInPage(inside, { ...settings, faults: [{ field, code }] })
    }
    for (const code of ['missing', 'long', 'failed'] as const) {
      accountPage(inside, { ...account, faults: [{ field: 'passkey-name', code }] })
    }
  })
})

const setUp = {
  once: 'o',
  key: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  address: 'otpauth://totp/x',
  wrong: false,
  demanded: false,
}
