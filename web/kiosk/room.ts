import type { SealingKey } from '../../src/survey/tablets/kiosk.ts'
import { makeSealingPair, sealTo } from '../../src/survey/tablets/seal.ts'
import type { Store } from './store.ts'
import type { Surroundings } from './surroundings.ts'

/** Characters; a person who writes more has not been seen. */
const LARGE = 20_000

/** Seals and stores what is as large as a large answer, so that a person's own surely will be. */
export async function hasRoom(
  store: Pick<Store, 'probe'>,
  key: SealingKey | undefined,
  storage: Surroundings['storage'],
): Promise<boolean> {
  const left = await bytesLeft(storage)
  if (left !== null && left < LARGE * 2) return false
  const about = { id: 'probe', survey: '', questionnaire: 0, site: '', language: '' }
  const answers = { text: 'x'.repeat(LARGE) }
  try {
    const to = key ?? { id: 'probe', key: (await makeSealingPair()).publicKey }
    const sealed = await sealTo(to, { ...about, answers })
    await store.probe({ id: about.id, answeredOn: '', sealed })
    return true
  } catch {
    return false
  }
}

/** Bytes that the browser still grants, as it says: some say the same whatever is left. */
export async function bytesLeft(storage: Surroundings['storage']): Promise<number | null> {
  try {
    const { quota, usage } = (await storage?.estimate()) ?? {}
    return quota === undefined || usage === undefined ? null : Math.max(quota - usage, 0)
  } catch {
    return null
  }
}
