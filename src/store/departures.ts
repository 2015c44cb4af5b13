import { makeLastingList } from './lasting-list.ts'

/** A subscriber who has gone, and must not come back with an older backup. */
export interface Departure {
  date: string
  /** hash of the subscription's random id, in hex: it says nothing of whose it was */
  subscription: string
}

export const DEPARTURES = 'departures.jsonl'

/** Who has gone, beside the subscriptions as the ledger of erasures is beside the responses. */
export const makeDepartures = (folder: string, copyTo?: string) =>
  makeLastingList<Departure>({ name: DEPARTURES, folder, copyTo, merged })

export type Departures = ReturnType<typeof makeDepartures>

const merged = (all: Departure[]) => [
  ...new Map(all.map((one) => [one.subscription, one])).values(),
]
