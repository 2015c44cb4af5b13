import { eq } from 'drizzle-orm'
import type { Moderation } from '../../../survey/text/comment.ts'
import type { Db } from '../connection.ts'
import { hidings, maskings } from '../schema/schema.ts'

/** What was done about the texts of a survey, by id; a hidden one with where it belongs. */
export type Moderations = Map<string, Moderation & { of?: { field: string; site: string } }>

export function moderationsOf(db: Db, survey: string): Moderations {
  const found: Moderations = new Map()
  for (const row of db.select().from(maskings).where(eq(maskings.survey, survey)).all()) {
    const masking = { from: row.begins, to: row.ends, by: row.maskedBy, at: row.maskedAt }
    found.set(row.text, { maskings: [...(found.get(row.text)?.maskings ?? []), masking] })
  }
  for (const row of db.select().from(hidings).where(eq(hidings.survey, survey)).all()) {
    found.set(row.text, {
      maskings: found.get(row.text)?.maskings ?? [],
      hiding: { reason: row.reason, by: row.hiddenBy, at: row.hiddenAt },
      of: { field: row.question, site: row.site },
    })
  }
  return found
}
