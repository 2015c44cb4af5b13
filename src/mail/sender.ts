import type { MailConfig } from '../config.ts'
import { FORGOTTEN, unlock } from '../secrets.ts'
import { RESET_HOLDS, type Store } from '../store/store.ts'
import type { Claimed } from '../survey/letter.ts'
import { type Desk, writeLetter } from './letters.ts'
import { messageOf } from './message.tsx'
import { faultOf } from './refusals.ts'
import { makeTransport } from './transport.ts'

const MINUTE = 60_000
/** A claimed letter is nobody else's for so long; a send is cut off well before. */
const HELD = 5 * MINUTE
const LONGEST_SEND = 2 * MINUTE
/** So long a send may be under way when the server is to stop. */
const PATIENCE_AT_STOP = 5_000

interface PostDeps extends Omit<Desk, 'base'> {
  config: MailConfig
  /** never an address, a code or what a mail server says, which may hold one */
  log: { error(what: object, words: string): void }
  /** how long a mail server may be silent, in milliseconds */
  patience?: number
}

export type Post = ReturnType<typeof makePost>

/** What sends letters. Each is claimed first, so that of several processes one sends it. */
export function makePost({ config, log, patience = 20_000, ...rest }: PostDeps) {
  const { store, clock, secret } = rest
  const desk: Desk = { ...rest, base: config.base }
  const transport = makeTransport(config.smtpUrl, patience)
  const counts = { sent: 0, failed: 0, givenUp: 0 }
  const ending = new AbortController()
  const stopping = new AbortController()
  let running: Promise<void> | undefined

  async function run() {
    while (!ending.signal.aborted) {
      const now = clock()
      const claimed = await store.claimLetter(now, now + HELD)
      if (!claimed || !(await deliver(claimed))) return
    }
  }

  /** False where the mail server cannot be reached: then the rest need not be tried now. */
  async function deliver(claimed: Claimed): Promise<boolean> {
    const { id, letter } = claimed
    if (clock() > claimed.until) return giveUp(claimed, { reason: 'over' })
    if (letter.kind === 'forgotten') return answer(claimed, letter.email)
    const written = await writeLetter(desk, claimed)
    if (!written) return settle(claimed)
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(LONGEST_SEND)])
    const message = messageOf(written, { id, from: config.from, now: clock() })
    try {
      await transport.sendMail({ ...message, signal })
    } catch (error) {
      return failed(claimed, error)
    }
    counts.sent += 1
    return settle(claimed)
  }

  async function answer(claimed: Claimed, locked: string) {
    const now = clock()
    const email = unlocked(secret, locked)
    if (email === undefined) return giveUp(claimed, { reason: 'locked with another secret' })
    await store.answerForgotten(claimed, email, now, now + RESET_HOLDS)
    return true
  }

  async function failed(claimed: Claimed, error: unknown) {
    counts.failed += 1
    const fault = faultOf(error)
    if (fault.forGood) return giveUp(claimed, fault.said)
    // It may have been sent: it stays claimed, and is tried again when nobody holds it any more.
    if (stopping.signal.aborted) return false
    log.error({ ...fault.said, kind: claimed.letter.kind, tries: claimed.tries }, 'letter not sent')
    const pause = Math.min(2 ** (claimed.tries - 1) * (MINUTE / 2), 60 * MINUTE)
    await store.postponeLetter(claimed, Math.min(clock() + pause, claimed.until + 1))
    return !fault.unreachable
  }

  async function giveUp(claimed: Claimed, said: object) {
    counts.givenUp += 1
    log.error({ ...said, kind: claimed.letter.kind, tries: claimed.tries }, 'letter given up')
    return settle(claimed)
  }

  async function settle(claimed: Claimed) {
    await store.settleLetter(claimed)
    return true
  }

  return {
    counts,
    waiting: () => store.lettersWaiting(),
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

function unlocked(secret: string, locked: string): string | undefined {
  try {
    return unlock(secret, FORGOTTEN, locked)
  } catch {
    return undefined
  }
}

/** Sends what is due; where no mail is set up, only drops what nobody needs any more. */
export const sendDue = (store: Store, now: number, post: Post | undefined) =>
  post ? post.sendDue() : store.dropLetters(now)
