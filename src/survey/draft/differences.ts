import { ORDER, isKeyed, keyOf } from './merge-lists.ts'
import { isMap, same, type Step, type Tree } from './tree.ts'

/** The fields in which two trees differ, items of lists by their id; the smallest that differ. */
export function differences(before: Tree, after: Tree): Step[][] {
  const found: Step[][] = []
  const compare = (one: unknown, other: unknown, path: Step[]) => {
    if (same(one, other)) return
    if (isMap(one) && isMap(other) && path.at(-1) !== 'showIf') {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
        compare(one[name], other[name], [...path, name])
      }
    } else if (isKeyed(one) && isKeyed(other)) lists(one, other, path)
    else found.push(path)
  }
  const lists = (one: unknown[], other: unknown[], path: Step[]) => {
    const [was, is] = [one, other].map(
      (list) => new Map(list.map((item) => [keyOf(item)!, item])),
    ) as [Map<string, unknown>, Map<string, unknown>]
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      compare(was.get(key), is.get(key), [...path, key])
    }
    const stayed = [...was.keys()].filter((key) => is.has(key))
    const order = [...is.keys()].filter((key) => was.has(key))
    if (!same(stayed, order)) found.push([...path, ORDER])
  }
  compare(before, after, [])
  return found
}

/** The value at a path that names items of lists by their id. */
export function named(tree: unknown, path: Step[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (isMap(value)) return Object.hasOwn(value, step) ? value[step] : undefined
    if (!Array.isArray(value)) return undefined
    if (step === ORDER) return value.map(keyOf)
    return value.find((item) => keyOf(item) === step)
  }, tree)
}
