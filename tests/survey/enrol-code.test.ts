import { expect, test } from 'vitest'
import { prepareCode } from '../../src/enrolment.ts'
import { CODE_ALPHABET, readCode, shownCode } from '../../src/survey/tablets/enrol-code.ts'

test('a code has no look-alikes, is read as it is shown, and no two are the same', () => {
  expect(CODE_ALPHABET).not.toMatch(/[01ILO]/)
  const codes = Array.from({ length: 500 }, () => prepareCode(0).code)
  for (const code of codes) {
    expect(shownCode(code)).toMatch(/^\w{4}-\w{4}$/)
    expect(readCode(shownCode(code))).toBe(code)
    expect(readCode(` ${code.toLowerCase()} `)).toBe(code)
  }
  expect(new Set(codes).size).toBe(500)
  expect(new Set(codes.join('')).size).toBe(CODE_ALPHABET.length)
})

test.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCD0FGH', 'ABCDIFGH', 'ABCD_FGH', 'ÅBCDEFGH'])(
  '%j is none',
  (typed) => {
    expect(readCode(typed)).toBeUndefined()
  },
)
