import { and, eq } from 'drizzle-orm'
import type { Db } from '../connection.ts'
import { surveys } from '../schema/schema.ts'

/** The row of a survey that is the organisation's; undefined for another's, as for none. */
export const ownRow = (db: Db, organisation: string, survey: string) =>
  db
    .select()
    .from(surveys)
    .where(and(eq(surveys.id, survey), eq(surveys.organisation, organisation)))
    .get()
