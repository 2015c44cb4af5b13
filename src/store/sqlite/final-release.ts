import { eq } from 'drizzle-orm'
import type { Release } from '../../survey/release.ts'
import type { Db } from './connection.ts'
import { releases } from './schema.ts'

/** The final release of a survey, where it stands. */
export function readFinal(db: Db, survey: string): Release | undefined {
  const row = db.select().from(releases).where(eq(releases.survey, survey)).get()
  return row && (JSON.parse(row.body) as Release)
}
