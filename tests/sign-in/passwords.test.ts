import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { makePasswords } from '../../src/sign-in/passwords.ts'

test('a password costs who guesses what OWASP recommends', async () => {
  const [salt, key] = (await makePasswords().hash('en lång mening')).split('.')
  const own = argon2Sync('argon2id', {
    message: Buffer.from('en lång mening'),
    nonce: Buffer.from(salt!, 'base64url'),
    memory: 19 * 1024,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  })
  expect(key).toBe(own.toString('base64url'))
})

test('it is known again however its letters are put together, and no other is', async () => {
  const passwords = makePasswords({ memory: 64, passes: 1 })
  const stored = await passwords.hash('vårdcentral på nätet')
  expect(await passwords.is(stored, 'vårdcentral på nätet'.normalize('NFD'))).toBe(true)
  expect(await passwords.is(stored, 'Vårdcentral på nätet')).toBe(false)
  expect(await passwords.is(undefined, 'vårdcentral på nätet')).toBe(false)
  expect(await passwords.hash('vårdcentral på nätet')).not.toBe(stored)
})
