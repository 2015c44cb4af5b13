import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SiteFileOutcome } from '../../sites.ts'
import { bytes } from './columns.ts'

export const logos = sqliteTable('logos', {
  organisation: text().primaryKey(),
  hash: text().notNull().unique(),
  bytes: bytes('bytes').notNull(),
})

export const sites = sqliteTable(
  'sites',
  {
    organisation: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    names: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    listed: integer(),
    countedOn: text('counted_on'),
    siteGroup: text('site_group'),
    retiredAt: text('retired_at'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.id] })],
)

export const siteGroups = sqliteTable(
  'site_groups',
  { organisation: text().notNull(), id: text().notNull(), name: text().notNull() },
  (table) => [primaryKey({ columns: [table.organisation, table.id] })],
)

export const siteFiles = sqliteTable('site_files', {
  id: text().primaryKey(),
  organisation: text().notNull(),
  heldAt: text('held_at').notNull(),
  text: text().notNull(),
  encoding: text().notNull(),
  outcome: text({ mode: 'json' }).$type<SiteFileOutcome>(),
})
