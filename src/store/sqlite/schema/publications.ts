import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Edition } from '../../../survey/publication/publication.ts'
import type { Undertaking } from '../../../survey/publication/undertaking.ts'
import type { Text } from '../../../survey/questionnaire.ts'

// Of what is published; the twin of 0014-publications.sql.
export const publicationDrafts = sqliteTable('publication_drafts', {
  survey: text().primaryKey(),
  revision: integer().notNull(),
  edition: text({ mode: 'json' }).$type<Edition>().notNull(),
  savedBy: text('saved_by').notNull(),
  savedAt: text('saved_at').notNull(),
})

export const publications = sqliteTable(
  'publications',
  {
    survey: text().notNull(),
    number: integer().notNull(),
    what: text({ enum: ['publish', 'withdraw'] }).notNull(),
    edition: text({ mode: 'json' }).$type<Edition>(),
    note: text({ mode: 'json' }).$type<Text>().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.number] })],
)

export const undertakings = sqliteTable(
  'undertakings',
  {
    survey: text().notNull(),
    id: text().notNull(),
    version: integer().notNull(),
    body: text({ mode: 'json' }).$type<Undertaking>().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.id, table.version] })],
)
