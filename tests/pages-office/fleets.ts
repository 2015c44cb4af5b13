import type { Fleet, FleetSite } from '../../src/pages/office/tablets/fleet.ts'
import type { Device, Report } from '../../src/survey/tablets/device.ts'

/** Wednesday, noon in Stockholm. */
export const NOW = Date.UTC(2026, 6, 1, 10)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const device = (id: string, more: Partial<Device> = {}): Device => ({
  id,
  site: 'norr',
  name: `Surfplatta ${id}`,
  addedAt: '2026-06-01T08:00:00Z',
  refused: 0,
  ...more,
})

export const report = (more: Partial<Report> = {}): Report => ({
  version: '1.0',
  clock: NOW,
  survey: 'prov',
  queued: 0,
  oldest: null,
  storageLeft: 2 ** 31,
  setup: 'tag',
  current: true,
  ...more,
})

const enrolledAt = '2026-06-01T08:05:00Z'
const seenAt = NOW - MINUTE

/** A device in each state and with each oddity. */
export const kinds = {
  working: device('working', { enrolledAt, seenAt, report: report({ clock: seenAt }) }),
  unheard: device('unheard', { enrolledAt: '2026-07-01T09:59:30Z' }),
  silent: device('silent', {
    enrolledAt,
    seenAt: NOW - 3 * HOUR,
    report: report({ clock: NOW - 3 * HOUR, queued: 12_345, oldest: '2026-06-30' }),
    refused: 1234,
  }),
  worried: device('worried', {
    enrolledAt,
    seenAt,
    report: report({ queued: 1, oldest: '2026-06-01', storageLeft: 1, clock: 1e18 }),
    refused: 1,
  }),
  backward: device('backward', {
    enrolledAt,
    seenAt,
    report: report({ clock: NOW - 26 * HOUR, storageLeft: null, survey: '' }),
  }),
  waiting: device('waiting', { codeUntil: NOW + 5 * MINUTE }),
  lapsed: device('lapsed', { codeUntil: NOW - 1 }),
  revoked: device('revoked', {
    enrolledAt,
    seenAt,
    report: report({ clock: seenAt, queued: 3 }),
    revokedAt: '2026-07-01T09:00:00Z',
  }),
  emptied: device('emptied', {
    enrolledAt,
    seenAt,
    report: report({ clock: seenAt, survey: '' }),
    revokedAt: '2026-07-01T09:00:00Z',
  }),
} satisfies Record<string, Device>

export const site = (id: string, devices: Device[], more: Partial<FleetSite> = {}): FleetSite => ({
  id,
  name: `Plats ${id}`,
  zone: 'Europe/Stockholm',
  gone: false,
  devices,
  ...more,
})

export const fleet = (...sites: FleetSite[]): Fleet => ({
  sites,
  titles: new Map([['prov', { name: 'Provenkäten' }]]),
  now: NOW,
})
