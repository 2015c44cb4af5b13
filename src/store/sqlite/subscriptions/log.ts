import type { Connection } from '../connection.ts'

/** What was erased is also gone from the write-ahead log, unless someone reads just now. */
export function emptyLog(connection: Connection) {
  connection.run(({ $client: client }) => client.pragma('wal_checkpoint(TRUNCATE)'))
}
