import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/survey/calendar.ts'
import {
  closingOf,
  graceUntil,
  taken,
  takenFrom,
  takenOpen,
} from '../../src/survey/tablets/grace.ts'
import { type Dates, stateOf } from '../../src/survey/state.ts'
import { firstInstant } from './temporal.ts'

const zones = [
  'Europe/Stockholm',
  'America/Nuuk',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Honolulu',
  'UTC',
]

/** Over the changes of clocks in spring and autumn, where the zone has them. */
const closings = ['2026-03-28', '2026-04-23', '2026-08-31', '2026-10-24']

describe.each(zones)('in %s', (timeZone) => {
  describe.each(closings)('a survey that closed with %s', (closes) => {
    const opens = addDays(closes, -20)
    const dates: Dates = { opens, closes, timeZone, issued: true, closed: false }
    const from = (days: number) => firstInstant(addDays(closes, days), timeZone)

    test('takes what was answered through its last day, through the last day of grace', () => {
      expect(closingOf(dates)).toBe(from(1))
      for (const [graceDays, through] of [
        [undefined, 7],
        [0, 0],
        [1, 1],
        [60, 60],
      ] as const) {
        const graced = { ...dates, graceDays }
        const end = from(through + 1)
        expect(graceUntil(graced)).toBe(addDays(closes, through))
        for (const date of [opens, addDays(closes, -1), closes]) {
          expect(taken(graced, date, end - 1)).toEqual({ date })
          expect(taken(graced, date, end)).toEqual({ refused: 'came after the days of grace' })
        }
        for (const at of [from(1), from(2), end]) {
          const late = taken(graced, addDays(closes, 1), at)
          expect(late).toEqual({ refused: 'answered after the survey closed' })
        }
      }
    })

    test('takes nothing of before it opened, nor before it opens', () => {
      const early = { refused: 'answered before the survey opened' }
      expect(taken(dates, addDays(opens, -1), from(0))).toEqual(early)
      const opening = firstInstant(opens, timeZone)
      for (const date of [addDays(opens, -1), opens, closes]) {
        expect(taken(dates, date, opening - 1)).toEqual(early)
      }
      expect(taken(dates, opens, opening)).toEqual({ date: opens })
    })

    test('counts what a clock ahead dates later than today as of today', () => {
      for (const date of [closes, addDays(closes, 1), '2099-01-01']) {
        expect(taken(dates, date, from(0) - 1)).toEqual({ date: addDays(closes, -1) })
        expect(taken(dates, date, from(1) - 1)).toEqual({ date: closes })
      }
    })

    test('closed by hand, its last day is that day, or an earlier last date', () => {
      const by = (instant: number): Dates => ({
        ...dates,
        closed: true,
        closedAt: Temporal.Instant.fromEpochMilliseconds(instant).toString(),
      })
      for (const instant of [from(-5), from(-4) - 1]) {
        const hand = by(instant)
        const day = addDays(closes, -5)
        expect(closingOf(hand)).toBe(instant)
        expect(taken(hand, day, from(3) - 1)).toEqual({ date: day })
        expect(taken(hand, addDays(day, 1), from(3) - 1)).toHaveProperty('refused')
        expect(taken(hand, day, from(3))).toHaveProperty('refused')
      }
      const after = by(from(3))
      expect([closingOf(after), graceUntil(after)]).toEqual([from(1), addDays(closes, 7)])
    })

    test('of a revoked tablet takes what was answered through that day, for seven days', () => {
      const revoked = from(-10) + 1000
      const revokedAt = Temporal.Instant.fromEpochMilliseconds(revoked).toString()
      const day = addDays(closes, -10)
      const until = revoked + 7 * 24 * 3_600_000
      const of = (date: string, at: number) => takenFrom({ revokedAt }, dates, date, at)
      expect(of(day, until)).toEqual({ date: day })
      expect(of(day, until + 1)).toEqual({ refused: 'came long after the tablet was revoked' })
      expect(of(addDays(day, 1), until)).toEqual({
        refused: 'answered after the tablet was revoked',
      })
      expect(of(addDays(day, 1), from(-9) - 1)).toEqual({ date: day })
      expect(takenFrom({}, dates, addDays(day, 1), until + 1)).toEqual({ date: addDays(day, 1) })
    })

    test('takes from others while it is open only, and for days on which it was', () => {
      expect(takenOpen(dates, closes, from(1) - 1)).toEqual({ date: closes })
      expect(takenOpen(dates, closes, from(1))).toEqual({ refused: 'closed' })
      expect(takenOpen(dates, closes, from(0) - 1)).toEqual({ refused: 'answered in the future' })
      expect(takenOpen(dates, opens, firstInstant(opens, timeZone) - 1)).toEqual({
        refused: 'not yet open',
      })
      expect(takenOpen(dates, addDays(opens, -1), from(0))).toEqual({
        refused: 'answered before the survey opened',
      })
    })
  })
})

test('the closing is the instant from which the state is closed', () => {
  for (const timeZone of zones) {
    for (const closes of closings) {
      const dates: Dates = { closes, timeZone, issued: true, closed: false }
      const closing = closingOf(dates)!
      expect([closing - 1, closing].map((at) => stateOf(dates, at))).toEqual(['open', 'closed'])
    }
  }
})

test('without dates: while it is not closed, for answers of the last year', () => {
  const dates: Dates = { timeZone: 'UTC', issued: true, closed: false }
  const now = Date.UTC(2026, 6, 1, 12)
  expect([closingOf(dates), graceUntil(dates)]).toEqual([undefined, undefined])
  expect(taken(dates, '2025-06-30', now)).toEqual({ date: '2025-06-30' })
  expect(taken(dates, '2025-06-29', now)).toHaveProperty('refused')
})
