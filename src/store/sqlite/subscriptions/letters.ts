import { and, count, eq, lte } from 'drizzle-orm'
import type { LetterClaim } from '../../../survey/subscription.ts'
import type { Subscriptions } from '../../subscriptions.ts'
import type { Connection, Db } from '../connection.ts'
import { randomKey } from '../responses/row.ts'
import { endings, letters } from './schema.ts'

type Verbs = Pick<
  Subscriptions,
  'claimLetter' | 'settleLetter' | 'postponeLetter' | 'lettersWaiting'
>

/** Letters on their way to subscribers. */
export function letterVerbs(connection: Connection): Verbs {
  return {
    async claimLetter(now, heldUntil) {
      // Asked every few seconds: who writes is not to be waited for, for nothing.
      if (!connection.run((db) => nextDue(db, now))) return undefined
      return connection.write((db) => {
        const next = nextDue(db, now)
        if (!next) return undefined
        const tries = next.tries + 1
        db.update(letters).set({ dueAt: heldUntil, tries }).where(same(next)).run()
        const { subscription, until } = next
        const id = next.id.toString('hex')
        return { id, subscription, news: next.news || undefined, until, tries }
      })
    },
    async settleLetter(claim) {
      connection.run((db) => db.delete(letters).where(still(claim)).run())
    },
    async postponeLetter(claim, dueAt) {
      connection.run((db) => db.update(letters).set({ dueAt }).where(still(claim)).run())
    },
    async lettersWaiting() {
      return connection.run((db) => db.select({ all: count() }).from(letters).get()!.all)
    },
  }
}

/** Who waits for a letter to confirm has it before the many that news is for. */
const nextDue = (db: Db, now: number) =>
  db
    .select()
    .from(letters)
    .where(lte(letters.dueAt, now))
    .orderBy(letters.dueAt, letters.news)
    .limit(1)
    .get()

/**
 * Puts a letter among those that wait, unless it does already. It is due at once and says no time:
 * when someone asked is not to be read beside when an answer came.
 */
export function addLetter(
  db: Db,
  letter: { subscription: Buffer; news: string; until: number },
): void {
  db.insert(letters)
    .values({ ...letter, id: randomKey(), dueAt: 0, tries: 0, refusals: 0 })
    .onConflictDoNothing()
    .run()
}

export const hasEnded = (db: Db, survey: string) =>
  db.select().from(endings).where(eq(endings.survey, survey)).get() !== undefined

const same = ({ subscription, news }: { subscription: Buffer; news: string | undefined }) =>
  and(eq(letters.subscription, subscription), eq(letters.news, news ?? ''))

/** Each claim counts one try more, so that a late claimer cannot settle for the next. */
const still = (claim: LetterClaim) =>
  and(same(claim), eq(letters.tries, claim.tries), eq(letters.id, Buffer.from(claim.id, 'hex')))
