import { expect, test } from 'vitest'
import { isAskable, outbound } from '../../src/sign-in/outbound.ts'

const here = [
  'http://127.0.0.1:4000/',
  'http://localhost/',
  'https://localhost./',
  'http://[::1]:80/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0.0.0.0/',
  'http://[::ffff:127.0.0.1]/',
  'http://a.localhost/',
]

test.each(here)('%s is asked only where the installation is on this machine itself', (address) => {
  expect(isAskable(address, false)).toBe(false)
  expect(isAskable(address, true)).toBe(true)
})

test.each([
  'http://login.example/',
  'http://10.0.0.7/',
  'http://169.254.169.254/latest',
  'ftp://login.example/',
  'file:///etc/passwd',
  'https://user:word@login.example/',
  'javascript:alert(1)',
  '//login.example',
  '',
])('%s is never asked', async (address) => {
  expect(isAskable(address, true)).toBe(false)
  const asked = { method: 'GET', headers: {}, body: undefined, redirect: 'manual' } as const
  await expect(outbound(true)(address, asked)).rejects.toThrow('address')
})

test('https is asked anywhere else', () => {
  expect(isAskable('https://login.example/realms/region', false)).toBe(true)
})
