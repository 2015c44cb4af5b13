import { pbkdf2, randomBytes, randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { hashSecret } from './secrets.ts'
import type { NewDevice } from './survey/tablets/device.ts'
import { CODE_ALPHABET, CODE_HOLDS, CODE_LENGTH } from './survey/tablets/enrol-code.ts'
import type { Setup } from './survey/tablets/kiosk.ts'

const derive = promisify(pbkdf2)
// A tablet works this out in about a second; the PIN keeps visitors out, not a thief.
const ROUNDS = 200_000
const PIN_LENGTH = 6

/** A tablet to be added, with what is shown once: the code to enrol it, and its PIN. */
export async function prepareDevice(place: { site: string; name: string }, now: number) {
  const { code, hashed } = prepareCode(now)
  const pin = digits(PIN_LENGTH)
  const addedAt = Temporal.Instant.fromEpochMilliseconds(now).toString()
  const id = randomBytes(12).toString('base64url')
  const device: NewDevice = { id, ...place, addedAt, pin: await hashPin(pin), ...hashed }
  return { device, code, pin }
}

/** A code to enrol with, and what the store keeps of it. */
export function prepareCode(now: number) {
  const letters = Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_ALPHABET.length))
  const code = letters.map((at) => CODE_ALPHABET[at]).join('')
  return { code, hashed: { code: hashSecret(code), codeUntil: now + CODE_HOLDS } }
}

export async function hashPin(pin: string): Promise<Setup['pin']> {
  const salt = randomBytes(16)
  const key = await derive(pin, salt, ROUNDS, 32, 'sha256')
  return { salt: salt.toString('base64url'), key: key.toString('base64url'), rounds: ROUNDS }
}

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('')
