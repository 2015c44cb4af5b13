import type { MailConfig } from '../config.ts'
import type { Store } from '../store/store.ts'
import type { Subscriptions } from '../store/subscriptions.ts'
import type { Desk } from './letters.ts'
import { messageOf } from './message.tsx'
import { officeTray } from './office-tray.ts'
import { type Fault, faultOf } from './refusals.ts'
import { subscriberTray } from './subscriber-tray.ts'
import { makeTransport } from './transport.ts'
import type { Tray, Waiting } from './tray.ts'

const MINUTE = 60_000
/** A claimed letter is nobody else's for so long; a send is cut off well before. */
const HELD = 5 * MINUTE
const LONGEST_SEND = 2 * MINUTE
/** So long a send may be under way when the server is to stop. */
const PATIENCE_AT_STOP = 5_000

interface PostDeps extends Omit<Desk, 'base'> {
  config: MailConfig
  /** where there are any */
  subscriptions?: Subscriptions
  /** never an address, a code or what a mail server says, which may hold one */
  log: { error(what: object, words: string): void }
  /** how long a mail server may be silent, in milliseconds */
  patience?: number
}

export type Post = ReturnType<typeof makePost>

/** What sends letters. Each is claimed first, so that of several processes one sends it. */
export function makePost({ config, log, subscriptions, patience = 20_000, ...rest }: PostDeps) {
  const { clock } = rest
  const desk: Desk = { ...rest, base: config.base }
  const trays: Tray[] = [officeTray(desk)]
  if (subscriptions) trays.push(subscriberTray({ ...desk, subscriptions }))
  const transport = makeTransport(config.smtpUrl, patience)
  const counts = { sent: 0, failed: 0, givenUp: 0 }
  const ending = new AbortController()
  const stopping = new AbortController()
  let running: Promise<void> | undefined

  async function run() {
    for (const tray of trays) if (tray.open) await tray.open(clock())
    try {
      while (!ending.signal.aborted) {
        const claimed = await claim(clock())
        if (!claimed || !(await deliver(claimed))) return
      }
    } finally {
      await Promise.all(trays.map((tray) => tray.close?.()))
    }
  }

  /** From the first tray that has one that is due: the office does not wait for thousands. */
  async function claim(now: number) {
    for (const tray of trays) {
      const claimed = await tray.claim(now, now + HELD)
      if (claimed) return claimed
    }
    return undefined
  }

  /** False where the mail server cannot be reached: then the rest need not be tried now. */
  async function deliver(claimed: Waiting): Promise<boolean> {
    if (clock() > claimed.until) return giveUp(claimed, { reason: 'over' })
    const written = await claimed.write()
    if (!written) return settle(claimed)
    if ('reason' in written) return giveUp(claimed, written)
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(LONGEST_SEND)])
    const { from, bounces } = config
    const message = messageOf(written, { id: claimed.id, from, bounces, now: clock() })
    try {
      await transport.sendMail({ ...message, signal })
    } catch (error) {
      return failed(claimed, error)
    }
    counts.sent += 1
    return settle(claimed)
  }

  async function failed(claimed: Waiting, error: unknown) {
    counts.failed += 1
    const fault = faultOf(error)
    if (fault.forGood) return giveUp(claimed, fault.said, fault)
    // It may have been sent: it stays claimed, and is tried again when nobody holds it any more.
    if (stopping.signal.aborted) return false
    const { kind, tries, until } = claimed
    log.error({ ...fault.said, kind, tries }, 'letter not sent')
    const pause = Math.min(2 ** (tries - 1) * (MINUTE / 2), 60 * MINUTE)
    await claimed.postpone(Math.min(clock() + pause, until + 1))
    return !fault.unreachable
  }

  async function giveUp(claimed: Waiting, said: object, fault?: Fault) {
    counts.givenUp += 1
    log.error({ ...said, kind: claimed.kind, tries: claimed.tries }, 'letter given up')
    await claimed.giveUp(fault)
    return true
  }

  async function settle(claimed: Waiting) {
    await claimed.settle()
    return true
  }

  return {
    counts,
    async waiting() {
      const all = await Promise.all(trays.map((tray) => tray.waiting()))
      return all.reduce((sum, some) => sum + some)
    },
    /** Sends what is due; one run at a time. */
    sendDue() {
      running ??= run().finally(() => (running = undefined))
      return running
    },
    /** Waits for a send that is under way, and starts no other. */
    async stop() {
      ending.abort()
      const timer = setTimeout(() => stopping.abort(), PATIENCE_AT_STOP)
      await running?.catch(() => undefined)
      clearTimeout(timer)
    },
  }
}

/** Sends what is due; where no mail is set up, only drops what nobody needs any more. */
export const sendDue = (store: Store, now: number, post: Post | undefined) =>
  post ? post.sendDue() : store.dropLetters(now)
