import type { Clashed, Meet } from './merge.ts'
import { isMap, same, type Step } from './tree.ts'

/** The last step of a clash in the order of a list. */
export const ORDER = '#order'

/** What an item is known by: its id, or itself. */
export const keyOf = (item: unknown): string | undefined => {
  const id = isMap(item) ? item['id'] : item
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

/** Whether every item of a list is known by something of its own. */
export function isKeyed(value: unknown): value is unknown[] {
  if (!Array.isArray(value)) return false
  const keys = value.map(keyOf)
  return !keys.includes(undefined) && new Set(keys).size === keys.length
}

/** Two editors' lists as one: items met one by one, moved and added ones in their places. */
export function mergeLists(
  base: unknown[],
  mine: unknown[],
  theirs: unknown[],
  path: Step[],
  meet: Meet,
  clashed: Clashed,
): unknown[] {
  const [before, one, other] = [base, mine, theirs].map(
    (list) => new Map(list.map((item) => [keyOf(item)!, item])),
  ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>]
  const items = new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((key) => [
      key,
      meet(before.get(key), one.get(key), other.get(key), [...path, key]),
    ]),
  )
  const common = [...before.keys()].filter((key) => one.has(key) && other.has(key))
  const orders = [one, other].map((map) => [...map.keys()].filter((key) => common.includes(key)))
  const [isMoved, isMovedThere] = orders.map((order) => !same(order, common))
  const differ = isMoved && isMovedThere && !same(orders[0], orders[1])
  const chosen = differ
    ? clashed({ path: [...path, ORDER], mine: orders[0], theirs: orders[1] })
    : orders[isMovedThere ? 1 : 0]
  const [leading, following] = chosen === orders[1] ? [other, one] : [one, other]
  return joined([...leading.keys()], [...following.keys()])
    .map((key) => items.get(key))
    .filter((item) => item !== undefined)
}

/** The leading order, with what only the other has behind what it followed there. */
function joined(leading: string[], following: string[]): string[] {
  const order = [...leading]
  for (const [index, key] of following.entries()) {
    if (order.includes(key)) continue
    const earlier = following.slice(0, index).findLast((one) => order.includes(one))
    order.splice(earlier === undefined ? 0 : order.indexOf(earlier) + 1, 0, key)
  }
  return order
}
