import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A secret of 256 bits to hand out; only its hash is stored. */
export const makeSecret = () => randomBytes(32).toString('base64url')

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest()

/** An id that nobody has by chance; not a secret. */
export const makeId = () => randomBytes(12).toString('base64url')

/** A large number that follows from some words, for whoever knows the installation's secret. */
export const numberFor = (secret: string, purpose: string, words: string) =>
  BigInt(`0x${createHmac('sha256', keyFor(secret, purpose)).update(words).digest('hex')}`)

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

/** What the address of who has forgotten a password is locked away for. */
export const FORGOTTEN = 'forgotten password'

/** Encrypts with a key that belongs to the installation and the purpose: nonce, tag and words. */
export function lockAway(secret: string, purpose: string, words: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  const locked = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString('base64url')
}

/** Undefined where the secret or the purpose is another than then. */
export function unlock(secret: string, purpose: string, locked: string): string | undefined {
  const bytes = Buffer.from(locked, 'base64url')
  try {
    const nonce = bytes.subarray(0, 12)
    const key = keyFor(secret, purpose)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const keyFor = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
