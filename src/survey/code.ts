/** A tablet's code: how long it is, and how long it holds. */
export const CODE_LENGTH = 8
export const CODE_HOLDS = 10 * 60 * 1000
export const PIN_LENGTH = 6

// Nothing that is mistaken for something else in print or over the telephone, and no vowels, so
// that no code is a word.
const letters = 'CDFGHJKMNPQRTVWXY34679'
const digits = '0123456789'

/** A code or a PIN out of a large number that nobody can guess. */
export const codeOf = (random: bigint) => written(random, letters, CODE_LENGTH)
export const pinOf = (random: bigint) => written(random, digits, PIN_LENGTH)

/** What someone typed or scanned as a code: case, spaces and dashes do not matter. */
export const readCode = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** As it is shown: two groups of four. */
export const groupedCode = (code: string) =>
  [code.slice(0, CODE_LENGTH / 2), code.slice(CODE_LENGTH / 2)].join(' ')

function written(random: bigint, signs: string, length: number): string {
  let rest = random
  let text = ''
  while (text.length < length) {
    text += signs[Number(rest % BigInt(signs.length))]!
    rest /= BigInt(signs.length)
  }
  return text
}
