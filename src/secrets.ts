import {
  argon2,
  createHash,
  createHmac,
  pbkdf2,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const derive = promisify(argon2)
const stretch = promisify(pbkdf2)

// OWASP's password storage recommendation for Argon2id: 19 MiB, two passes, one lane.
const cost = { parallelism: 1, memory: 19_456, passes: 2, tagLength: 32 }

/** A password as it is stored: `salt.key`, both in base64url. */
export async function hashPassword(password: string, salt = randomBytes(16)): Promise<string> {
  const message = Buffer.from(password.normalize('NFKC'))
  const key = await derive('argon2id', { message, nonce: salt, ...cost })
  return `${salt.toString('base64url')}.${key.toString('base64url')}`
}

/** Takes the same time whether there is such a user or not. */
export async function passwordIs(stored: string | undefined, password: string): Promise<boolean> {
  const known = stored ?? `${'A'.repeat(22)}.${'A'.repeat(43)}`
  const salt = Buffer.from(known.split('.')[0]!, 'base64url')
  const given = Buffer.from(await hashPassword(password, salt))
  return timingSafeEqual(given, Buffer.from(known)) && stored !== undefined
}

/** A secret of 256 bits to hand out; only its hash is stored. */
export const makeSecret = () => randomBytes(32).toString('base64url')

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest()

/** An id that nobody has by chance; not a secret. */
export const makeId = () => randomBytes(12).toString('base64url')

/** A large number that follows from a purpose, for whoever knows the installation's secret. */
export const numberFor = (secret: string, ...purpose: string[]) =>
  BigInt(`0x${createHmac('sha256', secret).update(purpose.join('\n')).digest('hex')}`)

// What a browser can work out as well, since the tablet checks it without network.
const PIN_ROUNDS = 600_000

export async function hashPin(pin: string, salt = randomBytes(16), rounds = PIN_ROUNDS) {
  const key = await stretch(pin, salt, rounds, 32, 'sha256')
  return { salt: salt.toString('base64url'), key: key.toString('base64url'), rounds }
}

/** The installation's own secret: given, or made once and kept in the data folder. */
export function installationSecret(folder: string, given: string | undefined): string {
  if (given) return given
  const path = join(folder, 'secret')
  if (!existsSync(path)) writeFileSync(path, makeSecret(), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}
