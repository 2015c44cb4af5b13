import { expect, test } from 'vitest'
import { passwordFault } from '../../src/survey/people/person.ts'
import { seeded } from '../random.ts'

const own = ['karin.holm@regionvast.example', 'Karin Holm-Lind', 'Region Västbygden'] as const

test.each([
  'password1234',
  'Password2026!',
  'P@ssw0rd1234',
  'passwordpassword',
  '123456789012',
  '987654321098',
  'qwertyuiop123',
  'asdfghjklöä1',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  'aaaaaaaaaaaaa',
  'abababababab',
  'iloveyou1234',
  'sommaren2026',
  'SommarSommar1',
  'velkommen2026!',
  'adgangskode12',
  'välkommen1234',
  'vintervinter26',
  'svarsvarsvar',
  'Svar2026svar!',
  'stockholm2026',
  'letmeinletmein',
  'hejhejhejhej',
  'admin-admin-1',
  'dragon.monkey1',
])('%s is among the first that a guesser tries', (password) => {
  expect(passwordFault(password)).toBe('common')
})

test.each([
  'karin.holm!!!!!!',
  'Holm-Lind-2026',
  'västbygden2026',
  'regionvast1234',
  'Karin123456789',
  'svar-holm-2026',
])('%s is made of what is known of whoever chose it', (password) => {
  expect(passwordFault(password, ...own)).toBe('common')
})

test('what is long and one’s own is taken, whatever signs are in it', () => {
  for (const fine of [
    'lång och god mening',
    'korrekt häst batteri',
    'tre katter åt min gröna hatt',
    'kør stille over broen',
    'xK7#pQ2vLm9w',
    'summer tandborste gräs',
    '😀 sju små gubbar',
    'нет такого пароля',
  ]) {
    expect(passwordFault(fine, ...own), fine).toBeUndefined()
  }
})

test('length is counted as people count, after composing', () => {
  expect(passwordFault('xK7#pQ2vLm9')).toBe('short')
  expect(passwordFault('😀😁😂🤣😃😄😅😆😉😊😋')).toBe('short')
  expect(passwordFault('e\u0301'.repeat(4) + 'xyzplk')).toBe('short')
  expect(passwordFault('xK7#pQ2vLm9w'.repeat(100))).toBe('long')
  expect(passwordFault('xK7#pQ2vLm9w'.repeat(83))).toBeUndefined()
})

test('random passwords are hardly ever refused', () => {
  const random = seeded('password')
  const signs = 'abcdefghijklmnopqrstuvwxyzåäö0123456789-!'
  const make = () =>
    Array.from({ length: 14 }, () => signs[Math.floor(random() * signs.length)]).join('')
  expect(Array.from({ length: 1000 }, make).filter((one) => passwordFault(one))).toEqual([])
})

test('thousands of the usual are refused: a word, a year, a sign', () => {
  const words = ['lösenord', 'sommaren', 'velkommen', 'welcome', 'football', 'sunshine', 'svarsvar']
  const tails = ['!', '!!', '.', '?', '#1', '123']
  const made = words.flatMap((word) =>
    Array.from({ length: 60 }, (_, year) => 1970 + year).flatMap((year) =>
      tails.map((tail) => `${word}${year}${tail}`),
    ),
  )
  expect(made.length).toBeGreaterThan(2500)
  expect(made.filter((one) => passwordFault(one) !== 'common')).toEqual([])
})
