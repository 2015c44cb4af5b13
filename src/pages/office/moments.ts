import { localeOf } from '../speech.ts'

/** How instants (milliseconds since 1970) and spans of time are written in one language. */
export interface Moments {
  /** the day and the time */
  exact(instant: number, zone: string): string
  /** the time of the day */
  clock(instant: number, zone: string): string
  /** "12 minutes ago"; undefined where it is less than a minute and a half */
  ago(instant: number, now: number): string | undefined
  /** "3 days", of either direction */
  span(milliseconds: number): string
  bytes(bytes: number): string
}

const known = new Map<string, Moments>()

export function momentsIn(language: string): Moments {
  const moments = known.get(language) ?? makeMoments(language)
  known.set(language, moments)
  return moments
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MEGABYTE = 1024 * 1024

function makeMoments(language: string): Moments {
  const locale = localeOf(language)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  return {
    exact: (instant, timeZone) =>
      new Date(instant).toLocaleString(locale, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone,
      }),
    clock: (instant, timeZone) =>
      new Date(instant).toLocaleTimeString(locale, { timeStyle: 'short', timeZone }),
    ago(instant, now) {
      const { unit, count } = measured(now - instant)
      return now - instant < 1.5 * MINUTE ? undefined : relative.format(-count, unit)
    },
    span(milliseconds) {
      const { unit, count } = measured(Math.abs(milliseconds))
      return count.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })
    },
    bytes(bytes) {
      const mega = Math.max(0, bytes) / MEGABYTE
      const [value, unit] = mega < 1000 ? [mega, 'megabyte'] : [mega / 1024, 'gigabyte']
      const maximumFractionDigits = value < 10 ? 1 : 0
      return value.toLocaleString(locale, { style: 'unit', unit, maximumFractionDigits })
    },
  }
}

/** Farther off than this, a clock is simply wrong. */
const LONGEST = 9999 * DAY

function measured(given: number): { unit: 'minute' | 'hour' | 'day'; count: number } {
  const span = Math.min(given, LONGEST)
  if (span < 1.5 * HOUR) return { unit: 'minute', count: Math.max(1, Math.round(span / MINUTE)) }
  if (span < 1.5 * DAY) return { unit: 'hour', count: Math.round(span / HOUR) }
  return { unit: 'day', count: Math.round(span / DAY) }
}
