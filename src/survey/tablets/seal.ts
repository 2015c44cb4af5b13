import { fromBase64url, toBase64url } from '../base64url.ts'
import type { KioskAnswers, Sealed, SealingKey } from './kiosk.ts'

// Ephemeral ECDH on P-256, HKDF-SHA-256, AES-256-GCM: in Node and in every browser of today.
const CURVE = { name: 'ECDH', namedCurve: 'P-256' }
const PURPOSE = 'svar kiosk answers 1'
// Each item has a key of its own, used for nothing else, so the nonce may stand still.
const NONCE = new Uint8Array(12)
// The length of what is sealed must not tell who wrote much and who little.
const STEP = 512

/** Seals one person's answers so that only the holder of the private key can read them. */
export async function sealTo(key: SealingKey, answers: KioskAnswers): Promise<Sealed> {
  const theirs = await crypto.subtle.importKey('raw', fromBase64url(key.key), CURVE, false, [])
  const ours = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const from = new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey))
  const wrapping = await agree(ours.privateKey, theirs, from)
  const how = { name: 'AES-GCM', iv: NONCE, additionalData: bound(answers.id, key.id) }
  const words = await crypto.subtle.encrypt(how, wrapping, padded(JSON.stringify(answers)))
  return { to: key.id, from: toBase64url(from), words: toBase64url(new Uint8Array(words)) }
}

/** What was sealed under the id, still to be checked; throws where it does not open. */
export async function unseal(
  privateKey: CryptoKey,
  id: string,
  { to, from, words }: Sealed,
): Promise<unknown> {
  const raw = fromBase64url(from)
  const theirs = await crypto.subtle.importKey('raw', raw, CURVE, false, [])
  const wrapping = await agree(privateKey, theirs, raw)
  const how = { name: 'AES-GCM', iv: NONCE, additionalData: bound(id, to) }
  const plain = await crypto.subtle.decrypt(how, wrapping, fromBase64url(words))
  return JSON.parse(new TextDecoder().decode(plain))
}

/** A fresh pair: the public key raw, the private one as PKCS #8, both in base64url. */
export async function makeSealingPair(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])
  const [raw, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  return {
    publicKey: toBase64url(new Uint8Array(raw)),
    privateKey: toBase64url(new Uint8Array(pkcs8)),
  }
}

export const importPrivateKey = (pkcs8: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', fromBase64url(pkcs8), CURVE, false, ['deriveBits'])

async function agree(
  privateKey: CryptoKey,
  publicKey: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const exchange = { name: 'ECDH', public: publicKey }
  const secret = await crypto.subtle.deriveBits(exchange, privateKey, 256)
  const shared = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt,
    info: new TextEncoder().encode(PURPOSE),
  }
  const cipher = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(derivation, shared, cipher, false, ['encrypt', 'decrypt'])
}

/** What the seal vouches for besides the words. */
const bound = (id: string, to: string) => new TextEncoder().encode(`${id} ${to}`)

function padded(json: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(json)
  const all = new Uint8Array(Math.ceil(bytes.length / STEP) * STEP).fill(0x20)
  all.set(bytes)
  return all
}
