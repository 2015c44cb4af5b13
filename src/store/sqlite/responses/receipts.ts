import { and, eq } from 'drizzle-orm'
import type { Answers } from '../../../survey/response.ts'
import type { Ledger } from '../../ledger.ts'
import type { ReceiptStore } from '../../receipts.ts'
import type { Connection, Db } from '../connection.ts'
import { responseKey, type Row } from './row.ts'
import { owedErasures, purges, surveys, withdrawals } from '../schema/schema.ts'
import { findRow, findSorted, takeOut, unsortedOf } from './take-out.ts'

export function receiptVerbs(connection: Connection, ledger: Ledger): ReceiptStore {
  return {
    async responseOf(id) {
      const row = connection.run((db) => findAnywhere(db, responseKey(id)))
      if (!row) return undefined
      const { id: _id, checksum: _checksum, answers, ...rest } = row
      return { ...rest, answers: JSON.parse(answers) as Answers }
    },
    async withdrawResponse(survey, id, date) {
      const key = responseKey(id)
      return connection.change((db) => {
        if (isPurged(db, survey)) return false
        if (!findRow(db, survey, key)) return wasWithdrawn(db, survey, key)
        takeOut(db, survey, key)
        db.insert(owedErasures).values({ since: date }).onConflictDoNothing().run()
        // Before the commit: what is in the ledger and not done is done once more, at no harm.
        ledger.note({ date, kind: 'withdrawal', survey, response: key.toString('hex') })
        return true
      })
    },
    async withdrawnFrom(id) {
      const key = responseKey(id)
      return connection.run((db) => surveysOf(db).find((survey) => wasWithdrawn(db, survey, key)))
    },
  }
}

/** By the key of each survey in turn: an index over all of them would be one more thing stored. */
function findAnywhere(db: Db, key: Buffer): Row | undefined {
  const open = surveysOf(db).filter((survey) => !isPurged(db, survey))
  for (const survey of open) {
    const found = findSorted(db, survey, key)
    if (found) return found
  }
  return unsortedOf(db, key).find(({ survey }) => open.includes(survey))
}

const surveysOf = (db: Db) =>
  db
    .select({ id: surveys.id })
    .from(surveys)
    .all()
    .map(({ id }) => id)

const isPurged = (db: Db, survey: string) =>
  db.select().from(purges).where(eq(purges.survey, survey)).get() !== undefined

const wasWithdrawn = (db: Db, survey: string, id: Buffer) =>
  db
    .select()
    .from(withdrawals)
    .where(and(eq(withdrawals.survey, survey), eq(withdrawals.id, id)))
    .get() !== undefined
