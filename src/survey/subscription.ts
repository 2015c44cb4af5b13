import type { Text } from './questionnaire.ts'

/** What subscribers are told of: results, a decision, and what was done. */
export const newsKinds = ['results', 'decision', 'did'] as const
export type NewsKind = (typeof newsKinds)[number]

export interface News {
  /** never used again for anything else */
  id: string
  survey: string
  kind: NewsKind
  title: Text
  summary: Text
  /** where one reads more: a path of ours */
  path: string
}

/** A letter to a subscriber, on its way. */
export interface LetterClaim {
  /** the same at each try */
  id: string
  subscription: Buffer
  /** undefined: it asks whether the address is right */
  news: string | undefined
  until: number
  tries: number
}

/** So many days an address waits to be confirmed. */
export const CONFIRM_DAYS = 7
/** So many letters that ask are sent to one address in a day. */
export const ASKED_A_DAY = 3
/** So many years after closing an address is kept at most. */
export const KEPT_YEARS = 2

/**
 * How many want letters, as the office sees it: in steps, so that nobody can watch a colleague's
 * or a neighbour's address come or go.
 */
export const inSteps = (subscribers: number) => Math.floor(subscribers / 5) * 5

export type AddressFault = 'missing' | 'address' | 'local' | 'long'

/** An address as letters are sent to it, or what is wrong with it. */
export function readAddress(given: string): { email: string } | { fault: AddressFault } {
  const trimmed = given.trim().normalize('NFC')
  if (trimmed === '') return { fault: 'missing' }
  const at = trimmed.lastIndexOf('@')
  const local = trimmed.slice(0, at)
  const domain = asciiDomain(trimmed.slice(at + 1))
  if (at < 1 || !domain) return { fault: 'address' }
  if (/^[^\s@"<>()[\]\\,;:\p{Cc}]+$/u.test(local) && /[^\0-\x7f]/.test(local)) {
    return { fault: 'local' }
  }
  if (!dotAtom.test(local)) return { fault: 'address' }
  const email = `${local}@${domain}`
  return local.length > 64 || email.length > 254 ? { fault: 'long' } : { email }
}

// RFC 5321 without quoting: nobody has such a mailbox, and it would end the address in a letter.
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const named = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/** Åäö in a domain are written as the network has them. */
function asciiDomain(domain: string): string | undefined {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return undefined
  const ascii = URL.parse(`http://${domain}/`)?.hostname
  return ascii !== undefined && named.test(ascii) ? ascii : undefined
}

/** Two ways of writing one address are one subscriber. */
export const sameAddress = (email: string) => email.toLowerCase()
