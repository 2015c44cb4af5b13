import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { purgeWays } from '../../../survey/purge.ts'
import type { Text } from '../../../survey/questionnaire.ts'
import { bytes } from './columns.ts'

// The twin of 0013-purges.sql and 0015-withdrawals.sql.
export const purges = sqliteTable('purges', {
  survey: text().primaryKey(),
  purgedOn: text('purged_on').notNull(),
  retainUntil: text('retain_until').notNull(),
  decision: text({ mode: 'json' }).$type<Text>().notNull(),
  way: text({ enum: purgeWays }).notNull(),
  reason: text(),
  responses: integer().notNull(),
  texts: integer().notNull(),
  erasedAt: text('erased_at'),
  pages: integer(),
})

export const purgeWarnings = sqliteTable(
  'purge_warnings',
  {
    survey: text().notNull(),
    retainUntil: text('retain_until').notNull(),
    days: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.retainUntil, table.days] })],
)

export const owedErasures = sqliteTable('owed_erasures', { since: text().primaryKey() })

export const withdrawals = sqliteTable(
  'withdrawals',
  { survey: text().notNull(), id: bytes('id').notNull() },
  (table) => [primaryKey({ columns: [table.survey, table.id] })],
)
