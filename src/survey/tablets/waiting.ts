import { localDate } from '../calendar.ts'
import type { Device } from './device.ts'
import { closingOf, graceUntil, revokedUntil } from './grace.ts'
import type { Content, Site } from '../questionnaire.ts'
import type { Came } from '../release.ts'
import { type Dates, stateOf } from '../state.ts'

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
  const holding = concerned(id, sites, devices).filter((device) => {
    const { revokedAt } = device
    if (revokedAt !== undefined && now > revokedUntil(revokedAt)) return false
    return !isEmptied(device, id, closing)
  })
  return holding.length > 0 ? { devices: holding, until } : undefined
}

/** Why the final release that is due waits for nothing; undefined where there is no tablet. */
export function cameBy(
  { id, sites }: Pick<Content, 'id' | 'sites'>,
  dates: Dates,
  devices: Device[],
): Came | undefined {
  const closing = closingOf(dates)
  if (closing === undefined) return undefined
  const tablets = concerned(id, sites, devices).filter(
    ({ revokedAt }) => revokedAt === undefined || revokedUntil(revokedAt) >= closing,
  )
  if (tablets.length === 0) return undefined
  return tablets.every((device) => isEmptied(device, id, closing)) ? 'emptied' : 'grace'
}

/** Enrolled tablets that could bring answers to a survey. */
function concerned(id: string, sites: Site[], devices: Device[]): Device[] {
  const here = new Set(sites.map((site) => site.id))
  // One that was moved meanwhile still brings what it was showing, and whatever waits on it.
  return devices.filter(
    ({ site, enrolledAt, report }) =>
      enrolledAt !== undefined && (here.has(site) || report?.survey === id || !!report?.queued),
  )
}

/** A tablet that may not have heard of the closing, or still shows the survey, may yet be used. */
function isEmptied({ seenAt, report, revokedAt }: Device, survey: string, closing: number) {
  if (seenAt === undefined || seenAt < closing || report?.queued !== 0) return false
  return (report.current || revokedAt !== undefined) && report.survey !== survey
}
