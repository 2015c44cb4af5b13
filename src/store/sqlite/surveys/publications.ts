import { and, asc, desc, eq, max } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import { same } from '../../../survey/publication/publication.ts'
import type { Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { readFinal } from '../readers/final-release.ts'
import { ownRow } from './own-row.ts'
import { publicationDrafts, publications } from '../schema/schema.ts'
import { undertakingsIn } from './undertakings.ts'

const ALL = 'SELECT (SELECT count(*) FROM publications) + (SELECT count(*) FROM undertakings)'

type Verbs = Pick<
  Store,
  | 'editionDraft'
  | 'saveEdition'
  | 'publish'
  | 'withdraw'
  | 'published'
  | 'publicationCount'
  | 'allPublished'
>

/** Results on their way to the public, and back. */
export function publicationVerbs(connection: Connection): Verbs {
  const write = connection.write.bind(connection)
  return {
    async editionDraft(organisation, survey) {
      return connection.run((db) =>
        ownRow(db, organisation, survey) ? draftIn(db, survey) : undefined,
      )
    },
    async saveEdition(organisation, survey, { revision, edition }, act) {
      return write((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const stands = draftIn(db, survey)
        if (stands && same(stands.edition, edition)) return 'already'
        if ((stands?.revision ?? 0) !== revision) return 'moved'
        const row = { revision: revision + 1, edition, savedBy: act.by, savedAt: act.at }
        db.insert(publicationDrafts)
          .values({ survey, ...row })
          .onConflictDoUpdate({ target: publicationDrafts.survey, set: row })
          .run()
        return 'done'
      })
    },
    async publish(organisation, survey, { seen, note, revision }, act) {
      return write((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const draft = draftIn(db, survey)
        if (!draft || !readFinal(db, survey)) return 'moved'
        const { edition } = draft
        const steps = stepsIn(db, survey)
        const last = steps.at(-1)
        if (last && last.number === seen + 1 && last.by === act.by && same(last.edition, edition)) {
          return 'already'
        }
        if (steps.length !== seen || draft.revision !== revision) return 'moved'
        const row = { survey, number: seen + 1, what: 'publish', edition, note } as const
        db.insert(publications)
          .values({ ...row, by: act.by, at: act.at })
          .run()
        const deed = last?.edition ? 'survey.resultsAmended' : 'survey.resultsPublished'
        record(db, organisation, act, deed, survey)
        return 'done'
      })
    },
    async withdraw(organisation, survey, { seen, note }, act) {
      return write((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const steps = stepsIn(db, survey)
        const last = steps.at(-1)
        if (last?.what === 'withdraw') {
          return last.number === seen + 1 && last.by === act.by ? 'already' : 'moved'
        }
        if (!last || steps.length !== seen) return 'moved'
        const row = { survey, number: seen + 1, what: 'withdraw', edition: null, note } as const
        db.insert(publications)
          .values({ ...row, by: act.by, at: act.at })
          .run()
        record(db, organisation, act, 'survey.resultsWithdrawn', survey)
        return 'done'
      })
    },
    async published(survey) {
      return connection.run((db) => {
        return { steps: stepsIn(db, survey), undertakings: undertakingsIn(db, survey) }
      })
    },
    async publicationCount() {
      return connection.run((db) => db.$client.prepare(ALL).pluck().get() as number)
    },
    async allPublished() {
      return connection.run((db) =>
        newestSteps(db)
          .filter(({ what }) => what === 'publish')
          .map(({ survey }) => survey),
      )
    },
  }
}

const draftIn = (db: Db, survey: string) =>
  db
    .select({ revision: publicationDrafts.revision, edition: publicationDrafts.edition })
    .from(publicationDrafts)
    .where(eq(publicationDrafts.survey, survey))
    .get()

/** Ids of the comments that are quoted in public, or picked to be. */
export function quotedIn(db: Db, survey: string): string[] {
  const editions = [draftIn(db, survey)?.edition, stepsIn(db, survey).at(-1)?.edition]
  return [...new Set(editions.flatMap((edition) => edition?.quotes ?? []))]
}

function stepsIn(db: Db, survey: string) {
  const { number, what, edition, note, by, at } = publications
  return db
    .select({ number, what, edition, note, by, at })
    .from(publications)
    .where(eq(publications.survey, survey))
    .orderBy(asc(number))
    .all()
}

function newestSteps(db: Db) {
  const newest = db
    .select({ survey: publications.survey, number: max(publications.number).as('newest') })
    .from(publications)
    .groupBy(publications.survey)
    .as('newest_steps')
  return db
    .select({ survey: publications.survey, what: publications.what })
    .from(publications)
    .innerJoin(
      newest,
      and(eq(publications.survey, newest.survey), eq(publications.number, newest.number)),
    )
    .orderBy(desc(publications.at), asc(publications.survey))
    .all()
}
