import { desc, eq } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import type { Act } from '../../store.ts'
import type { Db } from '../connection.ts'
import { forgetFinal, readFinal } from '../readers/final-release.ts'
import { participation, questionnaires, releases, withdrawals } from '../schema/schema.ts'

/** Numbers a content as a questionnaire; the same content again is the same number. */
export function issueContent(db: Db, survey: string, content: Content, act: Act) {
  const last = newestIssue(db, survey)
  const text = JSON.stringify(content)
  if (last?.content === text) return { number: last.number, fresh: false }
  const number = (last?.number ?? 0) + 1
  forgetEmptyRelease(db, survey)
  const row = { survey, number, content: text, issuedAt: act.at, issuedBy: act.by }
  db.insert(questionnaires).values(row).run()
  return { number, fresh: true }
}

export const newestIssue = (db: Db, survey: string) =>
  db
    .select()
    .from(questionnaires)
    .where(eq(questionnaires.survey, survey))
    .orderBy(desc(questionnaires.number))
    .limit(1)
    .get()

const isAnswered = (db: Db, survey: string) =>
  db.select().from(participation).where(eq(participation.survey, survey)).get() !== undefined

/** Who took everything back has left a note that they did. */
export const holdsNothing = (db: Db, survey: string) =>
  !isAnswered(db, survey) &&
  db.select().from(withdrawals).where(eq(withdrawals.survey, survey)).get() === undefined

/** Someone is in its numbers, also where they have withdrawn since the final release. */
export const isCounted = (db: Db, survey: string) =>
  isAnswered(db, survey) || (readFinal(db, survey)?.released ?? 0) > 0

/**
 * A final release that nobody is in may go, as where a closing date was wrong. One with answers
 * stands for ever: a second beside it would tell of those who came between.
 */
export function forgetEmptyRelease(db: Db, survey: string) {
  const stands = db.select().from(releases).where(eq(releases.survey, survey)).get()
  if (!stands) return
  if (isCounted(db, survey)) throw new Problem('closed', [`"${survey}" has its final release`])
  forgetFinal(db, stands)
}
