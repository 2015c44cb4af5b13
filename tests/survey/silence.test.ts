import { describe, expect, test } from 'vitest'
import { isSilent } from '../../src/survey/tablets/silence.ts'

// 2026-07-01 is a Wednesday.
const at = (local: string, zone = 'Europe/Stockholm') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
const silent = (heard: string, now: string, zone?: string) =>
  isSilent(at(heard, zone), at(now, zone), zone ?? 'Europe/Stockholm')

describe('a tablet is silent', () => {
  test.each([
    ['a quarter of an hour within opening hours', '2026-07-01T10:00', '2026-07-01T10:15'],
    ['from the morning’s first quarter', '2026-06-30T20:00', '2026-07-01T08:15'],
    ['in the afternoon’s last quarter', '2026-07-01T16:45', '2026-07-01T17:00'],
    ['and still in the evening', '2026-07-01T15:00', '2026-07-01T23:00'],
    ['and over the weekend', '2026-07-03T12:00', '2026-07-05T12:00'],
    ['for months', '2026-01-01T00:00', '2026-07-01T06:00'],
    ['on the day after summer time ended', '2026-10-24T12:00', '2026-10-26T08:15'],
    ['on the day after summer time began', '2026-03-28T12:00', '2026-03-30T08:15'],
  ])('%s', (_, heard, now) => {
    expect(silent(heard, now)).toBe(true)
  })
})

describe('a tablet is not silent', () => {
  test.each([
    ['a moment before', '2026-07-01T10:00', '2026-07-01T10:14:59.999'],
    ['before the morning’s first quarter is over', '2026-06-30T20:00', '2026-07-01T08:14:59'],
    ['at night, switched off when everyone left', '2026-07-01T16:46', '2026-07-02T07:00'],
    ['with minutes of two days put together', '2026-07-01T16:50', '2026-07-02T08:10'],
    ['over the weekend', '2026-07-03T17:00', '2026-07-06T08:00'],
    ['heard in what is now the future', '2026-07-01T12:00', '2026-07-01T10:00'],
    ['on the day after summer time ended', '2026-10-24T12:00', '2026-10-26T08:14'],
  ])('%s', (_, heard, now) => {
    expect(silent(heard, now)).toBe(false)
  })
})

test('opening hours are those of the site’s own zone', () => {
  const [heard, now] = [at('2026-07-01T12:00', 'UTC'), at('2026-07-01T12:30', 'UTC')]
  expect(isSilent(heard, now, 'Europe/Stockholm')).toBe(true)
  expect(isSilent(heard, now, 'America/Nuuk')).toBe(true)
  expect(isSilent(heard, now, 'Asia/Tokyo')).toBe(false)
})

test('other hours can be given', () => {
  const saturdays = { days: [6], from: 10, until: 11 }
  const heard = at('2026-07-03T12:00')
  const on = (now: string) => isSilent(heard, at(now), 'Europe/Stockholm', saturdays)
  expect(on('2026-07-04T10:14')).toBe(false)
  expect(on('2026-07-04T10:15')).toBe(true)
})
