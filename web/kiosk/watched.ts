/** A value and who wants to hear of its changes. */
export function makeWatched<T extends object>(first: T) {
  let value = first
  const listeners = new Set<(value: T) => void>()
  return {
    get value() {
      return value
    },
    change(some: Partial<T>) {
      const names = Object.keys(some) as (keyof T)[]
      if (names.every((name) => Object.is(value[name], some[name]))) return
      value = { ...value, ...some }
      for (const listener of listeners) listener(value)
    },
    onChange(listener: (value: T) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
