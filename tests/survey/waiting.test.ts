import { expect, test } from 'vitest'
import type { Device } from '../../src/survey/tablets/device.ts'
import type { Dates } from '../../src/survey/state.ts'
import { waitingFor } from '../../src/survey/tablets/waiting.ts'
import { heartbeatNoted } from '../tablet.ts'
import { sites } from '../make.ts'

const DAY = 24 * 3_600_000
const survey = { id: 'prov', sites: sites('norr', 'syd') }
const dates: Dates = {
  opens: '2026-06-01',
  closes: '2026-08-31',
  timeZone: 'Europe/Stockholm',
  issued: true,
  closed: false,
}
const CLOSING = Date.parse('2026-09-01T00:00:00+02:00')
const GRACE_ENDS = Date.parse('2026-09-08T00:00:00+02:00')

const device = (more: Partial<Device> = {}): Device => ({
  id: 'a',
  site: 'norr',
  name: 'A',
  addedAt: '2026-06-01T08:00:00Z',
  enrolledAt: '2026-06-01T08:05:00Z',
  seenAt: CLOSING - 60_000,
  report: heartbeatNoted,
  refused: 0,
  ...more,
})
const heard = (more = {}) => device({ seenAt: CLOSING, report: { ...heartbeatNoted, ...more } })
const waits = (one: Device, now = CLOSING, at: Dates = dates) =>
  waitingFor(survey, at, [one], now) !== undefined

test('names the tablets that have not yet said that they are empty, and until when', () => {
  const silent = device({ id: 'b', site: 'syd' })
  const waiting = waitingFor(survey, dates, [heard(), silent, device({ site: 'öst' })], CLOSING)
  expect(waiting).toEqual({ devices: [silent], until: '2026-09-07' })
  expect(waitingFor(survey, dates, [], CLOSING)).toBeUndefined()
})

test('waits from the closing to the end of grace', () => {
  expect(waits(device(), CLOSING - 1)).toBe(false)
  expect(waits(device(), CLOSING)).toBe(true)
  expect(waits(device(), GRACE_ENDS - 1)).toBe(true)
  expect(waits(device(), GRACE_ENDS)).toBe(false)
  const none = { ...dates, graceDays: 0 }
  expect(waits(device(), CLOSING, none)).toBe(false)
  const byHand = { ...dates, closed: true, closedAt: '2026-07-01T10:00:00Z' }
  const silent = device({ seenAt: Date.parse('2026-07-01T11:59:59+02:00') })
  expect(waits(silent, Date.parse('2026-07-08T23:59:59+02:00'), byHand)).toBe(true)
  expect(waits(silent, Date.parse('2026-07-09T00:00:00+02:00'), byHand)).toBe(false)
})

test('until a tablet says after the closing that nothing waits, and shows the survey no more', () => {
  expect(waits(heard())).toBe(false)
  expect(waits(device({ seenAt: CLOSING - 1 }))).toBe(true)
  expect(waits(heard({ queued: 1 }))).toBe(true)
  expect(waits(heard({ survey: 'prov' }))).toBe(true)
  expect(waits(heard({ survey: 'annan' }))).toBe(false)
  const { seenAt: _, report: __, ...never } = device()
  expect(waits(never)).toBe(true)
})

test('not for one that was never enrolled, nor for one of another site', () => {
  const { enrolledAt: _, ...added } = device()
  expect(waits(added)).toBe(false)
  expect(waits(device({ site: 'öst' }))).toBe(false)
})

test('for one that was moved and has not brought all that waits on it', () => {
  const moved = { site: 'öst', report: { ...heartbeatNoted, survey: 'annan', queued: 2 } }
  expect(waits(device(moved))).toBe(true)
  expect(waits(device({ ...moved, seenAt: CLOSING }))).toBe(true)
  expect(waits(device({ ...moved, report: heartbeatNoted }))).toBe(false)
})

test('for one that was moved while it showed the survey', () => {
  expect(waits(device({ site: 'öst', report: { ...heartbeatNoted, survey: 'prov' } }))).toBe(true)
})

test('for a revoked one seven days, unless it is empty', () => {
  const revoked = CLOSING - 5 * DAY
  const revokedAt = new Date(revoked).toISOString()
  expect(waits(device({ revokedAt }))).toBe(true)
  expect(waits(device({ revokedAt }), revoked + 7 * DAY)).toBe(true)
  expect(waits(device({ revokedAt }), revoked + 7 * DAY + 1)).toBe(false)
  expect(waits({ ...heard(), revokedAt })).toBe(false)
})

test('believes no tablet that has not heard of the closing, unless it is revoked', () => {
  expect(waits(heard())).toBe(false)
  expect(waits(heard({ current: false }))).toBe(true)
  const revokedAt = '2026-08-31T20:00:00Z'
  expect(waits({ ...heard({ current: false }), revokedAt })).toBe(false)
})
