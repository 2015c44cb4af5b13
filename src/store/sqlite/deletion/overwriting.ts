import type { Db } from '../connection.ts'
import { cutLog } from './cut-log.ts'

/**
 * SQLite's own erasing (`secure_delete`) leaves copies of rows that were moved from page to page,
 * and the write-ahead log has pages as they were: the database is written anew, and the log cut.
 * Where it cannot be cut, writing anew would be for nothing.
 */
export function overwrite({ $client: client }: Db): number | undefined {
  const pages = () => Number(client.pragma('page_count', { simple: true }))
  const before = pages()
  if (!cutLog(client)) return undefined
  client.exec('VACUUM')
  return cutLog(client) ? Math.max(0, before - pages()) : undefined
}
