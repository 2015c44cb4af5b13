import { join } from 'node:path'
import Database from 'better-sqlite3'

/** One server at a time, and beside it one backup. */
export type LockName = 'server.lock' | 'backup.lock'

/**
 * Takes the data folder for one server; the operating system lets go of it when the process ends,
 * however it ends. Returns undefined where another server has it.
 */
export function lockFolder(
  folder: string,
  name: LockName = 'server.lock',
): { release(): void } | undefined {
  const lock = new Database(join(folder, name), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return undefined
    throw error
  }
}
