/** How many backups stay, of different days, weeks and months. */
export interface Keep {
  days: number
  weeks: number
  months: number
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Until then, backups that hold what was deleted wait for a newer one to take their place. */
const PATIENCE = 20 * HOUR
/** At night in Europe (UTC). */
const FROM = HOUR

const pattern = /^svar-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.backup$/

/** A name that tells of which moment the backup is. */
export const nameOf = (at: number) =>
  `svar-${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}.backup`

/** Undefined where a file is no backup of ours: it is left alone. */
export function momentOf(name: string): number | undefined {
  const [, year, month, day, hour, minute, second, rest] = pattern.exec(name) ?? []
  if (year === undefined) return undefined
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`)
}

/** Whether one is to be made: once a night, and soon after something was deleted for good. */
export function isBackupDue(moments: number[], erased: number, now: number): boolean {
  const newest = Math.max(...moments)
  if (moments.length === 0 || newest < erased || now - newest >= DAY) return true
  const night = Math.floor(now / DAY) * DAY + FROM
  return newest < night && now >= night
}

/**
 * Those to be removed. What is older than the last erasure goes as soon as there is a newer one, or
 * when patience ends; of the others the newest of each of the last days, weeks and months stays.
 */
export function outdated(moments: number[], keep: Keep, erased: number, now: number): number[] {
  const sorted = moments.toSorted((a, b) => b - a)
  const clean = sorted.filter((at) => at >= erased)
  const lasting = clean.length > 0 || now - erased > PATIENCE ? clean : sorted
  const kept = new Set([
    ...newestOf(lasting, keep.days, (at) => Math.floor(at / DAY)),
    // 1 January 1970 was a Thursday.
    ...newestOf(lasting, keep.weeks, (at) => Math.floor((at / DAY + 3) / 7)),
    ...newestOf(lasting, keep.months, (at) => new Date(at).toISOString().slice(0, 7)),
  ])
  return sorted.filter((at) => !kept.has(at))
}

function newestOf(sorted: number[], most: number, part: (at: number) => string | number) {
  const found = new Map<string | number, number>()
  for (const at of sorted) if (!found.has(part(at))) found.set(part(at), at)
  return [...found.values()].slice(0, most)
}
