import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeDepartures } from '../../departures.ts'
import type { Subscriptions } from '../../subscriptions.ts'
import { Connection } from '../connection.ts'
import { inOrder } from '../files/migrate.ts'
import { departingVerbs } from './departing.ts'
import { endingVerbs } from './ending.ts'
import { letterVerbs } from './letters.ts'
import { emptyLog } from './log.ts'
import { newsVerbs } from './news.ts'
import { subscriberVerbs } from './subscribers.ts'

const files = import.meta.glob<string>('/db/subscriptions/*.sql', {
  eager: true,
  import: 'default',
  query: '?raw',
})
const migrations = inOrder(files)

/**
 * Opens the subscriptions in a data folder: a database beside that of the responses. Who has gone
 * is noted in a second folder as well, where one is named.
 */
export function openSubscriptions(folder: string, departuresCopy?: string): Subscriptions {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const connection = new Connection(join(folder, 'subscriptions.db'), false, migrations)
  const departures = makeDepartures(folder, departuresCopy)
  return {
    ...subscriberVerbs(connection),
    ...departingVerbs(connection, departures),
    ...newsVerbs(connection),
    ...letterVerbs(connection),
    ...endingVerbs(connection, departures),
    async settleDown() {
      emptyLog(connection)
    },
    async close() {
      connection.close()
    },
  }
}
