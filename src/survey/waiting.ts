import { localDate } from './calendar.ts'
import type { Device } from './device.ts'
import { closingOf, graceUntil, revokedUntil } from './grace.ts'
import type { Content } from './questionnaire.ts'
import { type Dates, stateOf } from './state.ts'

/** What the final release of a closed survey waits for. */
export interface Waiting {
  /** tablets that may still bring answers; never empty */
  devices: Device[]
  /** the last local date of waiting */
  until: string
}

/**
 * What a closed survey waits for before its final release: tablets of its sites that have not said
 * since the closing that their queue is empty, within the days of grace. Undefined where nothing.
 */
export function waitingFor(
  { id, sites }: Pick<Content, 'id' | 'sites'>,
  dates: Dates,
  devices: Device[],
  now: number,
): Waiting | undefined {
  const until = graceUntil(dates)
  const closing = closingOf(dates)
  if (until === undefined || closing === undefined) return undefined
  if (stateOf(dates, now) !== 'closed' || localDate(now, dates.timeZone) > until) return undefined
  const here = new Set(sites.map((site) => site.id))
  const holding = devices.filter((device) => {
    const { site, enrolledAt, revokedAt, report } = device
    if (enrolledAt === undefined) return false
    // One that was moved meanwhile still brings what it was showing, and whatever waits on it.
    if (!here.has(site) && report?.survey !== id && !report?.queued) return false
    if (revokedAt !== undefined && now > revokedUntil(revokedAt)) return false
    return !isEmptied(device, id, closing)
  })
  return holding.length > 0 ? { devices: holding, until } : undefined
}

/** A tablet that may not have heard of the closing, or still shows the survey, may yet be used. */
function isEmptied({ seenAt, report, revokedAt }: Device, survey: string, closing: number) {
  if (seenAt === undefined || seenAt < closing || report?.queued !== 0) return false
  return (report.current || revokedAt !== undefined) && report.survey !== survey
}
