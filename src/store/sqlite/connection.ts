import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { Problem } from '../../survey/problem.ts'
import { migrate, versionOf } from './files/migrate.ts'

export type Db = BetterSQLite3Database & { $client: Database.Database }

/** SQLite's own codes for "I cannot promise this"; anything else is a mistake of ours. */
const cannot =
  /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN|BUSY|LOCKED|PROTOCOL|NOLFS|PERM|AUTH)/

/** A database connection that is given up after an I/O error and opened afresh when next needed. */
export class Connection {
  readonly #path: string
  readonly #migrations: string[] | undefined
  #db: Db | undefined
  #made = new Map<unknown, unknown>()
  #failed = false

  /** Makes the database where there is none, unless it has been there before. */
  constructor(path: string, isThere = false, migrations?: string[]) {
    this.#path = path
    this.#migrations = migrations
    this.#db = open(path, isThere, migrations)
  }

  get db(): Db {
    this.#db ??= open(this.#path, true, this.#migrations)
    return this.#db
  }

  /** What `make` makes of the open connection, such as prepared statements; once per opening. */
  made<T>(make: (db: Db) => T): T {
    const { db } = this
    if (!this.#made.has(make)) this.#made.set(make, make(db))
    return this.#made.get(make) as T
  }

  /**
   * Runs one step. Where the database fails, the connection is closed, so that nothing is ever
   * acknowledged on a broken one, and Problem `unavailable` says so.
   */
  run<T>(step: (db: Db) => T): T {
    try {
      return step(this.db)
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || !cannot.test(error.code)) throw error
      this.#failed = true
      if (!/^SQLITE_(BUSY|LOCKED)/.test(error.code)) this.close()
      throw new Problem('unavailable', [`${error.code}: ${error.message}`])
    }
  }

  /** Runs one step as a transaction that takes the right to write at its start. */
  write<T>(step: (db: Db) => T): T {
    return this.run((db) => db.$client.transaction(() => step(db)).immediate())
  }

  /** The same, where it changes what is held in memory. */
  change<T>(step: (db: Db) => T): T {
    return this.run(() => {
      const result = this.write(step)
      this.forget()
      return result
    })
  }

  /** Whether it can promise. After a failure only a write that reaches the disk tells. */
  prove() {
    this.run(({ $client: client }) => {
      client.exec('BEGIN IMMEDIATE')
      if (this.#failed) client.pragma(`user_version = ${versionOf(client)}`)
      client.exec(this.#failed ? 'COMMIT' : 'ROLLBACK')
    })
    this.#failed = false
  }

  /** Drops what was made of the connection, where this process changed what it rests on. */
  forget() {
    this.#made.clear()
  }

  close() {
    const db = this.#db
    this.#db = undefined
    this.#made.clear()
    db?.$client.close()
  }
}

function open(path: string, isThere: boolean, migrations?: string[]): Db {
  // An empty one in its place, as where a disk was unmounted, would take answers and lose them.
  if (isThere && !existsSync(path)) throw new Problem('unavailable', [`${path} has gone`])
  const client = new Database(path, { timeout: 5000, fileMustExist: isThere })
  try {
    client.pragma('journal_mode = WAL')
    client.pragma('synchronous = FULL')
    client.pragma('foreign_keys = ON')
    client.pragma('cache_size = -65536')
    // 16 MB: pages that change often are copied back once instead of every time.
    client.pragma('wal_autocheckpoint = 4000')
    client.pragma('secure_delete = ON')
    assertPragma(client, 'journal_mode', 'wal')
    assertPragma(client, 'synchronous', 2)
    migrate(client, migrations)
    return drizzle({ client })
  } catch (error) {
    client.close()
    throw error
  }
}

/** What we promise rests on these; a file system that cannot give them is refused. */
function assertPragma(client: Database.Database, name: string, expected: unknown) {
  const value = client.pragma(name, { simple: true })
  if (value === expected) return
  throw new Problem('unavailable', [`SQLite refused ${name}: it is ${String(value)}`])
}
