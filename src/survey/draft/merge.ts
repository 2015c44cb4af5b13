import { mergeLists, isKeyed } from './merge-lists.ts'
import { isMap, same, type Step, type Tree } from './tree.ts'

export type Side = 'mine' | 'theirs'

/** A field that both changed, each in another way. Items of lists are named by their id. */
export interface Clash {
  path: Step[]
  mine: unknown
  theirs: unknown
}

/** The key of a clash, for choosing. */
export const clashKey = (path: Step[]) => JSON.stringify(path)

/** Meets three values: what both started from, and what each made of it. undefined is absent. */
export type Meet = (base: unknown, mine: unknown, theirs: unknown, path: Step[]) => unknown
export type Clashed = (clash: Clash) => unknown

/**
 * Two editors' drafts as one. What one of them changed is taken; what both changed is a clash, in
 * which `choices` decide, and mine where nothing has been chosen yet.
 */
export function merge(
  base: Tree,
  mine: Tree,
  theirs: Tree,
  choices: Record<string, Side> = {},
): { merged: Tree; clashes: Clash[] } {
  const clashes: Clash[] = []
  const clashed: Clashed = (clash) => {
    clashes.push(clash)
    return clash[choices[clashKey(clash.path)] ?? 'mine']
  }
  const meet: Meet = (base, mine, theirs, path) => {
    if (same(mine, theirs) || same(base, theirs)) return mine
    if (same(base, mine)) return theirs
    // What a question hangs on is one thing, and so are its bins: half of each would be neither.
    if (path.at(-1) === 'showIf' || path.at(-1) === 'bins') return clashed({ path, mine, theirs })
    if (isMap(mine) && isMap(theirs)) return maps(isMap(base) ? base : {}, mine, theirs, path)
    if (isKeyed(mine) && isKeyed(theirs)) {
      return mergeLists(isKeyed(base) ? base : [], mine, theirs, path, meet, clashed)
    }
    return clashed({ path, mine, theirs })
  }
  const maps = (base: Tree, mine: Tree, theirs: Tree, path: Step[]): Tree => {
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs)])
    const entries = [...names].map((name) => {
      const [one, two, three] = [base, mine, theirs].map((map) => own(map, name))
      return [name, meet(one, two, three, [...path, name])]
    })
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Tree
  }
  return { merged: maps(base, mine, theirs, []), clashes }
}

const own = (map: Tree, name: string) => (Object.hasOwn(map, name) ? map[name] : undefined)
