import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const derive = promisify(argon2)

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

/** Takes the same time however much of it is right. */
export const secretIs = (secret: string, given: string) =>
  timingSafeEqual(hashSecret(secret), hashSecret(given))

/** The installation's own secret: given, or made once and kept in the data folder. */
export function installationSecret(folder: string, given: string | undefined): string {
  if (given) return given
  const path = join(folder, 'secret')
  if (!existsSync(path)) writeFileSync(path, makeSecret(), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}
