const formats = new Map<string, Intl.DateTimeFormat>()

/** The local date by Intl, which has its own calendar arithmetic. */
export function intlDate(instant: number, zone: string): string {
  let format = formats.get(zone)
  if (!format) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...parts })
    formats.set(zone, format)
  }
  return format.format(instant)
}

/** The first millisecond of a date, or of the next one where the zone skips it. */
export function firstInstant(date: string, zone: string): number {
  let before = Date.parse(date) - 30 * 3_600_000
  let within = Date.parse(date) + 30 * 3_600_000
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (intlDate(middle, zone) >= date) within = middle
    else before = middle
  }
  return within
}
