import { textsIn } from './texts.ts'
import { languagesOf, type Path, type Tree } from './tree.ts'

/**
 * Which translations have been confirmed: for the place of a translation, the source text that it
 * was last right for. One without a mark has never met a change of its source.
 */
export type Marks = Record<string, string>

export const markKey = (place: string, language: string) => `${place}:${language}`

/** A translation older than its source text. */
export interface Stale {
  key: string
  path: Path
  language: string
  /** the source text that it was right for, and the one of now */
  before: string
  now: string
}

export function staleIn(tree: Tree, marks: Marks): Stale[] {
  const [source, ...others] = languagesOf(tree)
  return textsIn(tree).flatMap(({ key: place, path, words }) =>
    others.flatMap((language) => {
      const key = markKey(place, language)
      const now = words[source!]?.trim() ?? ''
      const before = Object.hasOwn(marks, key) ? marks[key]!.trim() : now
      const is = words[language] && before !== now
      return is ? [{ key, path: [...path, language], language, before, now }] : []
    }),
  )
}

/** The marks after an edit: what was translated is right for its source; what was not, is not. */
export function marksAfter(before: Tree, after: Tree, marks: Marks): Marks {
  const [source, ...others] = languagesOf(after)
  const was = new Map(textsIn(before).map(({ key, words }) => [key, words]))
  const next: Marks = { ...marks }
  for (const { key: place, words } of textsIn(after)) {
    const old = was.get(place) ?? {}
    for (const language of others) {
      const key = markKey(place, language)
      if (!words[language]) continue
      if (words[language] !== old[language]) next[key] = words[source!] ?? ''
      else if (words[source!] !== old[source!] && !Object.hasOwn(next, key)) {
        next[key] = old[source!] ?? ''
      }
    }
  }
  return next
}

/** Only the marks of translations that are there. */
export function marksOf(tree: Tree, marks: Marks): Marks {
  const known = new Set(
    textsIn(tree).flatMap(({ key, words }) =>
      Object.keys(words).map((language) => markKey(key, language)),
    ),
  )
  return Object.fromEntries(Object.entries(marks).filter(([key]) => known.has(key)))
}

/** The marks of two editors; where they differ, the one by which a translation is stale. */
export function mergeMarks(base: Marks, mine: Marks, theirs: Marks, tree: Tree): Marks {
  const [source] = languagesOf(tree)
  const now = new Map(textsIn(tree).map(({ key, words }) => [key, words[source!] ?? '']))
  const merged: Marks = { ...theirs }
  for (const [key, mark] of Object.entries(mine)) {
    if (mark === base[key] && Object.hasOwn(theirs, key)) continue
    const changed = Object.hasOwn(theirs, key) && theirs[key] !== base[key]
    const text = now.get(key.slice(0, key.lastIndexOf(':')))
    if (!changed || theirs[key] === text) merged[key] = mark
  }
  return merged
}
