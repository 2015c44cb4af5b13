export type Live = ReturnType<typeof makeLive>
type Watcher = (sequence: number) => void

/** Who is watching a survey. Happenings say only that something came, never what. */
export function makeLive() {
  const watchers = new Map<string, Set<Watcher>>()
  const changed = new Set<string>()
  const sequences = new Map<string, number>()

  function ring() {
    for (const survey of changed) {
      const sequence = (sequences.get(survey) ?? 0) + 1
      sequences.set(survey, sequence)
      for (const watcher of watchers.get(survey) ?? []) watcher(sequence)
    }
    changed.clear()
  }

  return {
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
