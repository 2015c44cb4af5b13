import { statSync } from 'node:fs'
import type { Connection } from '../connection.ts'
import { cutLog } from '../deletion/cut-log.ts'

/**
 * What was erased is also gone from the write-ahead log, unless someone reads just now: so it is
 * asked for every minute, and does nothing where the log is empty.
 */
export function emptyLog(connection: Connection) {
  connection.run(({ $client: client }) => {
    const log = statSync(`${client.name}-wal`, { throwIfNoEntry: false })
    if (log && log.size > 0) cutLog(client)
  })
}
