interface Day {
  date: string
  from: number
  until: number
}

const today = new Map<string, Day>()

/**
 * The local calendar date in a zone at an instant (milliseconds since 1970). Temporal is asked
 * once per zone and day: the answer holds until the next local midnight.
 */
export function localDate(instant: number, zone: string): string {
  const known = today.get(zone)
  if (known && instant >= known.from && instant < known.until) return known.date
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const start = local.startOfDay()
  const day: Day = {
    date: local.toPlainDate().toString(),
    from: start.epochMilliseconds,
    until: start.add({ days: 1 }).startOfDay().epochMilliseconds,
  }
  today.set(zone, day)
  return day.date
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Z]/i.test(zone)
  } catch {
    return false
  }
}

export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value
  } catch {
    return false
  }
}

/** Days from one local date to another. */
export const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

export const addDays = (date: string, days: number) =>
  Temporal.PlainDate.from(date).add({ days }).toString()
