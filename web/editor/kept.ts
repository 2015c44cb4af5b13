import type { Moment } from './history.ts'

/** What has not reached the server yet, as this browser keeps it. */
export interface Kept {
  base: Moment & { revision: number }
  now: Moment
}

export type Storage = Pick<
  globalThis.Storage,
  'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'
>

/**
 * Unsaved edits survive a reload. Each tab keeps its own; a new one takes over what a closed one
 * has left, and where that one still lives, the same edit sent twice is one edit.
 */
export function keeping(storage: Storage, survey: string, user: string, tab: string) {
  const family = `svar-draft ${survey} ${user} `
  const own = `${family}${tab}`
  return {
    taken(): Kept | undefined {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index)!)
      const key = keys.includes(own) ? own : keys.find((one) => one.startsWith(family))
      const text = key === undefined ? null : storage.getItem(key)
      if (key === undefined || text === null) return undefined
      storage.removeItem(key)
      storage.setItem(own, text)
      return JSON.parse(text) as Kept
    },
    /** False where the browser has no room for it. */
    keep(kept: Kept): boolean {
      try {
        storage.setItem(own, JSON.stringify(kept))
        return true
      } catch {
        return false
      }
    },
    forget: () => storage.removeItem(own),
  }
}
