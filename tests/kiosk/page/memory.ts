import type { SealedItem } from '../../../src/survey/tablets/kiosk.ts'
import type { Known, Store } from '../../../web/kiosk/store.ts'

export type Memory = ReturnType<typeof makeMemory>

/**
 * The tablet's memory without a disk, for many answers in little time: each verb is done as a
 * whole, a moment later, or not at all where the page is gone by then.
 */
export function makeMemory() {
  const items = new Map<string, SealedItem>()
  let known: Partial<Known> = {}

  async function open(gone: () => boolean): Promise<Store> {
    async function done<T>(change: () => T): Promise<T> {
      for (let turns = 0; turns < 3; turns += 1) await Promise.resolve()
      return gone() ? new Promise<T>(() => {}) : change()
    }
    return {
      add: (item) => done(() => void (items.has(item.id) || items.set(item.id, item))),
      waiting: () =>
        done(() => {
          const dates = [...items.values()].map(({ answeredOn }) => answeredOn)
          return { queued: items.size, oldest: dates.toSorted()[0] ?? null }
        }),
      items: (choose) =>
        done(() => choose([...items.keys()].toSorted()).map((id) => items.get(id)!)),
      remove: (ids) => done(() => ids.forEach((id) => items.delete(id))),
      redate: (dates) =>
        done(() => {
          for (const [id, answeredOn] of dates) {
            const item = items.get(id)
            if (item) items.set(id, { ...item, answeredOn })
          }
        }),
      probe: () => done(() => {}),
      known: () => done(() => known),
      know: (more) => done(() => void (known = { ...known, ...more })),
      close: () => {},
      wipe: () =>
        done(() => {
          items.clear()
          known = {}
        }),
    }
  }

  return { open }
}
