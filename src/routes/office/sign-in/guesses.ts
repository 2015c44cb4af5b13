import { networkMark, networkOf } from '../../../network.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { makeThrottle } from './throttle.ts'

const MINUTE = 60_000

interface Limits {
  /** tries for one account from one network before it has to wait */
  pair: number
  /** for one account from everywhere: who has never been let in from where they are has to wait */
  account: number
  /** from one network for all accounts: who has never been let in from there has to wait */
  network: number
  /** the same for everyone there, so that nobody keeps us busy; people share a network */
  flood: number
}

/**
 * Holds back who tries for others. Nobody is locked out by what others do: a wait for an account
 * or a network spares who was let in to that account from that network before. Unknown addresses
 * are treated as known ones.
 */
export function makeGuesses({ store, clock, secret }: Deps, limits: Limits) {
  const pair = makeThrottle({ free: limits.pair, longest: 15 * MINUTE }, clock)
  const account = makeThrottle({ free: limits.account, longest: 15 * MINUTE }, clock)
  const network = makeThrottle({ free: limits.network, longest: MINUTE }, clock)
  const flood = makeThrottle({ free: limits.flood, longest: MINUTE }, clock)

  return {
    /** Problem `too-many` where this network has to wait. It counts until it is known to be right. */
    begin(address: string, email: string) {
      const from = networkOf(address)
      const both = `${from} ${email}`
      refuse(Math.max(pair.wait(both), flood.wait(from)))
      const besieged = Math.max(account.wait(email), network.wait(from))
      pair.count(both)
      network.count(from)
      flood.count(from)
      account.count(email)
      return {
        /** Problem `too-many` where the account or the network is guessed at by others. */
        wrong: () => refuse(besieged),
        /** The same, unless the account was signed in to from here before. */
        async right(user: string) {
          if (besieged > 0 && !(await this.isKnown(user))) refuse(besieged)
          // Who has an account of another organisation under the address may still be guessing.
          const isOnly = (await store.usersByEmail(email)).length === 1
          if (isOnly) pair.clear(both)
          else pair.takeBack(both)
          network.takeBack(from)
          flood.takeBack(from)
          account.takeBack(email)
        },
        besieged: besieged > 0,
        /** Whether that account, or without one any of the address, was signed in to from here. */
        isKnown: (user?: string) =>
          store.knowsNetwork(email, networkMark(secret, email, from), clock(), user),
      }
    },
  }
}

function refuse(wait: number) {
  if (wait > 0) throw new Problem('too-many', [], Math.ceil(wait / 1000))
}
