import { daysBetween, localDate } from '../calendar.ts'
import type { Device } from './device.ts'
import { isSilent } from './silence.ts'

/** `waiting` for its code to be typed; `lapsed` where nobody did in time. */
export type Condition = 'revoked' | 'waiting' | 'lapsed' | 'silent' | 'working'

export const conditions: Condition[] = ['silent', 'lapsed', 'waiting', 'working', 'revoked']

export function conditionOf(device: Device, now: number, zone: string): Condition {
  if (device.revokedAt) return 'revoked'
  const heardAt = heardOf(device)
  if (heardAt === undefined) return codeHolds(device, now) ? 'waiting' : 'lapsed'
  return isSilent(heardAt, now, zone) ? 'silent' : 'working'
}

/** When a device last said something (milliseconds); being enrolled is the first that it says. */
export const heardOf = ({ seenAt, enrolledAt }: Device) =>
  seenAt ?? (enrolledAt ? Date.parse(enrolledAt) : undefined)

export const codeHolds = ({ codeUntil }: Device, now: number) =>
  codeUntil !== undefined && now <= codeUntil

export type Worry = 'storage' | 'stuck'

/** Below this a tablet may soon have to turn people away. */
const STORAGE_LEAST = 50 * 1024 * 1024

/** What somebody should look into though the device is heard. */
export function worriesOf({ report }: Device, now: number, zone: string): Worry[] {
  if (!report) return []
  const { storageLeft, queued, oldest } = report
  const full = storageLeft !== null && storageLeft < STORAGE_LEAST
  const stuck = queued > 0 && oldest !== null && daysBetween(oldest, localDate(now, zone)) > 1
  return [...(full ? (['storage'] as const) : []), ...(stuck ? (['stuck'] as const) : [])]
}

const SKEW_LEAST = 60_000

/** How far a tablet's clock is ahead (or behind, negative); undefined where nobody would mind. */
export function skewOf({ report, seenAt }: Device): number | undefined {
  if (!report || seenAt === undefined) return undefined
  const skew = report.clock - seenAt
  return Math.abs(skew) > SKEW_LEAST ? skew : undefined
}
