import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'

/**
 * Resolves when the product has sorted in what a burst left, which must not slow the floor down.
 */
export async function settled(path: string) {
  const client = new Database(path, { readonly: true })
  const left = client.prepare('SELECT count(*) FROM unsorted').pluck()
  while (left.get() !== 0) await pause(20)
  client.close()
}
