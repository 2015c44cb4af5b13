import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Mapped } from '../../../survey/people/sign-in.ts'
import { bytes } from './columns.ts'

export const halfSessions = sqliteTable('half_sessions', {
  token: bytes('token').primaryKey(),
  user: text().notNull(),
  until: integer().notNull(),
  tries: integer().notNull(),
})

export const secondFactors = sqliteTable('second_factors', {
  user: text().primaryKey(),
  secret: text().notNull(),
  step: integer().notNull(),
})

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  { user: text().notNull(), code: bytes('code').notNull() },
  (table) => [primaryKey({ columns: [table.user, table.code] })],
)

export const secondFactorDemands = sqliteTable('second_factor_demands', {
  organisation: text().primaryKey(),
  demandedAt: text('demanded_at').notNull(),
  demandedBy: text('demanded_by').notNull(),
})

export const passkeys = sqliteTable('passkeys', {
  id: text().primaryKey(),
  user: text().notNull(),
  name: text().notNull(),
  publicKey: bytes('public_key').notNull(),
  counter: integer().notNull(),
  transports: text({ mode: 'json' }).$type<string[]>().notNull(),
  addedAt: text('added_at').notNull(),
  usedOn: text('used_on'),
})

export const errands = sqliteTable('errands', {
  token: bytes('token').primaryKey(),
  kind: text().notNull(),
  body: text().notNull(),
  until: integer().notNull(),
})

export const providers = sqliteTable('providers', {
  organisation: text().primaryKey(),
  issuer: text().notNull(),
  clientId: text('client_id').notNull(),
  secret: text(),
  claim: text().notNull(),
  mapping: text({ mode: 'json' }).$type<Mapped[]>().notNull(),
  passwords: integer({ mode: 'boolean' }).notNull(),
})

export const identities = sqliteTable(
  'identities',
  {
    organisation: text().notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    user: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.issuer, table.subject] })],
)
