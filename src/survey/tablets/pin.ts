import { fromBase64url, toBase64url } from '../base64url.ts'
import type { Setup } from './kiosk.ts'

/** The key that stands for a staff PIN: PBKDF2 with SHA-256, 32 bytes in base64url. */
export async function pinKey(pin: string, salt: string, rounds: number): Promise<string> {
  const typed = new TextEncoder().encode(pin)
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64url(salt), iterations: rounds }
  return toBase64url(new Uint8Array(await crypto.subtle.deriveBits(how, material, 256)))
}

export const isPin = async (pin: string, { salt, key, rounds }: Setup['pin']): Promise<boolean> =>
  (await pinKey(pin, salt, rounds)) === key
