import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

const PUBLIC = 'svar-public-'
const PRIVATE = 'svar-private-'
const RAW = 32

/**
 * A pair of keys for backups, each as a word to keep. The public one is the server's; the private
 * one, which alone reads backups, is the operator's and never on the server.
 */
export function makeBackupPair() {
  const { privateKey } = generateKeyPairSync('x25519')
  const { x, d } = privateKey.export({ format: 'jwk' })
  return { publicKey: `${PUBLIC}${x}`, privateKey: `${PRIVATE}${d}.${x}` }
}

export const isPublicKey = (word: string) =>
  word.startsWith(PUBLIC) && isRaw(word.slice(PUBLIC.length))

export const publicKeyOf = (word: string): KeyObject => fromRaw(word.slice(PUBLIC.length))

/** The private key in a text that holds nothing else; undefined where it is none. */
export function readPrivateKey(text: string): KeyObject | undefined {
  const word = text.trim()
  if (!word.startsWith(PRIVATE)) return undefined
  const [d = '', x = ''] = word.slice(PRIVATE.length).split('.')
  if (!isRaw(d) || !isRaw(x)) return undefined
  return createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', d, x }, format: 'jwk' })
}

/** The 32 bytes of a public key, or of what belongs to a private one. */
export const rawPublic = (key: KeyObject) =>
  Buffer.from(
    (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' }).x!,
    'base64url',
  )

export const fromRaw = (x: string | Buffer): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: typeof x === 'string' ? x : x.toString('base64url') },
    format: 'jwk',
  })

const isRaw = (part: string) =>
  /^[\w-]{43}$/.test(part) && Buffer.from(part, 'base64url').length === RAW
