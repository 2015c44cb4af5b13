import { keepLines } from './kept-lines.ts'

export const DEPARTURES = 'departures.txt'

/**
 * Subscriptions that were erased, by their random ids and in the order of those, so that an older
 * backup does not bring them back. It says nothing of whose they were.
 */
export function makeDepartures(folder: string, copyTo?: string) {
  const tidied = (ids: string[]) => [...new Set(ids)].toSorted()
  const lines = keepLines({ name: DEPARTURES, folder, copyTo, tidied })
  return {
    read: () => lines.read().map((id) => Buffer.from(id, 'hex')),
    note(ids: Buffer[]) {
      if (ids.length > 0) lines.note(ids.map((id) => id.toString('hex')))
    },
    mend: lines.mend,
  }
}

export type Departures = ReturnType<typeof makeDepartures>
