import { randomBytes } from 'node:crypto'
import { lockAway, unlock } from './secrets.ts'
import type { Store, StoredSealingKey } from './store/store.ts'
import { importPrivateKey, makeSealingPair } from './survey/tablets/seal.ts'

const DAY = 24 * 60 * 60 * 1000
export const ROTATE_AFTER = 30 * DAY
/** A tablet without network seals with the key it has; so long it is still opened. */
export const KEEP_FOR = 180 * DAY

export type Sealing = ReturnType<typeof makeSealing>

/** The keys that tablets seal with, and what opens them. */
export function makeSealing(store: Store, secret: string, clock: () => number) {
  const opened = new Map<string, CryptoKey>()
  let making: Promise<StoredSealingKey> | undefined

  /** One for all who ask at the same time. */
  function first() {
    making ??= addKey(store, secret, clock()).finally(() => (making = undefined))
    return making
  }

  return {
    /** The key to seal with from now on; made where there is none that this secret opens. */
    async current() {
      const [newest] = await store.sealingKeys()
      const { id, publicKey } = newest && opening(secret, newest) ? newest : await first()
      return { id, key: publicKey }
    },
    /** The private key, or why there is none: not known, or locked with another secret. */
    async privateKey(id: string): Promise<CryptoKey | 'gone' | 'locked'> {
      const stored = (await store.sealingKeys()).find((key) => key.id === id)
      if (!stored) return 'gone'
      const known = opened.get(id)
      if (known) return known
      const pkcs8 = opening(secret, stored)
      if (pkcs8 === undefined) return 'locked'
      const key = await importPrivateKey(pkcs8)
      opened.set(id, key)
      return key
    },
  }
}

/** Makes a new key where the newest is old, and removes those replaced long ago. */
export async function rotateSealing(store: Store, now: number, secret: string) {
  const [newest, ...older] = await store.sealingKeys()
  if (!newest) return
  if (now - newest.madeAt >= ROTATE_AFTER) await addKey(store, secret, now)
  let replacedAt = newest.madeAt
  for (const { id, madeAt } of older) {
    if (now - replacedAt >= KEEP_FOR) await store.removeSealingKey(id)
    replacedAt = madeAt
  }
}

async function addKey(store: Store, secret: string, now: number): Promise<StoredSealingKey> {
  const id = randomBytes(6).toString('base64url')
  const { publicKey, privateKey } = await makeSealingPair()
  const key = { id, madeAt: now, publicKey, privateKey: lockAway(secret, purpose(id), privateKey) }
  await store.addSealingKey(key)
  return key
}

const opening = (secret: string, { id, privateKey }: StoredSealingKey) =>
  unlock(secret, purpose(id), privateKey)

const purpose = (id: string) => `svar sealing key ${id}`
