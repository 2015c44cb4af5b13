/** Crockford's: without I, L, O and U, which are misread or make words. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 110 bits at random, and three signs that follow from them. */
const RANDOM = 22
const CHECK = 3
/** The largest prime of three signs: any wrong sign, and any two swapped, are noticed. */
const PRIME = 32_749

const shape = new RegExp(`^[${SIGNS}]{${RANDOM + CHECK}}$`)

/**
 * The id of a response that our own page sends, from random bytes (14 of them). It is its receipt
 * as well: who has it can see the response and withdraw it, and the store has only its hash.
 */
export function makeReceipt(random: Uint8Array): string {
  let code = ''
  let held = 0
  // The first byte gives six bits, since 110 are wanted of 112.
  let bits = -2
  for (const byte of random) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) code += SIGNS[(held >> (bits - 5)) & 31]
  }
  return code + signsOf(remainder(code))
}

/** A receipt as it was typed; undefined where it cannot be one. Ids of others' making are none. */
export function readReceipt(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u2212.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (!shape.test(code)) return undefined
  return signsOf(remainder(code.slice(0, RANDOM))) === code.slice(RANDOM) ? code : undefined
}

/** A receipt as people read it, in groups of five. */
export const shownReceipt = (receipt: string) => receipt.match(/.{5}/g)!.join('-')

/** What is left of a number, written in signs, when it is divided. */
function remainder(signs: string): number {
  let rest = 0
  for (const sign of signs) rest = (rest * 32 + SIGNS.indexOf(sign)) % PRIME
  return rest
}

const signsOf = (rest: number) => SIGNS[rest >> 10]! + SIGNS[(rest >> 5) & 31]! + SIGNS[rest & 31]!
