import { tooFew } from '../groups.ts'
import { type Codings, themesOf } from './coding.ts'
import type { Comment } from './comment.ts'
import type { Theme } from './theme.ts'

/** How many comments of a group are about each theme. A comment can be about several. */
export interface ThemeGroup {
  /** 'all', a site's id, 'none' or 'others' */
  id: string
  /** the denominator: all released comments of the group, sorted or not */
  n: number
  themes: { id: string; count: number }[]
  /** sorted, and about none of the themes */
  none: number
  unsorted: number
  /** too few here, or in what could be worked out from here; then all is 0 */
  withheld?: true
  /** the whole, from which a limited reader could work out another site's; then all is 0 */
  apart?: true
}

/**
 * Counts by theme as readers may see them, of the whole and by group. The members are those that
 * the release let out together, also the unsorted and the hidden ones: so the tables of any two
 * moments tell no smaller groups apart than the release does, whoever sorts or hides meanwhile.
 */
export function themeCounts(
  comments: Pick<Comment, 'id' | 'group'>[],
  codings: Codings,
  themes: Theme[],
  smallestGroup: number,
): ThemeGroup[] {
  const groups = [...new Set(comments.map(({ group }) => group))].toSorted()
  const parts = groups.map((group) => {
    const members = comments.filter((comment) => comment.group === group)
    return { sites: [group], n: members.length, any: true, members }
  })
  const few = tooFew(parts, smallestGroup)
  const all = count('all', comments.length < smallestGroup ? [] : comments, codings, themes)
  return [
    all,
    ...parts.map((part) => {
      const hidden = few.includes(part)
      const group = count(part.sites[0]!, hidden ? [] : part.members, codings, themes)
      return hidden ? { ...group, withheld: true as const } : group
    }),
  ]
}

function count(
  id: string,
  members: Pick<Comment, 'id'>[],
  codings: Codings,
  themes: Theme[],
): ThemeGroup {
  const sorted = members.flatMap((member) =>
    codings.get(member.id) ? [themesOf(codings.get(member.id))] : [],
  )
  return {
    id,
    n: members.length,
    themes: themes.map(({ id: theme }) => {
      return { id: theme, count: sorted.filter((given) => given.includes(theme)).length }
    }),
    none: sorted.filter((given) => given.length === 0).length,
    unsorted: members.length - sorted.length,
  }
}
