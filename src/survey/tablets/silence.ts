/** When someone is at a site who should see that a tablet is off: days (1 is Monday) and hours. */
export interface Hours {
  days: number[]
  from: number
  until: number
}

export const OFFICE_HOURS: Hours = { days: [1, 2, 3, 4, 5], from: 8, until: 17 }

const SILENT_AFTER = 15 * 60 * 1000

/**
 * Whether a quarter of an hour of one opening day has passed since a device was last heard
 * (milliseconds). Who switches it off just before going home has done nothing wrong.
 */
export function isSilent(
  heardAt: number,
  now: number,
  zone: string,
  hours: Hours = OFFICE_HOURS,
): boolean {
  const last = dayOf(now, zone)
  let day = dayOf(heardAt, zone)
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (openTime(day, heardAt, now, zone, hours) >= SILENT_AFTER) return true
    day = day.add({ days: 1 })
  }
  return false
}

/** How much of a day's opening hours lies between two instants. */
function openTime(day: Temporal.PlainDate, start: number, end: number, zone: string, hours: Hours) {
  if (!hours.days.includes(day.dayOfWeek)) return 0
  const at = (hour: number) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds
  return Math.min(end, at(hours.until)) - Math.max(start, at(hours.from))
}

const dayOf = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate()
