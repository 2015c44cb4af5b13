import { describe, expect, test } from 'vitest'
import type { Device, Report } from '../../src/survey/tablets/device.ts'
import { conditionOf, skewOf, worriesOf } from '../../src/survey/tablets/fleet.ts'

const NOW = Date.UTC(2026, 6, 1, 10)
const MINUTE = 60_000
const zone = 'Europe/Stockholm'

const device = (more: Partial<Device> = {}): Device => ({
  id: 'a',
  site: 'norr',
  name: 'Entrén',
  addedAt: '2026-06-01T08:00:00Z',
  refused: 0,
  ...more,
})
const report = (more: Partial<Report> = {}): Report => ({
  version: '1',
  clock: NOW,
  survey: 'prov',
  queued: 0,
  oldest: null,
  storageLeft: null,
  setup: '',
  current: true,
  ...more,
})
const enrolledAt = '2026-06-01T08:05:00Z'

describe('the condition of a tablet', () => {
  test.each<[string, Partial<Device>]>([
    ['waiting', { codeUntil: NOW }],
    ['lapsed', { codeUntil: NOW - 1 }],
    ['lapsed', {}],
    ['working', { enrolledAt, seenAt: NOW - MINUTE }],
    ['silent', { enrolledAt, seenAt: NOW - 15 * MINUTE }],
    ['silent', { enrolledAt }],
    ['working', { enrolledAt: '2026-07-01T09:59:00Z' }],
    ['working', { enrolledAt, seenAt: NOW, codeUntil: NOW + MINUTE }],
    ['revoked', { enrolledAt, seenAt: NOW, revokedAt: enrolledAt }],
    ['revoked', { revokedAt: enrolledAt }],
  ])('%s: %j', (condition, facts) => {
    expect(conditionOf(device(facts), NOW, zone)).toBe(condition)
  })
})

describe('worries', () => {
  const worries = (more: Partial<Report>) => worriesOf(device({ report: report(more) }), NOW, zone)

  test('there are none of a tablet that is well or has not said anything', () => {
    expect(worries({ storageLeft: 50 * 1024 * 1024, queued: 9, oldest: '2026-06-30' })).toEqual([])
    expect(worriesOf(device(), NOW, zone)).toEqual([])
  })

  test('are that storage ends', () => {
    expect(worries({ storageLeft: 50 * 1024 * 1024 - 1 })).toEqual(['storage'])
    expect(worries({ storageLeft: 0 })).toEqual(['storage'])
  })

  test('are that answers do not get through', () => {
    expect(worries({ queued: 1, oldest: '2026-06-29' })).toEqual(['stuck'])
    expect(worries({ queued: 0, oldest: '2026-06-29' })).toEqual([])
  })
})

test('a clock is skewed when it is more than a minute off, either way', () => {
  const skew = (off: number) =>
    skewOf(device({ seenAt: NOW, report: report({ clock: NOW + off }) }))
  expect([60_000, -60_000, 0].map(skew)).toEqual([undefined, undefined, undefined])
  expect(skew(60_001)).toBe(60_001)
  expect(skew(-3 * 24 * 60 * MINUTE)).toBe(-3 * 24 * 60 * MINUTE)
  expect(skewOf(device({ report: report() }))).toBeUndefined()
})
