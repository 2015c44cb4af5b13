/** Crockford's: without I, L, O and U, which are misread or make words. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 110 bits at random, and three signs that follow from them. */
const RANDOM = 22
const CHECK = 3
/** The largest prime of three signs: any wrong sign, and any two swapped, are noticed. */
const PRIME = 32_749n

const shape = new RegExp(`^[${SIGNS}]{${RANDOM + CHECK}}$`)

/**
 * The id of a response that our own page sends, from random bytes (14 of them). It is its receipt
 * as well: who has it can see the response and withdraw it, and the store has only its hash.
 */
export function makeReceipt(random: Uint8Array): string {
  const bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const number = BigInt.asUintN(RANDOM * 5, bits)
  return written(number, RANDOM) + written(number % PRIME, CHECK)
}

/** A receipt as it was typed; undefined where it cannot be one. Ids of others' making are none. */
export function readReceipt(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u2212.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (!shape.test(code)) return undefined
  const number = numberOf(code.slice(0, RANDOM))
  return number % PRIME === numberOf(code.slice(RANDOM)) ? code : undefined
}

/** A receipt as people read it, in groups of five. */
export const shownReceipt = (receipt: string) => receipt.match(/.{5}/g)!.join('-')

const written = (number: bigint, length: number) =>
  Array.from(
    { length },
    (_, place) => SIGNS[Number((number >> BigInt(5 * (length - 1 - place))) & 31n)],
  ).join('')

const numberOf = (signs: string) =>
  [...signs].reduce((sum, sign) => (sum << 5n) | BigInt(SIGNS.indexOf(sign)), 0n)
