import { addressOf, eraseSubscriber } from '../subscriber.ts'
import type { LetterClaim } from '../survey/subscription.ts'
import type { Fault } from './refusals.ts'
import { type SubscriberDesk, writeToSubscriber } from './subscriber-letters.ts'
import type { Tray } from './tray.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Letters are made for so many subscribers at a time, and so many sent. */
const PAGE = 500
const AT_ONCE = 100
/** So long a letter with news is tried. */
const TRIED = 5 * DAY

/** Letters to subscribers. Its times are coarse: none tells when someone typed an address. */
export function subscriberTray(desk: SubscriberDesk): Tray {
  const { subscriptions, secret } = desk
  let left = 0

  async function write(claim: LetterClaim) {
    const subscription = await subscriptions.find(claim.subscription)
    if (!subscription) return undefined
    const email = addressOf(secret, subscription)
    if (email === undefined) return { reason: 'locked with another secret' }
    return writeToSubscriber(desk, { claim, subscription, email })
  }

  /** Only who is known to be gone is erased: any other refusal costs a letter, and no more. */
  async function giveUp(claim: LetterClaim, fault: Fault | undefined) {
    if (fault?.gone) await eraseSubscriber(desk, claim.subscription)
    else await subscriptions.settleLetter(claim)
  }

  return {
    async open(now) {
      left = AT_ONCE
      await subscriptions.spread(PAGE, Math.ceil((now + TRIED) / DAY) * DAY)
    },
    async claim(now, heldUntil) {
      if (left === 0) return undefined
      const claim = await subscriptions.claimLetter(now, coarse(heldUntil))
      if (!claim) return undefined
      left -= 1
      return {
        ...claim,
        kind: claim.news === undefined ? 'confirm' : 'news',
        write: () => write(claim),
        settle: () => subscriptions.settleLetter(claim),
        postpone: (dueAt) => subscriptions.postponeLetter(claim, coarse(dueAt)),
        giveUp: (fault) => giveUp(claim, fault),
      }
    },
    async close() {
      if (left < AT_ONCE) await subscriptions.settleDown()
    },
    waiting: () => subscriptions.lettersWaiting(),
  }
}

const coarse = (instant: number) => Math.ceil(instant / (5 * MINUTE)) * 5 * MINUTE
