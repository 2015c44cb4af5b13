export type Live = ReturnType<typeof makeLive>
type Watcher = () => void

/**
 * Who is watching a survey. Happenings say only that something came, never what. `since` tells the
 * numbers of this run of the server from those of another; nobody is told more often than once in
 * `pause` milliseconds, however fast answers come.
 */
export function makeLive(since: string, pause = 1000) {
  const watchers = new Map<string, Set<Watcher>>()
  const changed = new Set<string>()
  const sequences = new Map<string, number>()

  function ring() {
    for (const survey of changed) {
      sequences.set(survey, (sequences.get(survey) ?? 0) + 1)
      for (const watcher of watchers.get(survey) ?? []) watcher()
    }
    changed.clear()
  }

  return {
    pause,
    /** The id of the newest happening, by which a reader who comes back says what they know. */
    latest: (survey: string) => `${since}-${sequences.get(survey) ?? 0}`,
    /** Something was kept. What comes in one turn of the event loop is one happening. */
    announce(survey: string) {
      if (changed.size === 0) setImmediate(ring)
      changed.add(survey)
    },
    /** Returns how to stop watching. */
    watch(survey: string, watcher: Watcher) {
      const here = watchers.get(survey) ?? new Set()
      watchers.set(survey, here.add(watcher))
      return () => {
        here.delete(watcher)
        if (here.size === 0) watchers.delete(survey)
      }
    },
  }
}
