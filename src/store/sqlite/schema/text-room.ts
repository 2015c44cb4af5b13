import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { hidingReasons } from '../../../survey/text/comment.ts'

// Of the text room; the twin of 0011-texts.sql.
export const hidings = sqliteTable(
  'hidings',
  {
    survey: text().notNull(),
    text: text().notNull(),
    question: text().notNull(),
    site: text().notNull(),
    reason: text({ enum: hidingReasons }).notNull(),
    hiddenBy: text('hidden_by').notNull(),
    hiddenAt: text('hidden_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.text] })],
)

export const maskings = sqliteTable(
  'maskings',
  {
    survey: text().notNull(),
    text: text().notNull(),
    begins: integer().notNull(),
    ends: integer().notNull(),
    maskedBy: text('masked_by').notNull(),
    maskedAt: text('masked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.text, table.begins] })],
)

export const themes = sqliteTable(
  'themes',
  {
    survey: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    key: text().notNull(),
    place: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.id] })],
)

export const codings = sqliteTable(
  'codings',
  {
    survey: text().notNull(),
    text: text().notNull(),
    coder: text().notNull(),
    themes: text({ mode: 'json' }).$type<string[]>().notNull(),
    codedAt: text('coded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.text, table.coder] })],
)
