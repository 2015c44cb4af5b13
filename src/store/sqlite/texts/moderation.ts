import { and, desc, eq, gte, lt } from 'drizzle-orm'
import { findPassages, type Passage } from '../../../survey/text/passages.ts'
import type { Act, Store } from '../../store.ts'
import type { TextName } from '../../text-room.ts'
import { record } from '../office/audit.ts'
import { type Held, heldText, readComments } from '../readers/comments.ts'
import type { Connection, Db } from '../connection.ts'
import { moderationsOf } from './moderations.ts'
import { audit, hidings, maskings } from '../schema/schema.ts'

type Verbs = Pick<
  Store,
  'comments' | 'maskText' | 'unmaskText' | 'hideText' | 'showText' | 'textSteps'
>
type Surveys = Pick<Store, 'surveyOf'>

/** Released texts, and what people of the office do about them. */
export function moderationVerbs(connection: Connection, surveys: Surveys): Verbs {
  /** Runs a step on an own text; undefined where it is unknown. */
  async function onText<T>(
    { organisation, survey, text }: TextName,
    step: (db: Db, held: Held) => T,
  ): Promise<T | undefined> {
    const found = await surveys.surveyOf(organisation, survey)
    if (!found?.questionnaire) return undefined
    const { questionnaire } = found
    return connection.write((db) => {
      const held = heldText(connection, questionnaire, text)
      return held && step(db, held)
    })
  }

  return {
    async comments(organisation, survey) {
      const found = await surveys.surveyOf(organisation, survey)
      if (!found?.questionnaire) return undefined
      const { questionnaire } = found
      return connection.run(() => readComments(connection, questionnaire))
    },
    async maskText(name, passage, at, act) {
      const done = await onText(name, (db, { written }) => {
        const known = moderationsOf(db, name.survey).get(name.text)?.maskings ?? []
        const places = findPassages(written, known, passage, at)
        if (places.length === 0) return 'absent'
        for (const place of places) mask(db, name, place, act)
        note(db, name, act, 'text.masked')
        return 'done'
      })
      return done ?? 'unknown'
    },
    async unmaskText(name, from, act) {
      const done = await onText(name, (db) => {
        const one = and(ofText(maskings, name), eq(maskings.begins, from))
        const { changes } = db.delete(maskings).where(one).run()
        if (changes > 0) note(db, name, act, 'text.unmasked')
        return true
      })
      return done ?? false
    },
    async hideText(name, reason, act) {
      const done = await onText(name, (db, { field: question, site }) => {
        const row = { ...keyOf(name), question, site, reason, hiddenBy: act.by, hiddenAt: act.at }
        const { changes } = db.insert(hidings).values(row).onConflictDoNothing().run()
        if (changes > 0) note(db, name, act, 'text.hidden')
        return true
      })
      return done ?? false
    },
    async showText(name, act) {
      const done = await onText(name, (db) => {
        const { changes } = db.delete(hidings).where(ofText(hidings, name)).run()
        if (changes > 0) note(db, name, act, 'text.shown')
        return true
      })
      return done ?? false
    },
    async textSteps(name) {
      const lines = and(
        eq(audit.organisation, name.organisation),
        eq(audit.object, objectOf(name)),
        gte(audit.what, 'text.'),
        lt(audit.what, 'text/'),
      )
      return connection.run((db) => {
        const { number, at, by, what, object } = audit
        const line = { number, at, by, what, object }
        return db.select(line).from(audit).where(lines).orderBy(desc(audit.number)).all()
      })
    },
  }
}

/** One masking takes in those that it touches. */
function mask(db: Db, name: TextName, { from, to }: Passage, act: Act) {
  const within = and(gte(maskings.begins, from), lt(maskings.begins, to))
  db.delete(maskings)
    .where(and(ofText(maskings, name), within))
    .run()
  const row = { begins: from, ends: to, maskedBy: act.by, maskedAt: act.at }
  db.insert(maskings)
    .values({ ...keyOf(name), ...row })
    .run()
}

const keyOf = ({ survey, text }: TextName) => ({ survey, text })

const ofText = (table: typeof maskings | typeof hidings, { survey, text }: TextName) =>
  and(eq(table.survey, survey), eq(table.text, text))

/** What the log calls a text: where it is and which, never its words. */
const objectOf = ({ survey, text }: TextName) => `${survey}/${text}`

const note = (db: Db, name: TextName, act: Act, what: Parameters<typeof record>[3]) =>
  record(db, name.organisation, act, what, objectOf(name))
