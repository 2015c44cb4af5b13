import { openStore } from './store.ts'
import type { Surroundings } from './surroundings.ts'

/** The only place on a tablet that reads the clock and makes random numbers. */
export const browserSurroundings = (version: string): Surroundings => ({
  version,
  fetch: (path, init) => fetch(path, init),
  wall: () => Date.now(),
  steady: () => performance.now(),
  random: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
  after(milliseconds, what) {
    const timer = setTimeout(what, milliseconds)
    return () => clearTimeout(timer)
  },
  onOnline: (what) => addEventListener('online', what),
  onHidden: (what) =>
    document.addEventListener('visibilitychange', () =>
      what(document.visibilityState === 'hidden'),
    ),
  openStore: (onClosed) => openStore('svar-kiosk', onClosed),
  // Not there over plain http, and in old browsers.
  locks: navigator.locks as LockManager | undefined,
  storage: navigator.storage as StorageManager | undefined,
  async forget() {
    const names = await caches.keys()
    const workers = await navigator.serviceWorker.getRegistrations()
    await Promise.all([
      ...names.map((name) => caches.delete(name)),
      ...workers.map((worker) => worker.unregister()),
    ])
  },
})
