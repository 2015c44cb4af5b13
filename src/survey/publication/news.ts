import { standingOf, type Step } from './publication.ts'
import type { UndertakingVersion } from './undertaking.ts'

/**
 * Something that those who follow a survey are told, once per `id` and `version`: results came or
 * were amended (their version counts editions), something was decided or done about them.
 */
export interface News {
  what: 'results' | 'undertaking'
  /** `results`, or the id of an undertaking */
  id: string
  version: number
  /** ISO instants: of the first version, and of this one */
  since: string
  at: string
}

/** What there is to tell of a survey now, newest first; nothing while nothing is published. */
export function newsOf(steps: Step[], versions: UndertakingVersion[]): News[] {
  const standing = standingOf(steps)
  if (standing.state !== 'published') return []
  const { first, last } = standing
  const results: News = {
    what: 'results',
    id: 'results',
    version: last.number,
    since: first.at,
    at: last.at,
  }
  const newest = new Map<string, News>()
  for (const { id, version, at } of versions.toSorted((a, b) => a.version - b.version)) {
    const since = newest.get(id)?.since ?? at
    newest.set(id, { what: 'undertaking', id, version, since, at })
  }
  return [results, ...newest.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
