import type { Db } from '../connection.ts'

/** So many milliseconds readers are waited for, while everyone waits for us. */
const PATIENCE = 250

/** Leaves nothing in the write-ahead log. False where others still read what is there. */
export function cutLog(client: Db['$client']): boolean {
  const usual = Number(client.pragma('busy_timeout', { simple: true }))
  client.pragma(`busy_timeout = ${PATIENCE}`)
  try {
    const [cut] = client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return cut?.busy === 0
  } finally {
    client.pragma(`busy_timeout = ${usual}`)
  }
}
