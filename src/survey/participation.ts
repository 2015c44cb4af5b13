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
