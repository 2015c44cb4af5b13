/** The local date by Temporal, which has its own calendar arithmetic. */
export const temporalDate = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The first millisecond of a date, or of the next one where the zone skips it. */
export function firstInstant(date: string, zone: string): number {
  let before = Date.parse(date) - 30 * 3_600_000
  let within = Date.parse(date) + 30 * 3_600_000
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (temporalDate(middle, zone) >= date) within = middle
    else before = middle
  }
  return within
}
