import { Secret, TOTP } from 'otpauth'
import { hashSecret, lockAway, numberFor, unlock } from '../secrets.ts'
import { CODE_ALPHABET } from '../survey/tablets/enrol-code.ts'

const PERIOD = 30
/** 160 bits, as RFC 4226 recommends. */
const SECRET_SIGNS = 40
const CODES = 10
/** 79 bits, and short enough to be typed from paper. */
const CODE_SIGNS = 16

/**
 * What a telephone and the server share. It follows from the form that shows it, so that the page
 * can be shown again and the same form twice is the same secret.
 */
export function factorKey(secret: string, user: string, once: string): string {
  const number = numberFor(secret, 'second factor', `${user} ${once}`)
  return Secret.fromHex(number.toString(16).padStart(64, '0').slice(0, SECRET_SIGNS)).base32
}

/** The address that an authenticator app reads from a QR code. */
export const factorAddress = (key: string, issuer: string, label: string) =>
  new TOTP({ issuer, label, secret: key, period: PERIOD }).toString()

/** The step of time that a code is of: this one, or one beside it. Undefined where it is wrong. */
export function stepOf(key: string, code: string, now: number): number | undefined {
  const secret = Secret.fromBase32(key)
  const delta = TOTP.validate({ token: code, secret, timestamp: now, period: PERIOD, window: 1 })
  return delta === null ? undefined : TOTP.counter({ timestamp: now, period: PERIOD }) + delta
}

export const lockFactor = (secret: string, user: string, key: string) =>
  lockAway(secret, purpose(user), key)

/** Undefined where the installation's secret is another than then. */
export const unlockFactor = (secret: string, user: string, locked: string) =>
  unlock(secret, purpose(user), locked)

/** Ways in without the telephone; they follow from the form that asked for them. */
export const recoveryCodes = (secret: string, user: string, once: string): string[] =>
  Array.from({ length: CODES }, (_, index) => {
    const number = numberFor(secret, 'recovery code', `${user} ${once} ${index}`)
    return signsOf(number)
  })

/** A recovery code as it is kept, however it was typed. */
export const recoveryHash = (typed: string) =>
  hashSecret(typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, ''))

function signsOf(number: bigint): string {
  const base = BigInt(CODE_ALPHABET.length)
  const sign = (place: number) => CODE_ALPHABET[Number((number / base ** BigInt(place)) % base)]
  return Array.from({ length: CODE_SIGNS }, (_, place) => sign(place)).join('')
}

const purpose = (user: string) => `svar second factor ${user}`
