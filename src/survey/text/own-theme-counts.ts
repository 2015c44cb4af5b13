import { isBlended } from '../own-sites.ts'
import { OTHERS, type Release } from '../release.ts'
import type { Codings } from './coding.ts'
import type { Comment } from './comment.ts'
import type { Theme } from './theme.ts'
import { themeCounts, type ThemeGroup } from './theme-counts.ts'

type Counted = Pick<Comment, 'id' | 'field' | 'group'>

interface Sources {
  /** all released comments, also those of sites that are not the reader's */
  comments: Counted[]
  codings: Codings
  themes: Theme[]
  release: Pick<Release, 'smallestGroup' | 'pooled'>
  /** the reader's; none are all */
  sites: string[]
}

/**
 * Counts by theme as a reader may see them: of their own sites, and of the whole where it does not
 * lead to a single other site, field by field, as with every other number.
 */
export function ownThemeCounts({ comments, codings, themes, release, sites }: Sources) {
  const [all, ...groups] = themeCounts(comments, codings, themes, release.smallestGroup)
  if (sites.length === 0) return [all!, ...groups]
  const fields = [...new Set(comments.map(({ field }) => field))]
  const told = fields.every((field) => {
    const written = comments.filter((comment) => comment.field === field)
    const others = sitesOf(written, release.pooled[field] ?? []).filter(
      (site) => !sites.includes(site),
    )
    return isBlended(others)
  })
  const whole: ThemeGroup = told ? all! : { ...emptied(all!), apart: true }
  return [whole, ...groups.filter(({ id }) => sites.includes(id))]
}

/** Where comments are from; sites whose comments stand together count one by one. */
const sitesOf = (comments: Counted[], pooled: string[]): string[] =>
  [...new Set(comments.map(({ group }) => group))].flatMap((group) =>
    group === OTHERS ? pooled : [group],
  )

const emptied = (group: ThemeGroup): ThemeGroup => ({
  ...group,
  n: 0,
  themes: group.themes.map(({ id }) => ({ id, count: 0 })),
  none: 0,
  unsorted: 0,
})
