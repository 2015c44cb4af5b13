import { and, eq, gte, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import type { Deed } from '../../../survey/people/deeds.ts'
import type { KnownDevice } from '../../../survey/tablets/device.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Act, Device, Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { responseKey } from '../responses/row.ts'
import { devices, refusals } from '../schema/schema.ts'

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

export function deviceVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  const change = (where: SQL | undefined, set: SQLiteUpdateSetSource<typeof devices>) =>
    run((db) => db.update(devices).set(set).where(where).run().changes > 0)
  /** An act of the office on a device that is there, with its line in the audit log. */
  const doing = (
    organisation: string,
    id: string,
    act: Act,
    what: Deed,
    step: (db: Db) => boolean,
  ) =>
    connection.write((db) => {
      const before = nameOf(db, organisation, id)
      if (before === undefined || !step(db)) return false
      record(db, organisation, act, what, nameOf(db, organisation, id) ?? before)
      return true
    })
  return {
    async addDevice(organisation, device, act) {
      connection.write((db) => {
        const { changes } = db
          .insert(devices)
          .values({ ...device, organisation })
          .onConflictDoNothing({ target: devices.id })
          .run()
        if (changes === 0) throw new Problem('taken', [`there is a device ${device.id} already`])
        record(db, organisation, act, 'tablet.added', spoken(device))
      })
    },
    async devices(organisation) {
      const inOrder = [devices.site, devices.name, devices.id]
      return run((db) =>
        select(db, eq(devices.organisation, organisation))
          .orderBy(...inOrder)
          .all()
          .map(asDevice),
      )
    },
    async renewCode(organisation, id, code, codeUntil, act) {
      // A code that a tablet has used does not come back with a form that is sent again.
      const unused = sql`${devices.usedCode} IS NOT ${code}`
      const here = and(own(organisation, id), isNull(devices.revokedAt), unused)
      return doing(organisation, id, act, 'tablet.codeMade', () =>
        change(here, { code, codeUntil }),
      )
    },
    async enrol(code, token, now) {
      const enrolledAt = Temporal.Instant.fromEpochMilliseconds(now).toString()
      const fresh = { code: null, codeUntil: null, usedCode: code, seenAt: null, report: null }
      const here = and(eq(devices.code, code), gte(devices.codeUntil, now))
      if (!change(here, { token, enrolledAt, ...fresh })) return undefined
      return run((db) => known(db, token))
    },
    async device(token) {
      return run((db) => known(db, token))
    },
    async heard(id, report, now) {
      change(eq(devices.id, id), { report, seenAt: now })
    },
    async countRefused(device, ids) {
      // Not the response's own key: one that is kept after all must not point to its tablet.
      const rows = ids.map((id) => ({ device, id: responseKey(`refused ${device} ${id}`) }))
      if (rows.length === 0) return
      run((db) => db.insert(refusals).values(rows).onConflictDoNothing().run())
    },
    async changeDevice(organisation, id, { name, site, pin }, act) {
      return doing(organisation, id, act, 'tablet.changed', () =>
        change(own(organisation, id), { id, name, site, pin }),
      )
    },
    async revokeDevice(organisation, id, act) {
      const here = and(own(organisation, id), isNull(devices.revokedAt))
      const revoked = { revokedAt: act.at, code: null, codeUntil: null }
      doing(organisation, id, act, 'tablet.revoked', () => change(here, revoked))
      return run((db) => nameOf(db, organisation, id) !== undefined)
    },
    async removeDevice(organisation, id, act) {
      const over = or(isNotNull(devices.revokedAt), isNull(devices.enrolledAt))
      const there = and(own(organisation, id), over)
      return doing(
        organisation,
        id,
        act,
        'tablet.removed',
        (db) => db.delete(devices).where(there).run().changes > 0,
      )
    },
  }
}

/** What colleagues call a device: its name and where it stands. */
const spoken = ({ name, site }: { name: string; site: string }) => `${name} (${site})`

function nameOf(db: Db, organisation: string, id: string): string | undefined {
  const row = db.select().from(devices).where(own(organisation, id)).get()
  return row && spoken(row)
}

const own = (organisation: string, id: string) =>
  and(eq(devices.id, id), eq(devices.organisation, organisation))

const select = (db: Db, where: SQL | undefined) =>
  db
    .select({ device: devices, refused: db.$count(refusals, eq(refusals.device, devices.id)) })
    .from(devices)
    .where(where)

type Row = NonNullable<ReturnType<ReturnType<typeof select>['get']>>

function known(db: Db, token: Buffer): KnownDevice | undefined {
  const row = select(db, eq(devices.token, token)).get()
  if (!row) return undefined
  const { organisation, pin } = row.device
  return { ...asDevice(row), organisation, pin }
}

/** Named one by one: neither code nor token leaves the store. */
function asDevice({ device, refused }: Row): Device {
  const { id, site, name, addedAt, enrolledAt, revokedAt, codeUntil, seenAt, report } = device
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
