import { and, eq, gte, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import type { KnownDevice } from '../../survey/device.ts'
import { Problem } from '../../survey/problem.ts'
import type { Device, Store } from '../store.ts'
import type { Connection } from './connection.ts'
import { devices } from './schema.ts'

type Verbs = Pick<
  Store,
  | 'addDevice'
  | 'devices'
  | 'renewCode'
  | 'enrol'
  | 'device'
  | 'heard'
  | 'countRefused'
  | 'changeDevice'
  | 'revokeDevice'
  | 'removeDevice'
>
type Row = typeof devices.$inferSelect

export function deviceVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  const change = (where: SQL | undefined, set: SQLiteUpdateSetSource<typeof devices>) =>
    run((db) => db.update(devices).set(set).where(where).run().changes > 0)
  return {
    async addDevice(organisation, device) {
      const { changes } = run((db) =>
        db
          .insert(devices)
          .values({ ...device, organisation, refused: 0 })
          .onConflictDoNothing({ target: devices.id })
          .run(),
      )
      if (changes === 0) throw new Problem('taken', [`there is a device ${device.id} already`])
    },
    async devices(organisation) {
      const rows = run((db) =>
        db
          .select()
          .from(devices)
          .where(eq(devices.organisation, organisation))
          .orderBy(devices.site, devices.name, devices.id)
          .all(),
      )
      return rows.map(asDevice)
    },
    async renewCode(organisation, id, code, codeUntil) {
      const here = and(own(organisation, id), isNull(devices.revokedAt))
      return change(here, { code, codeUntil })
    },
    async enrol(code, token, now) {
      const enrolledAt = Temporal.Instant.fromEpochMilliseconds(now).toString()
      const fresh = { code: null, codeUntil: null, seenAt: null, report: null }
      const row = run((db) =>
        db
          .update(devices)
          .set({ token, enrolledAt, ...fresh })
          .where(and(eq(devices.code, code), gte(devices.codeUntil, now)))
          .returning()
          .get(),
      )
      return row && asKnown(row)
    },
    async device(token) {
      const row = run((db) => db.select().from(devices).where(eq(devices.token, token)).get())
      return row && asKnown(row)
    },
    async heard(id, report, now) {
      change(eq(devices.id, id), { report, seenAt: now })
    },
    async countRefused(id, n) {
      change(eq(devices.id, id), { refused: sql`${devices.refused} + ${n}` })
    },
    async changeDevice(organisation, id, { name, site, pin }) {
      return change(own(organisation, id), { id, name, site, pin })
    },
    async revokeDevice(organisation, id, at) {
      const revokedAt = sql`coalesce(${devices.revokedAt}, ${at})`
      return change(own(organisation, id), { revokedAt, code: null, codeUntil: null })
    },
    async removeDevice(organisation, id) {
      const over = or(isNotNull(devices.revokedAt), isNull(devices.enrolledAt))
      const there = and(own(organisation, id), over)
      return run((db) => db.delete(devices).where(there).run().changes > 0)
    },
  }
}

const own = (organisation: string, id: string) =>
  and(eq(devices.id, id), eq(devices.organisation, organisation))

/** Named one by one: neither code nor token leaves the store. */
function asDevice(row: Row): Device {
  const { id, site, name, addedAt, refused } = row
  const { enrolledAt, revokedAt, codeUntil, seenAt, report } = row
  return {
    id,
    site,
    name,
    addedAt,
    ...(enrolledAt !== null && { enrolledAt }),
    ...(revokedAt !== null && { revokedAt }),
    ...(codeUntil !== null && { codeUntil }),
    ...(seenAt !== null && { seenAt }),
    ...(report !== null && { report }),
    refused,
  }
}

const asKnown = (row: Row): KnownDevice => ({
  ...asDevice(row),
  organisation: row.organisation,
  pin: row.pin,
})
