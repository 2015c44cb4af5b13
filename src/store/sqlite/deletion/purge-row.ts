import type { Purge } from '../../../survey/purge.ts'
import type { Db } from '../connection.ts'
import { purges } from '../schema/schema.ts'

/** Every protocol, by survey. */
export function readPurges(db: Db): Map<string, Purge> {
  const rows = db.select().from(purges).all()
  return new Map(
    rows.map(({ purgedOn, reason, erasedAt, pages, ...row }) => [
      row.survey,
      {
        ...row,
        on: purgedOn,
        ...(reason !== null && { reason }),
        ...(erasedAt !== null && { erasedAt }),
        ...(pages !== null && { pages }),
      },
    ]),
  )
}
