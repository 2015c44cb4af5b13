import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isDate, isZone, localDate } from '../../src/survey/calendar.ts'
import { stateOf } from '../../src/survey/state.ts'
import { seeded } from '../random.ts'
import { firstInstant, temporalDate } from './temporal.ts'

/** Per zone the days of this and past years that are not 24 hours long, with their length. */
const zones: Record<string, Record<string, number>> = {
  'Europe/Stockholm': { '2026-03-29': 23, '2026-10-25': 25 },
  'Europe/Copenhagen': { '2026-03-29': 23, '2026-10-25': 25 },
  'Atlantic/Faroe': { '2026-03-29': 23, '2026-10-25': 25 },
  'America/Nuuk': { '2026-03-28': 23, '2026-10-24': 25 },
  'Africa/Cairo': { '2026-04-24': 23, '2026-10-29': 25 },
  'America/Sao_Paulo': { '2018-11-04': 23, '2019-02-16': 25 },
  'Pacific/Apia': { '2011-12-30': 0, '2021-04-04': 25 },
  'America/St_Johns': { '2026-03-08': 23, '2026-11-01': 25 },
  'Asia/Tokyo': {},
  UTC: {},
}
const ordinary = ['2026-01-01', '2026-02-28', '2026-08-31', '2028-02-29']
const HOUR = 3_600_000

const days = Object.entries(zones).flatMap(([zone, odd]) =>
  [...ordinary.map((day) => [day, 24] as const), ...Object.entries(odd)].map(
    ([day, hours]) => [zone, day, hours] as const,
  ),
)

describe.each(days)('in %s, %s, a day of %i hours', (zone, day, hours) => {
  const start = firstInstant(day, zone)
  const end = firstInstant(addDays(day, 1), zone)

  test('starts and ends at local midnight, to the millisecond', () => {
    expect(end - start).toBe(hours * HOUR)
    for (const midnight of [start, end]) {
      for (const away of [-1000, -1, 0, 1, 1000]) {
        expect(localDate(midnight + away, zone)).toBe(temporalDate(midnight + away, zone))
      }
    }
  })

  test('a survey of that day is open from its first to its last moment', () => {
    const dates = { opens: day, closes: day, timeZone: zone, issued: true, closed: false }
    for (const before of [1, 1000, HOUR]) expect(stateOf(dates, start - before)).toBe('scheduled')
    for (const after of [0, 999, HOUR]) expect(stateOf(dates, end + after)).toBe('closed')
    if (hours === 0) return
    for (const since of [0, 1, 1000, HOUR]) expect(stateOf(dates, start + since)).toBe('open')
    for (const before of [1, 1000, HOUR]) expect(stateOf(dates, end - before)).toBe('open')
  })
})

test('the same date whatever was asked before, to and fro over the days', () => {
  const random = seeded('calendar')
  const first = Date.UTC(2024, 0, 1)
  const span = Date.UTC(2032, 0, 1) - first
  for (const zone of Object.keys(zones)) {
    for (let round = 0; round < 150; round += 1) {
      const around = first + Math.floor(random() * span)
      for (let step = 0; step < 12; step += 1) {
        const instant = around + Math.floor((random() - 0.5) * 80 * HOUR)
        expect(localDate(instant, zone), `${instant} ${zone}`).toBe(temporalDate(instant, zone))
      }
    }
  }
})

test('the same in a process of any zone, also where there is no Temporal', () => {
  const calendar = join(import.meta.dirname, '../../src/survey/calendar.ts')
  const asked = days.flatMap(([zone, day]) =>
    [-1, 0].map((away) => [firstInstant(day, zone) + away, zone] as const),
  )
  const script = `delete globalThis.Temporal
    const { localDate } = await import(${JSON.stringify(calendar)})
    const dates = ${JSON.stringify(asked)}.map(([instant, zone]) => localDate(instant, zone))
    process.stdout.write(JSON.stringify([new Date(0).getHours(), ...dates]))`
  for (const [zone, hour] of [
    ['Pacific/Auckland', 12],
    ['America/Nuuk', 21],
  ] as const) {
    const environment = { ...process.env, TZ: zone, NODE_OPTIONS: '' }
    const args = ['--input-type=module', '--eval', script]
    const told = execFileSync(process.execPath, args, { env: environment, encoding: 'utf8' })
    const expected = asked.map(([instant, zone]) => localDate(instant, zone))
    expect(JSON.parse(told)).toEqual([hour, ...expected])
  }
})

test('a survey without dates is opened and closed by hand', () => {
  const dates = { timeZone: 'UTC', issued: true, closed: false }
  expect(stateOf({ ...dates, issued: false, closed: true }, 0)).toBe('draft')
  expect(stateOf(dates, 0)).toBe('open')
  expect(stateOf({ ...dates, closed: true }, 0)).toBe('closed')
  expect(stateOf({ ...dates, opens: '2026-01-01', closed: true }, 0)).toBe('closed')
  expect(stateOf({ ...dates, closes: '1969-12-31' }, 0)).toBe('closed')
})

test('dates and zones are told from what merely looks like them', () => {
  for (const date of ['2026-02-28', '2028-02-29', '0001-01-01']) expect(isDate(date)).toBe(true)
  const not = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', '20260101']
  for (const date of [...not, '', ' 2026-01-01', '2026-06-31', '+002026-01-01']) {
    expect(isDate(date), date).toBe(false)
  }
  for (const zone of Object.keys(zones)) expect(isZone(zone)).toBe(true)
  for (const zone of ['', '+01:00', 'Europe', 'Europe/Karlskoga', 'CEST', '__proto__', '01:00']) {
    expect(isZone(zone), zone).toBe(false)
  }
})

test('days are counted over the change of clocks and over leap days', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2028-02-01', '2028-03-01')).toBe(29)
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})
