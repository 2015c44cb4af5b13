import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { News } from '../../../survey/subscription.ts'
import { bytes } from '../schema/columns.ts'

// The twin of db/subscriptions/*.sql; a test holds them together.

export const subscriptions = sqliteTable('subscriptions', {
  id: bytes('id').primaryKey(),
  mark: bytes('mark').notNull().unique(),
  survey: text().notNull(),
  address: text().notNull(),
  language: text().notNull(),
  askedOn: text('asked_on'),
})

export const askings = sqliteTable(
  'askings',
  {
    day: text().notNull(),
    mark: bytes('mark').notNull(),
    letters: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.mark] })],
)

export const news = sqliteTable('news', {
  id: text().primaryKey(),
  survey: text().notNull(),
  words: text({ mode: 'json' }).$type<News>(),
  told: bytes('told').notNull(),
})

export const letters = sqliteTable(
  'letters',
  {
    subscription: bytes('subscription').notNull(),
    news: text().notNull(),
    id: bytes('id').notNull(),
    dueAt: integer('due_at').notNull(),
    until: integer().notNull(),
    tries: integer().notNull(),
    // Not counted any more: no number of refusals says that an address is gone.
    refusals: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subscription, table.news] })],
)

export const endings = sqliteTable('endings', { survey: text().primaryKey() })
