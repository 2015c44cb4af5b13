/** How many have answered, which may be shown at once: it says nothing of anyone's answers. */
export interface Participation {
  responses: number
  /** by site id; '' where none was given */
  bySite: Record<string, number>
  /** by local date, ascending */
  byDay: Record<string, number>
  byChannel: Record<string, number>
  byLanguage: Record<string, number>
}

/** What each day's responses can be divided by. */
export const divisions = ['channel', 'language', 'site'] as const
export type Division = (typeof divisions)[number]

/** Responses by local date, and on each by what they were divided by. */
export type DividedDays = Record<string, Record<string, number>>
