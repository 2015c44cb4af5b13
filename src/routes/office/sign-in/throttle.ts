interface Brake {
  /** so many tries need no wait */
  free: number
  /** the longest wait, in milliseconds */
  longest: number
}

/** Tries are forgotten after so long without another. */
const FORGOTTEN_AFTER = 60 * 60 * 1000
/** Keys that are kept at most; the longest unused goes first. */
const MOST = 100_000

export type Throttle = ReturnType<typeof makeThrottle>

/** Tries by key, in memory only: beyond the free ones each makes the next wait twice as long. */
export function makeThrottle({ free, longest }: Brake, clock: () => number) {
  const tries = new Map<string, { count: number; at: number }>()

  function known(key: string) {
    const found = tries.get(key)
    return found && clock() - found.at <= FORGOTTEN_AFTER ? found : undefined
  }

  function set(key: string, count: number, at: number) {
    tries.delete(key)
    if (count <= 0) return
    tries.set(key, { count, at })
    const [oldest] = tries.size > MOST ? tries.keys() : []
    if (oldest !== undefined) tries.delete(oldest)
  }

  return {
    /** Milliseconds until the next try is let through. */
    wait(key: string): number {
      const found = known(key)
      if (!found || found.count < free) return 0
      const pause = Math.min(2 ** (found.count - free) * 1000, longest)
      return Math.max(0, found.at + pause - clock())
    },
    count(key: string) {
      set(key, (known(key)?.count ?? 0) + 1, clock())
    },
    /** That try was fine. */
    takeBack(key: string) {
      const found = known(key)
      if (found) set(key, found.count - 1, found.at)
    },
    clear(key: string) {
      tries.delete(key)
    },
  }
}
