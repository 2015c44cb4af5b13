import { numberFor } from './secrets.ts'
import { CODE_ALPHABET } from './survey/tablets/enrol-code.ts'

/** 99 bits, and short enough to be typed from paper. */
const LENGTH = 20

/**
 * The code of a one-time link. It follows from what caused it, so that the same form sent twice,
 * or the same letter tried twice, has the same; what is stored is its hash.
 */
export const oneTimeCode = (
  secret: string,
  purpose: 'invitation' | 'reset letter' | 'reset by hand',
  words: string,
) => written(numberFor(secret, purpose, words), CODE_ALPHABET, LENGTH)

/** A number in the given signs, from its lowest place. */
export function written(number: bigint, signs: string, length: number): string {
  const base = BigInt(signs.length)
  return Array.from(
    { length },
    (_, place) => signs[Number((number / base ** BigInt(place)) % base)],
  ).join('')
}

/** A code as it is typed and printed: in groups of four. */
export const grouped = (code: string) => code.match(/.{4}/g)!.join('-')

/** A code as it came in an address, however it was typed. */
export const ungrouped = (given: string) => given.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '')
