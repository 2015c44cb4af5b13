import { describe, expect, test } from 'vitest'
import { partyOf } from '../../src/sign-in/passkey.ts'
import { accessBy, valuesOf } from '../../src/survey/people/sign-in.ts'

describe('the values of a claim', () => {
  test.each([
    [{ groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [{ role: 'a' }, 'role', ['a']],
    [{ realm: { roles: ['a'] } }, 'realm.roles', ['a']],
    [{ 'realm.roles': ['b'], realm: { roles: ['a'] } }, 'realm.roles', ['b']],
    [{ groups: [1, null, { a: 'a' }, 'b'] }, 'groups', ['b']],
    [{ groups: { a: 'b' } }, 'groups', []],
    [{}, 'toString', []],
    [{ a: 'b' }, 'a.length', []],
    [{}, '__proto__.constructor.name', []],
  ])('%j, %s: %j', (claims, claim, values) => {
    expect(valuesOf(claims, claim)).toEqual(values)
  })

  test('the first line that fits makes the role, and sites only where they belong', () => {
    const mapping = [
      { value: 'plan', role: 'planner' as const, sites: ['norr'] },
      { value: 'admin', role: 'administrator' as const, sites: ['norr'] },
    ]
    expect(accessBy(mapping, ['admin', 'plan'])).toEqual({ role: 'planner', sites: ['norr'] })
    expect(accessBy(mapping, ['admin'])).toEqual({ role: 'administrator', sites: [] })
    expect(accessBy(mapping, ['Admin'])).toBeUndefined()
  })
})

test('passkeys are of the configured address: a name, and https', () => {
  expect(partyOf('https://svar.example.se/')).toEqual({
    origin: 'https://svar.example.se',
    id: 'svar.example.se',
  })
  expect(partyOf('http://localhost:3000')).toMatchObject({ id: 'localhost' })
  for (const none of [undefined, 'http://svar.example.se', 'https://192.0.2.1', 'https://[::1]']) {
    expect(partyOf(none), none).toBeUndefined()
  }
})
