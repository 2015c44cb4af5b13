import { and, count, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Claimed, Posting } from '../../../survey/people/letter.ts'
import type { Store } from '../../store.ts'
import type { MailStore } from '../../mail.ts'
import type { Connection, Db } from '../connection.ts'
import { randomKey } from '../responses/row.ts'
import { outbox, users } from '../schema/schema.ts'

type Verbs = Pick<Store, keyof MailStore>

/** Puts a letter into the outbox, within the transaction that causes it. */
export function enqueue(db: Db, posting: Posting | undefined) {
  if (!posting) return
  const { at: dueAt, ...row } = posting
  db.insert(outbox)
    .values({ ...row, dueAt, tries: 0 })
    .onConflictDoNothing()
    .run()
}

/**
 * Takes back letters with a link to a new password. One may have arrived all the same, and trying
 * it again would make its used link good again.
 */
export function withdrawResets(db: Db, person: string) {
  const { letter } = outbox
  const theirs = sql`${letter} ->> '$.kind' = 'reset' and ${letter} ->> '$.person' = ${person}`
  db.delete(outbox).where(theirs).run()
}

export function outboxVerbs(connection: Connection): Verbs {
  return {
    async enqueue(posting) {
      connection.write((db) => enqueue(db, posting))
    },
    async claimLetter(now, heldUntil) {
      // Asked every few seconds: who writes is not to be waited for, for nothing.
      if (!connection.run((db) => nextDue(db, now))) return undefined
      return connection.write((db) => {
        const next = nextDue(db, now)
        if (!next) return undefined
        const { id, letter, language, until } = next
        const tries = next.tries + 1
        db.update(outbox).set({ dueAt: heldUntil, tries }).where(eq(outbox.id, id)).run()
        return { id, letter, language, until, tries }
      })
    },
    async settleLetter(claimed) {
      connection.write((db) => settle(db, claimed))
    },
    async postponeLetter(claimed, dueAt) {
      connection.run((db) => db.update(outbox).set({ dueAt }).where(still(claimed)).run())
    },
    async dropLetters(now) {
      connection.run((db) => db.delete(outbox).where(lt(outbox.until, now)).run())
    },
    async lettersWaiting() {
      return connection.run((db) => db.select({ all: count() }).from(outbox).get()!.all)
    },
    async answerForgotten(claimed, email, at, until) {
      connection.write((db) => {
        if (!settle(db, claimed)) return
        const there = and(eq(users.email, email), isNull(users.suspendedAt))
        for (const { id: person, organisation } of db.select().from(users).where(there).all()) {
          const letter = { kind: 'reset', organisation, person } as const
          const id = randomKey().toString('base64url')
          enqueue(db, { id, letter, language: claimed.language, at, until })
        }
      })
    },
  }
}

const nextDue = (db: Db, now: number) =>
  db.select().from(outbox).where(lte(outbox.dueAt, now)).orderBy(outbox.dueAt).limit(1).get()

const settle = (db: Db, claimed: Claimed) =>
  db.delete(outbox).where(still(claimed)).run().changes > 0

/** Each claim counts one try more, so that a late claimer cannot settle for the next. */
const still = ({ id, tries }: Claimed) => and(eq(outbox.id, id), eq(outbox.tries, tries))
