import Database from 'better-sqlite3'
import { Problem } from '../../../survey/problem.ts'

const files = import.meta.glob<string>('/db/sqlite/*.sql', {
  eager: true,
  import: 'default',
  query: '?raw',
})

/** The steps in files of numbered names. */
export const inOrder = (files: Record<string, string>) =>
  Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sql]) => sql)

const migrations = inOrder(files)

/** How many migrations this version knows. */
export const newest = migrations.length

export const versionOf = (db: Database.Database) =>
  Number(db.pragma('user_version', { simple: true }))

/** Brings the database up to this version, each step in one transaction. Returns how many ran. */
export function migrate(db: Database.Database, steps = migrations): number {
  const newest = steps.length
  const before = versionOf(db)
  if (before > newest) {
    const reason = `the database is of a newer version (${before}) than this program (${newest})`
    throw new Problem('unavailable', [reason])
  }
  for (let version = before; version < newest; version += 1) {
    try {
      db.transaction(() => {
        // Another process may have been faster.
        if (versionOf(db) > version) return
        db.exec(steps[version]!)
        db.pragma(`user_version = ${version + 1}`)
      }).immediate()
    } catch (error) {
      throw withStep(error, version + 1)
    }
  }
  return newest - before
}

/** SQLite names a table at most, which does not tell an operator that it was the upgrade. */
function withStep(error: unknown, step: number): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const words = `the database could not be brought to version ${step}: ${error.message}`
  return new Database.SqliteError(words, error.code)
}
