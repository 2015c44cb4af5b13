import { and, desc, eq } from 'drizzle-orm'
import type { Act, Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import { heldText } from '../readers/comments.ts'
import type { Connection, Db } from '../connection.ts'
import { ownRow } from '../surveys/own-row.ts'
import { codings } from '../schema/schema.ts'
import { themesIn } from './themes.ts'

type Verbs = Pick<Store, 'codings' | 'code'>
type Surveys = Pick<Store, 'surveyOf'>

/** What each person found each text to be about. */
export function codingVerbs(connection: Connection, surveys: Surveys): Verbs {
  return {
    async codings(organisation, survey) {
      return connection.run((db) => {
        if (!ownRow(db, organisation, survey)) return []
        const known = new Set(themesIn(db, survey).map(({ id }) => id))
        const rows = db.select().from(codings).where(eq(codings.survey, survey)).all()
        return rows.map(({ text, coder, themes }) => {
          return { text, coder, themes: themes.filter((theme) => known.has(theme)) }
        })
      })
    },
    async code({ organisation, survey, text }, given, act) {
      const found = await surveys.surveyOf(organisation, survey)
      if (!found?.questionnaire) return false
      const { questionnaire } = found
      return connection.write((db) => {
        if (!heldText(connection, questionnaire, text)) return false
        const known = themesIn(db, survey).map(({ id }) => id)
        const themes = known.filter((theme) => given.includes(theme))
        if (!isGoingOn(db, survey, act)) record(db, organisation, act, 'survey.coded', survey)
        const row = { themes, codedAt: act.at }
        db.insert(codings)
          .values({ survey, text, coder: act.by, ...row })
          .onConflictDoUpdate({ target: [codings.survey, codings.text, codings.coder], set: row })
          .run()
        return true
      })
    },
  }
}

/** Coding is a comment after the other; the audit log tells of a person's hour once. */
function isGoingOn(db: Db, survey: string, { by, at }: Act): boolean {
  const last = db
    .select({ at: codings.codedAt })
    .from(codings)
    .where(and(eq(codings.survey, survey), eq(codings.coder, by)))
    .orderBy(desc(codings.codedAt))
    .limit(1)
    .get()
  return last?.at.slice(0, 13) === at.slice(0, 13)
}
