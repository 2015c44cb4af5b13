import { type Delivered, MOST_AT_ONCE, type SealedItem } from '../../src/survey/tablets/kiosk.ts'
import type { Said } from './link.ts'
import type { Queue } from './queue.ts'
import type { Surroundings } from './surroundings.ts'

interface Sending extends Pick<Surroundings, 'random' | 'after' | 'locks'> {
  queue: Pick<Queue, 'batch' | 'remove'>
  deliver(items: SealedItem[]): Promise<Said<Delivered>>
  /** Whether the dates of what is queued are known. */
  isReady(): boolean
  /** Some items have been taken by the server and are gone; returns how many are left. */
  onTaken(): Promise<number>
  /** The server does not know the tablet. */
  onUnknown(): void
}

const SHORTEST = 1000
const LONGEST = 300_000
const IN_TURN = 5000
const outcomes = new Set<string>(['kept', 'already', 'refused'])

/** One at a time across the pages of a tablet; pages whose dates are unsure hold it back. */
export const LOCK = 'svar-kiosk-queue'

export function makeSender(sending: Sending) {
  const { queue, isReady, deliver, onTaken, onUnknown, random, after, locks } = sending
  let most = MOST_AT_ONCE
  let failures = 0
  let running: Promise<void> | undefined
  let again = false
  let callOff: (() => void) | undefined

  /** Sends some; true where it makes sense to go on at once. */
  async function send(): Promise<boolean> {
    again = false
    if (!isReady()) return false
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
    return backOff(said.said === 'later' ? said.seconds : 0)
  }

  /**
   * Lets the lock go between batches, and never stands in line for it: a page that has become
   * unsure of its dates gets it first.
   */
  async function sendAll() {
    const inTurn = (lock: Lock | null) => (lock ? send() : putOff(IN_TURN))
    while (await (locks ? locks.request(LOCK, { ifAvailable: true }, inTurn) : send()));
  }

  function backOff(seconds: number) {
    const jittered = random() * Math.min(SHORTEST * 2 ** failures, LONGEST)
    failures += 1
    return putOff(seconds * 1000 + jittered)
  }

  function putOff(milliseconds: number) {
    callOff = after(milliseconds, () => {
      callOff = undefined
      void wake()
    })
    return false
  }

  /** Sends until nothing is left or something stands in the way; waits where it was put off. */
  function wake(): Promise<void> {
    again = true
    if (callOff) return Promise.resolve()
    running ??= sendAll()
      .catch(() => void backOff(0))
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
    results.filter((result) => outcomes.has(result?.outcome)).map(({ id }) => id),
  )
  return items.map(({ id }) => id).filter((id) => settled.has(id))
}
