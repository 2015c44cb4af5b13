import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Letter } from '../../../survey/people/letter.ts'
import { roles } from '../../../survey/rights.ts'
import { ways } from '../../../survey/people/sign-in.ts'
import { bytes } from './columns.ts'

const access = {
  role: text({ enum: roles }).notNull(),
  sites: text({ mode: 'json' }).$type<string[]>().notNull(),
}

export const users = sqliteTable('users', {
  id: text().primaryKey(),
  organisation: text().notNull(),
  email: text().notNull(),
  name: text().notNull(),
  password: text().notNull(),
  ...access,
  suspendedAt: text('suspended_at'),
  seenOn: text('seen_on'),
})

export const formerUsers = sqliteTable('former_users', {
  id: text().primaryKey(),
  organisation: text().notNull(),
  name: text().notNull(),
})

export const invites = sqliteTable('invites', {
  id: text().primaryKey(),
  organisation: text().notNull(),
  code: bytes('code').notNull().unique(),
  codeUntil: integer('code_until').notNull(),
  email: text().notNull(),
  name: text().notNull(),
  ...access,
  invitedBy: text('invited_by').notNull(),
})

export const sessions = sqliteTable('sessions', {
  token: bytes('token').primaryKey(),
  user: text().notNull(),
  startedAt: integer('started_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  id: text().notNull(),
  way: text({ enum: ways }).notNull(),
})

export const outbox = sqliteTable('outbox', {
  id: text().primaryKey(),
  letter: text({ mode: 'json' }).$type<Letter>().notNull(),
  language: text().notNull(),
  dueAt: integer('due_at').notNull(),
  until: integer().notNull(),
  tries: integer().notNull(),
})

export const resets = sqliteTable('resets', {
  user: text().primaryKey(),
  code: bytes('code').notNull().unique(),
  codeUntil: integer('code_until').notNull(),
})

export const networks = sqliteTable(
  'networks',
  { user: text().notNull(), mark: bytes('mark').notNull(), seenOn: text('seen_on').notNull() },
  (table) => [primaryKey({ columns: [table.user, table.mark] })],
)

export const audit = sqliteTable(
  'audit',
  {
    organisation: text().notNull(),
    number: integer().notNull(),
    at: text().notNull(),
    by: text().notNull(),
    what: text().notNull(),
    object: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.number] })],
)

export const welcomes = sqliteTable('welcomes', {
  organisation: text().primaryKey(),
  code: bytes('code').notNull().unique(),
})

export const tokens = sqliteTable('tokens', {
  token: bytes('token').primaryKey(),
  organisation: text().notNull(),
  scope: text({ enum: ['read', 'import'] }).notNull(),
  madeAt: text('made_at').notNull(),
})
