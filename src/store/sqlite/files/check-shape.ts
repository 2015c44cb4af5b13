import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'

/**
 * What a database made anew has and this one has not. The version alone does not tell: where a step
 * was changed after it had run, it says that all is there.
 */
export function missingIn(client: Database.Database): string[] {
  const anew = new Database(':memory:')
  try {
    migrate(anew)
    const there = new Set(partsOf(client))
    return partsOf(anew).filter((part) => !there.has(part))
  } finally {
    anew.close()
  }
}

/** Its tables, indexes and triggers, and the columns of each table. */
const partsOf = (client: Database.Database) =>
  client
    .prepare(
      `SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'
       UNION ALL
       SELECT 'column ' || tables.name || '.' || columns.name
       FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table'`,
    )
    .pluck()
    .all() as string[]
