interface Zone {
  parts: Intl.DateTimeFormat
  date: string
  from: number
}

// Intl and not Temporal, which tablets may lack. Every midnight of a zone in use is a whole
// quarter of an hour in UTC, so a date holds to the end of its quarter.
const QUARTER = 900_000
const zones = new Map<string, Zone>()

/** The local calendar date in a zone at an instant (milliseconds since 1970). */
export function localDate(instant: number, zone: string): string {
  const known = zones.get(zone) ?? makeZone(zone)
  if (instant >= known.from && instant < known.from + QUARTER) return known.date
  known.date = dateOf(known.parts, instant)
  known.from = Math.floor(instant / QUARTER) * QUARTER
  return known.date
}

function makeZone(timeZone: string): Zone {
  const wanted = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', wanted)
  const made: Zone = { parts, date: '', from: Number.NaN }
  zones.set(timeZone, made)
  return made
}

function dateOf(format: Intl.DateTimeFormat, instant: number): string {
  const parts = format.formatToParts(instant)
  const part = (type: string) => parts.find((part) => part.type === type)!.value
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Z]/i.test(zone)
  } catch {
    return false
  }
}

const DAY = 86_400_000
const isoDate = (instant: number) => new Date(instant).toISOString().slice(0, 10)

export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const instant = Date.parse(value)
  // Some engines read 30 February as 2 March.
  return !Number.isNaN(instant) && isoDate(instant) === value
}

/** Days from one local date to another. */
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY

export const addDays = (date: string, days: number) => isoDate(Date.parse(date) + days * DAY)
