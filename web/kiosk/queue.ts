import type { KioskAnswers, SealedItem, SealingKey } from '../../src/survey/tablets/kiosk.ts'
import { sealTo } from '../../src/survey/tablets/seal.ts'
import type { Store } from './store.ts'

type Keeping = Pick<Store, 'add' | 'waiting' | 'items' | 'remove' | 'redate'>

export type Queue = ReturnType<typeof makeQueue>

/** Sealed answers that the server has not yet taken. */
export function makeQueue(store: Keeping) {
  return {
    /** Seals, then stores: what is not sealed never touches the disk. */
    async add(key: SealingKey, answers: KioskAnswers, answeredOn: string) {
      await store.add({ id: answers.id, answeredOn, sealed: await sealTo(key, answers) })
    },
    /** Some of the items, in an order that tells nothing. */
    batch: (most: number, random: () => number): Promise<SealedItem[]> =>
      store.items((ids) => shuffled(ids, random).slice(0, most)),
    waiting: store.waiting,
    remove: store.remove,
    redate: store.redate,
  }
}

function shuffled<T>(items: T[], random: () => number): T[] {
  const all = [...items]
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = all[last]!
    all[last] = all[other]!
    all[other] = kept
  }
  return all
}
