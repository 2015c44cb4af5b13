import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { eq, max } from 'drizzle-orm'
import { canonical } from '../../../survey/canonical.ts'
import type { Came, Release } from '../../../survey/release.ts'
import type { Db } from '../connection.ts'
import { emptyReleases, releases } from '../schema/schema.ts'

type Row = typeof releases.$inferSelect

/** The final release of a survey, where it stands. */
export function readFinal(db: Db, survey: string): Release | undefined {
  const row = db.select().from(releases).where(eq(releases.survey, survey)).get()
  if (!row) return undefined
  const { number, hash, releasedAt: at, came } = row
  const standing = { number, at, ...(hash && { hash }), ...(came && { came }) }
  return { ...(JSON.parse(row.body) as Release), standing }
}

/** Stores a final release under the survey's next number. False where one stands. */
export function putFinal(
  db: Db,
  survey: string,
  release: Release,
  releasedAt: string,
  came: Came | undefined,
): boolean {
  const gone = db
    .select({ last: max(emptyReleases.number) })
    .from(emptyReleases)
    .where(eq(emptyReleases.survey, survey))
    .get()
  const number = (gone?.last ?? 0) + 1
  const row = { survey, number, body: JSON.stringify(release), releasedAt, came: came ?? null }
  const signed = { ...row, hash: hashOf(row) }
  return db.insert(releases).values(signed).onConflictDoNothing().run().changes > 0
}

/** One that nobody is in goes; its number is not given again. */
export function forgetFinal(db: Db, { survey, number, hash, releasedAt }: Row) {
  db.insert(emptyReleases).values({ survey, number, hash, releasedAt }).run()
  db.delete(releases).where(eq(releases.survey, survey)).run()
}

/** Says every final release that is not as it was signed. */
export function checkReleases(client: Database.Database, say: (fault: string) => void) {
  const rows = client
    .prepare('SELECT survey, number, body, hash, came, released_at AS releasedAt FROM releases')
    .all() as Row[]
  for (const row of rows) {
    if (row.hash === null || hashOf(row) === row.hash) continue
    say(`release ${row.number} of ${row.survey}: it is not what was signed`)
  }
}

function hashOf({ survey, number, body, releasedAt, came }: Omit<Row, 'hash'>): string {
  const release = JSON.parse(body) as Release
  return hash('sha256', canonical({ survey, number, at: releasedAt, came, release }), 'hex')
}
