import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { SealedItem, SealingKey, Setup } from '../../src/survey/tablets/kiosk.ts'
import type { Mark } from './clock.ts'

/** What the tablet knows of itself; nothing of a person. */
export interface Known {
  token: string
  setup: Setup
  sealing: SealingKey
  mark: Mark
  revoked: boolean
}

/** How many answers wait, and the date of the oldest. */
export interface Waiting {
  queued: number
  oldest: string | null
}

interface Tables extends DBSchema {
  items: { key: string; value: SealedItem; indexes: { answeredOn: string } }
  known: { key: keyof Known; value: Known[keyof Known] }
  probe: { key: string; value: SealedItem }
}

const VERSION = 1
// Written means on the disk, not in a cache that a flat battery empties.
const strict = { durability: 'strict' } as const

export type Store = Awaited<ReturnType<typeof openStore>>

/** The tablet's memory. Every verb is one transaction, done when it is complete. */
export async function openStore(name: string, onClosed: () => void) {
  const database: IDBPDatabase<Tables> = await openDB<Tables>(name, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database
          .createObjectStore('items', { keyPath: 'id' })
          .createIndex('answeredOn', 'answeredOn')
        database.createObjectStore('known')
        database.createObjectStore('probe', { keyPath: 'id' })
      }
    },
    // Another page has a newer version, or gives the tablet up.
    blocking() {
      database.close()
      onClosed()
    },
    terminated: onClosed,
  })

  return {
    /** The first item of an id stands. */
    async add(item: SealedItem) {
      const writing = database.transaction('items', 'readwrite', strict)
      const stored = await writing.store.getKey(item.id)
      await Promise.all([stored ?? writing.store.put(item), writing.done])
    },
    async waiting(): Promise<Waiting> {
      const { store } = database.transaction('items')
      const first = store.index('answeredOn').openKeyCursor()
      const [queued, cursor] = await Promise.all([store.count(), first])
      return { queued, oldest: cursor?.key ?? null }
    },
    /** The items of which the ids are chosen from all there are. */
    async items(choose: (ids: string[]) => string[]): Promise<SealedItem[]> {
      const { store } = database.transaction('items')
      const chosen = choose(await store.getAllKeys())
      const found = await Promise.all(chosen.map((id) => store.get(id)))
      return found.filter((item) => item !== undefined)
    },
    async remove(ids: string[]) {
      const writing = database.transaction('items', 'readwrite', strict)
      await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done])
    },
    /** Those that are still there get their new dates. */
    async redate(dates: Map<string, string>) {
      const writing = database.transaction('items', 'readwrite', strict)
      for (const [id, answeredOn] of dates) {
        const item = await writing.store.get(id)
        if (item) await writing.store.put({ ...item, answeredOn })
      }
      await writing.done
    },
    /** Writes and takes away again what is as large as the item. */
    async probe(item: SealedItem) {
      const writing = database.transaction('probe', 'readwrite', strict)
      await Promise.all([writing.store.put(item), writing.done])
      await database.clear('probe')
    },
    async known(): Promise<Partial<Known>> {
      const { store } = database.transaction('known')
      const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()])
      return Object.fromEntries(names.map((name, at) => [name, values[at]]))
    },
    async know(known: Partial<Known>) {
      const writing = database.transaction('known', 'readwrite', strict)
      const names = Object.keys(known) as (keyof Known)[]
      await Promise.all([
        ...names.map((name) => writing.store.put(known[name]!, name)),
        writing.done,
      ])
    },
    close: () => database.close(),
    /** Forgets everything, also what other pages of the tablet had open. */
    async wipe() {
      database.close()
      await deleteDB(name)
    },
  }
}
