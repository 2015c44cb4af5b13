interface Waiting<T, R> {
  item: T
  resolve: (result: R) => void
  reject: (error: unknown) => void
}

/**
 * Gathers what comes within a turn or two of the event loop and hands it over as one batch: one
 * commit, one sync to disk for all of them. `handle` returns a result per item, in order.
 */
export function gather<T, R>(handle: (batch: T[]) => R[]) {
  let waiting: Waiting<T, R>[] = []

  function flush() {
    const batch = waiting
    waiting = []
    try {
      const results = handle(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(results[index]!)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  // Where more came with the first, more is on its way: one further turn makes batches a third
  // larger under load, and costs one who comes alone nothing.
  const once = () => (waiting.length > 1 ? setImmediate(flush) : flush())

  return (item: T) =>
    new Promise<R>((resolve, reject) => {
      if (waiting.push({ item, resolve, reject }) === 1) setImmediate(once)
    })
}
