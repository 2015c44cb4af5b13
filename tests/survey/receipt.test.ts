import { expect, test } from 'vitest'
import { makeReceipt, readReceipt, shownReceipt } from '../../src/survey/receipt.ts'
import { seeded } from '../random.ts'

const random = seeded('receipt')
const bytes = () => Uint8Array.from({ length: 14 }, () => Math.floor(random() * 256))

test('a code is read however it was typed', () => {
  for (let round = 0; round < 200; round += 1) {
    const code = makeReceipt(bytes())
    const shown = shownReceipt(code)
    expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    const typed = [
      code,
      shown,
      shown.toLowerCase(),
      ` ${shown.replaceAll('-', ' – ')} `,
      shown.replaceAll('0', 'o').replaceAll('1', round % 2 === 0 ? 'l' : 'I'),
    ]
    expect(typed.map(readReceipt)).toEqual(typed.map(() => code))
  }
})

test('every bit counts: 110 of them, each tells one code from another', () => {
  const plain = new Uint8Array(14)
  const codes = Array.from({ length: 112 }, (_, bit) =>
    makeReceipt(plain.with(13 - (bit >> 3), 1 << (bit & 7))),
  )
  expect(new Set([makeReceipt(plain), ...codes]).size).toBe(111)
})

test('a wrong sign, or two that are swapped, are noticed', () => {
  for (let round = 0; round < 50; round += 1) {
    const code = makeReceipt(bytes())
    const at = Math.floor(random() * 24)
    const [one, other] = [code[at]!, code[at + 1]!]
    const wrong = code.slice(0, at) + (one === '7' ? '8' : '7') + code.slice(at + 1)
    expect(readReceipt(wrong)).toBeUndefined()
    const swapped = code.slice(0, at) + other + one + code.slice(at + 2)
    if (one !== other) expect(readReceipt(swapped)).toBeUndefined()
  }
})

test.each([
  '',
  'sending-7',
  crypto.randomUUID(),
  'x'.repeat(10_000),
  '٣'.repeat(25),
  '-'.repeat(25),
])('an id of others is none: %s', (id) => expect(readReceipt(id)).toBeUndefined())
