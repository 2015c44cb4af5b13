import { type Codings, isDisputed, themesOf } from './coding.ts'
import type { Comment } from './comment.ts'
import { makeSearch, type Place } from './search.ts'
import type { Stems } from './stem.ts'
import { wordsIn } from './words.ts'

/** What comments can be looked at by; `shown` is every one that is not hidden. */
export const commentStates = ['shown', 'unsorted', 'disputed', 'masked', 'hidden'] as const
export type CommentState = (typeof commentStates)[number]

/** Which comments a reader looks at; '' does not limit. */
export interface Selection {
  question: string
  site: string
  /** a language, or `unknown` */
  language: string
  /** a theme's id, or `none` */
  theme: string
  state: CommentState
  search: string
}

export const everything: Selection = {
  question: '',
  site: '',
  language: '',
  theme: '',
  state: 'shown',
  search: '',
}

/** A comment that was asked for, with where the words stand that were searched for. */
export interface Selected {
  comment: Comment
  found: Place[]
}

/** The comments that are asked for. `coder` is who asks: what is unsorted differs by person. */
export function select(
  comments: Comment[],
  { question, site, language, theme, state, search }: Selection,
  codings: Codings,
  coder: string,
  stems: Stems,
): Selected[] {
  const asked = wordsIn(search).length > 0
  const find = makeSearch(search, stems)
  return comments.flatMap((comment) => {
    const own = codings.get(comment.id)
    if (!isIn(comment, state, own, coder)) return []
    if (question && comment.field !== question) return []
    if (site && comment.group !== site) return []
    if (language && comment.language !== (language === 'unknown' ? '' : language)) return []
    if (theme && !hasTheme(own, theme)) return []
    const found = asked ? find(comment.text, comment.language) : []
    return found ? [{ comment, found }] : []
  })
}

type Own = ReturnType<Codings['get']>

function isIn(comment: Comment, state: CommentState, own: Own, coder: string): boolean {
  if (state === 'hidden' || comment.hiding) return state === 'hidden' && Boolean(comment.hiding)
  if (state === 'masked') return comment.maskings.length > 0
  if (state === 'unsorted') return !own?.some((coding) => coding.coder === coder)
  return state === 'shown' || isDisputed(own)
}

function hasTheme(own: Own, theme: string): boolean {
  if (!own) return false
  const given = themesOf(own)
  return theme === 'none' ? given.length === 0 : given.includes(theme)
}
