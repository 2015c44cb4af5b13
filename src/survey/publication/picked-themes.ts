import type { PickedThemes } from './publication.ts'

/**
 * What can be picked: fields as they are sorted now, and those that an edition has already and
 * whose comments are gone.
 */
export function offeredThemes(now: PickedThemes[], had: PickedThemes[] = []): PickedThemes[] {
  const fields = new Set(now.map(({ field }) => field))
  return [...now, ...had.filter(({ field }) => !fields.has(field))]
}
