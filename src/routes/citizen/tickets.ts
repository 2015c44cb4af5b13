import { makeSecret } from '../../secrets.ts'

/** A ticket holds so long (milliseconds). */
const HOLDS = 10 * 60_000
/** So many are remembered; above, the oldest goes, and its code is not shown. */
const MOST = 20_000

interface Held {
  survey: string
  receipt: string
  until: number
}

export type Tickets = ReturnType<typeof makeTickets>

/**
 * Takes a receipt from the sending to the thanks without its standing in an address: the address
 * has a ticket, which is worth nothing once the page was fetched. In memory only: after a restart
 * no code is shown.
 */
export function makeTickets(clock: () => number) {
  const tickets = new Map<string, Held>()

  function forget(now: number) {
    for (const [ticket, { until }] of tickets) {
      if (until > now && tickets.size <= MOST) return
      tickets.delete(ticket)
    }
  }

  return {
    issue(survey: string, receipt: string): string {
      const now = clock()
      const ticket = makeSecret()
      tickets.set(ticket, { survey, receipt, until: now + HOLDS })
      forget(now)
      return ticket
    },
    /** The receipt of a ticket, once. */
    take(survey: string, ticket: string): string | undefined {
      const held = tickets.get(ticket)
      if (held?.survey !== survey) return undefined
      tickets.delete(ticket)
      return held.until > clock() ? held.receipt : undefined
    },
  }
}
