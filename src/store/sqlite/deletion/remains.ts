import { eq } from 'drizzle-orm'
import type { Remains } from '../../ledger.ts'
import type { Db } from '../connection.ts'
import { forgetFinal } from '../readers/final-release.ts'
import { participation, releases } from '../schema/schema.ts'

/** What stays when the responses of a survey are deleted. */
export function remainsOf(db: Db, survey: string): Remains {
  const { survey: _, ...release } = db
    .select()
    .from(releases)
    .where(eq(releases.survey, survey))
    .get()!
  const rows = db.select().from(participation).where(eq(participation.survey, survey)).all()
  return {
    release,
    participation: rows.map(({ site, channel, language, date, responses }) => [
      site,
      channel,
      language,
      date,
      responses,
    ]),
  }
}

/** Puts the numbers that people have seen in the place of those of an older backup. */
export function bringBack(db: Db, survey: string, remains: Remains) {
  const stands = db.select().from(releases).where(eq(releases.survey, survey)).get()
  // Only an empty one is ever followed by another number.
  if (stands && stands.number !== remains.release.number) forgetFinal(db, stands)
  db.insert(releases)
    .values({ survey, ...remains.release })
    .onConflictDoUpdate({ target: releases.survey, set: remains.release })
    .run()
  db.delete(participation).where(eq(participation.survey, survey)).run()
  for (const [site, channel, language, date, responses] of remains.participation) {
    db.insert(participation).values({ survey, site, channel, language, date, responses }).run()
  }
}
