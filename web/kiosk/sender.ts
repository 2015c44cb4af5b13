import { type Delivered, MOST_AT_ONCE, type SealedItem } from '../../src/survey/kiosk.ts'
import type { Said } from './link.ts'
import type { Queue } from './queue.ts'
import type { Surroundings } from './surroundings.ts'

interface Sending extends Pick<Surroundings, 'random' | 'after' | 'locks'> {
  queue: Pick<Queue, 'batch' | 'remove'>
  deliver(items: SealedItem[]): Promise<Said<Delivered>>
  /** Some items have been taken by the server and are gone; returns how many are left. */
  onTaken(): Promise<number>
  /** The server does not know the tablet. */
  onUnknown(): void
}

const SHORTEST = 1000
const LONGEST = 300_000
const outcomes: string[] = ['kept', 'already', 'refused']

/** One at a time across the pages of a tablet; pages whose dates are unsure hold it back. */
export const LOCK = 'svar-kiosk-queue'

export function makeSender({ queue, deliver, onTaken, onUnknown, random, after, locks }: Sending) {
  let most = MOST_AT_ONCE
  let failures = 0
  let running: Promise<void> | undefined
  let again = false
  let callOff: (() => void) | undefined

  /** Sends some; true where it makes sense to go on at once. */
  async function send(): Promise<boolean> {
    again = false
    const items = await queue.batch(most, random)
    if (items.length === 0) return false
    const said = await deliver(items)
    if (said.said === 'no' && said.status === 401) {
      onUnknown()
      return false
    }
    const taken = said.said === 'yes' ? named(said.reply, items) : []
    if (taken.length > 0) {
      await queue.remove(taken)
      failures = 0
      most = Math.min(most * 2, MOST_AT_ONCE)
      return (await onTaken()) > 0
    }
    // One item that no server takes must not hold the others back: they go in smaller company.
    most = Math.ceil(items.length / 2)
    if (said.said === 'no' && items.length > 1) return true
    backOff(said.said === 'later' ? said.seconds : 0)
    return false
  }

  /** The lock is let go between batches, for a page that is unsure of its dates. */
  async function sendAll() {
    while (await (locks ? locks.request(LOCK, send) : send()));
  }

  function backOff(seconds: number) {
    const jittered = random() * Math.min(SHORTEST * 2 ** failures, LONGEST)
    failures += 1
    callOff = after(seconds * 1000 + jittered, () => {
      callOff = undefined
      void wake()
    })
  }

  /** Sends until nothing is left or something stands in the way; waits where it was put off. */
  function wake(): Promise<void> {
    again = true
    if (callOff) return Promise.resolve()
    running ??= sendAll()
      .catch(() => backOff(0))
      .finally(() => {
        running = undefined
        if (again) void wake()
      })
    return running
  }

  return {
    wake,
    /** Sends at once, whatever went wrong before. */
    now(): Promise<void> {
      callOff?.()
      callOff = undefined
      failures = 0
      return wake()
    },
  }
}

function named({ results }: Delivered, items: SealedItem[]): string[] {
  const settled = new Set(
    results.filter((result) => outcomes.includes(result?.outcome)).map(({ id }) => id),
  )
  return items.map(({ id }) => id).filter((id) => settled.has(id))
}
