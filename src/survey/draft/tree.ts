/** A survey file's tree in the making: anything may be missing or wrong. */
export type Tree = Record<string, unknown>
export type Step = string | number
export type Path = Step[]

export const isMap = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const mapOf = (value: unknown): Tree => (isMap(value) ? value : {})
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The languages of a draft, the first being the one that is translated from. */
export const languagesOf = (tree: unknown): string[] =>
  listOf(mapOf(tree)['languages']).filter((one) => typeof one === 'string')

export function valueAt(tree: unknown, path: Path): unknown {
  let value = tree
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<Step, unknown>)[step]
  }
  return value
}

/** The tree with another value at a path; undefined takes the value away. */
export function withValue(tree: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(tree)) {
    const next = withValue(tree[Number(step)], rest, value)
    return next === undefined ? tree.toSpliced(Number(step), 1) : tree.with(Number(step), next)
  }
  const map = mapOf(tree)
  const next = withValue(map[step], rest, value)
  const others = Object.entries(map).filter(([name]) => name !== String(step))
  if (next === undefined) return Object.fromEntries(others)
  // In its old place, so that a file keeps the order of its fields.
  if (Object.hasOwn(map, step)) {
    return Object.fromEntries(
      Object.entries(map).map(([name, old]) => [name, name === String(step) ? next : old]),
    )
  }
  return Object.fromEntries([...others, [String(step), next]])
}

/** Whether two values are the same, whatever the order of their fields. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]))
  }
  if (!isMap(one) || !isMap(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  )
}
