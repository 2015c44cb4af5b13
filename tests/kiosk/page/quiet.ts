type Any = (...args: unknown[]) => unknown

// One entry per window: what a closed page had under way will never be done.
const underWay = new Map<object, number>()

/** Counts what the browser does on its own time in a window: its database and its ciphers. */
export function watch(window: typeof globalThis) {
  underWay.set(window, 0)
  wrap(window.IDBDatabase.prototype, ['transaction'], (made) => ended(made, ['complete', 'abort']))
  wrap(window.IDBFactory.prototype, ['open', 'deleteDatabase'], (made) =>
    ended(made, ['success', 'error']),
  )
  wrap(window.SubtleCrypto.prototype, ciphers, (made) => made as Promise<unknown>)
  wrap(window.StorageManager.prototype, ['estimate', 'persist'], (made) => made as Promise<unknown>)
  // The answer to a question that was asked later: the request has been seen to by then.
  wrap(window.LockManager.prototype, ['request'], () => window.navigator.locks.query())

  function wrap(prototype: object, names: string[], end: (made: unknown) => Promise<unknown>) {
    const verbs = prototype as Record<string, Any>
    for (const name of names) {
      const original = verbs[name]!
      verbs[name] = function counted(this: unknown, ...args: unknown[]) {
        const made = original.apply(this, args)
        count(1)
        end(made).then(
          () => count(-1),
          () => count(-1),
        )
        return made
      }
    }
  }

  function count(by: number) {
    const before = underWay.get(window)
    if (before !== undefined) underWay.set(window, before + by)
    if (!busy()) onIdle()
  }
}

export function unwatch(window: object) {
  underWay.delete(window)
  if (!busy()) onIdle()
}

const ciphers = ['importKey', 'exportKey', 'generateKey', 'deriveBits', 'deriveKey']
ciphers.push('encrypt', 'decrypt')

const ended = (made: unknown, events: string[]) =>
  new Promise((resolve) => {
    for (const event of events) (made as EventTarget).addEventListener(event, resolve)
  })

/** Waits until nothing is under way and no lock is about to be granted. */
export async function quiet(): Promise<void> {
  for (;;) {
    await turn()
    if (busy()) {
      await new Promise<void>((resolve) => (onIdle = resolve))
      continue
    }
    if (!(await lockComes()) && !busy()) return
  }
}

async function lockComes(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query()
  await turn()
  const next = pending[0]
  if (!next) return false
  return !held.some(({ mode }) => mode === 'exclusive' || next.mode === 'exclusive')
}

let onIdle = () => {}
const busy = () => [...underWay.values()].some((count) => count > 0)

const channel = new MessageChannel()
channel.port1.start()

const turn = () =>
  new Promise((resolve) => {
    channel.port1.addEventListener('message', resolve, { once: true })
    channel.port2.postMessage(null)
  })
