import { type Size, sizes } from '../../../export/poster/poster.ts'
import { many, one } from '../../../survey/fields.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import type { Fields } from '../../../survey/response.ts'

/** Which posters someone wants. */
export interface AskedPosters {
  which: 'all' | 'group' | 'some'
  group: string
  sites: string[]
  languages: string[]
  size: Size
  /** sites that are looked for */
  q: string
}

export function askedIn(query: Fields, { languages, sites }: Content): AskedPosters {
  const wished = many(query, 'languages')
  const which = (['group', 'some'] as const).find((each) => each === one(query, 'which')) ?? 'all'
  const chosen = new Set(many(query, 'sites'))
  return {
    which,
    group: one(query, 'group'),
    sites: sites.map(({ id }) => id).filter((id) => chosen.has(id)),
    // A form that was sent without any language is at fault; a page that is opened wants all.
    languages: Object.hasOwn(query, 'size')
      ? languages.filter((language) => wished.includes(language))
      : languages,
    size: sizes.find((size) => size === one(query, 'size')) ?? 'A4',
    q: one(query, 'q').slice(0, 100),
  }
}

/** The sites that are meant; undefined where none is, though the survey has sites. */
export function sitesChosen(
  { which, group, sites }: AskedPosters,
  content: Content,
  groups: { id: string; sites: string[] }[],
): Set<string> | undefined {
  const all = content.sites.map(({ id }) => id)
  const members = groups.find(({ id }) => id === group)?.sites ?? []
  const chosen = { all, group: members, some: sites }[which]
  return chosen.length === 0 && all.length > 0 ? undefined : new Set(chosen)
}
