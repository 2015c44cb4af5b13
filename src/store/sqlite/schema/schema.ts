import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Report } from '../../../survey/tablets/device.ts'
import type { Setup } from '../../../survey/tablets/kiosk.ts'
import type { Logo } from '../../../survey/organisation.ts'
import type { Came } from '../../../survey/release.ts'
import { moves as moveNames } from '../../../survey/life.ts'
import { bytes } from './columns.ts'

export { publicationDrafts, publications, undertakings } from './publications.ts'
export { codings, hidings, maskings, themes } from './text-room.ts'

// The twin of db/sqlite/*.sql; a test holds them together.
export * from './keeping.ts'
export * from './office.ts'
export * from './sign-in.ts'
export * from './sites.ts'

export const organisations = sqliteTable('organisations', {
  id: text().primaryKey(),
  name: text().notNull(),
  accent: text().notNull(),
  demo: integer({ mode: 'boolean' }).notNull(),
  email: text(),
  phone: text(),
  logo: text({ mode: 'json' }).$type<Logo>(),
})

export const surveys = sqliteTable('surveys', {
  id: text().primaryKey(),
  organisation: text().notNull(),
  draft: text().notNull(),
})

export const drafts = sqliteTable('drafts', {
  survey: text().primaryKey(),
  tree: text().notNull(),
  marks: text().notNull(),
  revision: integer().notNull(),
  editedBy: text('edited_by').notNull(),
  editedAt: text('edited_at').notNull(),
  once: text(),
})

export const questionnaires = sqliteTable(
  'questionnaires',
  {
    survey: text().notNull(),
    number: integer().notNull(),
    content: text().notNull(),
    issuedAt: text('issued_at').notNull(),
    issuedBy: text('issued_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.number] })],
)

export const closings = sqliteTable('closings', {
  survey: text().primaryKey(),
  closedAt: text('closed_at').notNull(),
  closedBy: text('closed_by').notNull(),
})

export const moves = sqliteTable(
  'moves',
  {
    survey: text().notNull(),
    number: integer().notNull(),
    what: text({ enum: moveNames }).notNull(),
    by: text().notNull(),
    at: text().notNull(),
    until: text(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.number] })],
)

export const approvals = sqliteTable(
  'approvals',
  {
    survey: text().notNull(),
    revision: integer().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.revision, table.by] })],
)

export const responses = sqliteTable(
  'responses',
  {
    survey: text().notNull(),
    id: bytes('id').notNull(),
    questionnaire: integer().notNull(),
    site: text().notNull(),
    channel: text().notNull(),
    language: text().notNull(),
    date: text().notNull(),
    answers: text().notNull(),
    checksum: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.id] })],
)

export const unsorted = sqliteTable('unsorted', {
  id: bytes('id').primaryKey(),
  responses: text().notNull(),
})

export const tallies = sqliteTable(
  'tallies',
  {
    survey: text().notNull(),
    site: text().notNull(),
    question: text().notNull(),
    cells: text().notNull(),
    waiting: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.site, table.question] })],
)

export const participation = sqliteTable(
  'participation',
  {
    survey: text().notNull(),
    site: text().notNull(),
    channel: text().notNull(),
    language: text().notNull(),
    date: text().notNull(),
    responses: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.survey, table.site, table.channel, table.language, table.date],
    }),
  ],
)

export const texts = sqliteTable(
  'texts',
  {
    survey: text().notNull(),
    question: text().notNull(),
    site: text().notNull(),
    id: bytes('id').notNull(),
    texts: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.question, table.site, table.id] })],
)

export const releases = sqliteTable('releases', {
  survey: text().primaryKey(),
  body: text().notNull(),
  releasedAt: text('released_at').notNull(),
  number: integer().notNull().default(1),
  hash: text(),
  came: text().$type<Came>(),
})

export const emptyReleases = sqliteTable(
  'empty_releases',
  {
    survey: text().notNull(),
    number: integer().notNull(),
    hash: text(),
    releasedAt: text('released_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.survey, table.number] })],
)

export const devices = sqliteTable('devices', {
  id: text().primaryKey(),
  organisation: text().notNull(),
  site: text().notNull(),
  name: text().notNull(),
  addedAt: text('added_at').notNull(),
  pin: text({ mode: 'json' }).$type<Setup['pin']>().notNull(),
  code: bytes('code').unique(),
  codeUntil: integer('code_until'),
  usedCode: bytes('used_code'),
  token: bytes('token').unique(),
  enrolledAt: text('enrolled_at'),
  revokedAt: text('revoked_at'),
  seenAt: integer('seen_at'),
  report: text({ mode: 'json' }).$type<Report>(),
})

export const refusals = sqliteTable(
  'refusals',
  { device: text().notNull(), id: bytes('id').notNull() },
  (table) => [primaryKey({ columns: [table.device, table.id] })],
)

export const sealingKeys = sqliteTable('sealing_keys', {
  id: text().primaryKey(),
  madeAt: integer('made_at').notNull(),
  publicKey: text('public_key').notNull(),
  privateKey: text('private_key').notNull(),
})
