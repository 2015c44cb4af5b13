import { randomBytes } from 'node:crypto'
import { written } from './one-time-code.ts'
import { lockAway, numberFor, secretIs, unlock } from './secrets.ts'
import type { Subscription, Subscriptions } from './store/subscriptions.ts'
import { CONFIRM_DAYS, KEPT_YEARS, sameAddress } from './survey/subscription.ts'

const DAY = 24 * 60 * 60 * 1000
const HEX = '0123456789abcdef'

interface Deps {
  subscriptions: Subscriptions
  secret: string
  clock: () => number
}

/** Keeps an address that someone has typed, and has its reader asked. */
export async function askSubscriber(
  { subscriptions, secret, clock }: Deps,
  { survey, email, language }: { survey: string; email: string; language: string },
) {
  const id = randomBytes(16)
  const day = dayOf(clock())
  await subscriptions.ask({
    id,
    survey,
    language,
    address: lockAway(secret, lockOf(id), email),
    mark: markFor(secret, 'subscriber', `${survey} ${sameAddress(email)}`),
    today: { day, mark: markFor(secret, 'asking', `${day} ${sameAddress(email)}`) },
    until: Math.floor(clock() / DAY + CONFIRM_DAYS) * DAY,
  })
}

/** Undefined where the installation's secret is another than then. */
export const addressOf = (secret: string, { id, address }: Subscription) =>
  unlock(secret, lockOf(id), address)

/** Erases an address whose owner leaves, or whose mailbox is gone; it does not come back. */
export const eraseSubscriber = (
  { subscriptions, clock }: Pick<Deps, 'subscriptions' | 'clock'>,
  id: Buffer,
) => subscriptions.erase(id, dayOf(clock()))

type Purpose = 'confirm' | 'leave' | 'bounce'

/** What a link holds: it follows from the subscription, and nobody makes it without the secret. */
export const tokenFor = (secret: string, purpose: Purpose, id: Buffer) =>
  id.toString('hex') + proof(secret, purpose, id)

/** The subscription that a token is for, if it is one of ours. */
export function idIn(secret: string, purpose: Purpose, token: string): Buffer | undefined {
  const [, hex, given] = /^([0-9a-f]{32})([0-9a-f]{16})$/.exec(token) ?? []
  const id = Buffer.from(hex ?? '', 'hex')
  return given && secretIs(proof(secret, purpose, id), given) ? id : undefined
}

const proof = (secret: string, purpose: Purpose, id: Buffer) =>
  written(numberFor(secret, `subscription ${purpose}`, id.toString('hex')), HEX, 16)

/**
 * Erases what nobody needs any more: who has not confirmed, and who waits for surveys that are
 * archived or closed long ago.
 */
export async function tidySubscriptions(
  subscriptions: Subscriptions,
  surveys: { id: string; archived: boolean; closes?: string | undefined }[],
  now: number,
  sends: boolean,
) {
  const before = Temporal.PlainDate.from(dayOf(now)).subtract({ years: KEPT_YEARS }).toString()
  const over = surveys.filter(({ archived, closes }) => archived || (closes ?? before) < before)
  await subscriptions.tidy({
    askedBefore: dayOf(now - CONFIRM_DAYS * DAY),
    today: dayOf(now),
    surveys: over.map(({ id }) => id),
    now,
    sends,
  })
}

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10)
const lockOf = (id: Buffer) => `subscriber ${id.toString('hex')}`
const markFor = (secret: string, purpose: string, words: string) =>
  Buffer.from(written(numberFor(secret, purpose, words), HEX, 32), 'hex')
