import { languagesOf, mapOf, type Tree, valueAt, withValue } from './tree.ts'

/** What belongs to one inquiry and not to the next. */
const ownOnly = [['id'], ['opens'], ['closes'], ['privacy', 'retainUntil'], ['privacy', 'decision']]

/** A draft like another: the ids of questions and options stay, so that results can be compared. */
export function copyOf(tree: unknown): Tree {
  let copy: unknown = mapOf(structuredClone(tree))
  for (const path of ownOnly) {
    if (valueAt(copy, path) !== undefined) copy = withValue(copy, path, undefined)
  }
  return copy as Tree
}

/** A draft in some of its languages only, in the order in which they are named. */
export function inLanguages(tree: Tree, languages: string[]): Tree {
  const dropped = new Set(languagesOf(tree).filter((one) => !languages.includes(one)))
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([name]) => !dropped.has(name))
    return Object.fromEntries(entries.map(([name, one]) => [name, without(one)]))
  }
  return { ...(without(tree) as Tree), languages }
}
