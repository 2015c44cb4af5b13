/** A group of responses that a table could be shown for, with what decides whether it may be. */
export interface Part {
  sites: string[]
  /** members that count */
  n: number
  /** those of them whom no step has shown; all where absent */
  fresh?: number
  /** whether there is anything at all to show, also beside n ("don't know") */
  any: boolean
}

/** Below this a site is merged with others in the final release (at least the smallest group). */
export const MERGE_BELOW = 10

/** A group of fewer is merged. */
export const mergeBelow = (smallestGroup: number) => Math.max(MERGE_BELOW, smallestGroup)

/**
 * Merges sites into parts that may be told apart after closing: who is under the limit joins
 * "others", and the next smallest as long as that is too small. [] where nothing can be told
 * apart. The parts cover everyone, so whatever is not shown is as large as "others".
 */
export function partition(sites: Map<string, number>, smallestGroup: number): Part[] {
  const limit = mergeBelow(smallestGroup)
  const sized = [...sites].map(([site, n]) => ({ sites: [site], n, any: n > 0 }))
  const merged = enough(sized, (part) => part.any && part.n < limit, limit)
  const kept = sized.filter((part) => !merged.includes(part))
  if (!kept.some((part) => part.any)) return []
  if (merged.length === 0) return kept
  const others = {
    sites: merged.flatMap((part) => part.sites),
    n: sum(merged),
    any: true,
  }
  return [...kept, others]
}

/**
 * The parts that may not be shown one by one for a question: those with too few answers, or too
 * few that no step has shown, and then the next smallest, until nothing can be worked out by
 * subtracting the shown from the whole.
 */
export const tooFew = (parts: Part[], smallestGroup: number): Part[] =>
  enough(
    parts,
    (part) => part.any && (part.n < smallestGroup || isSliver([part], smallestGroup)),
    smallestGroup,
  )

/** Whether a reader could work out what less than k people add to what was shown before. */
function isSliver(parts: Part[], smallestGroup: number): boolean {
  const fresh = parts.reduce((sum, part) => sum + (part.fresh ?? part.n), 0)
  return fresh > 0 && fresh < smallestGroup
}

function enough(parts: Part[], small: (part: Part) => boolean, limit: number): Part[] {
  const together = parts.filter(small)
  const rest = parts
    .filter((part) => part.any && !small(part))
    .toSorted((a, b) => a.n - b.n || (a.sites[0]! < b.sites[0]! ? -1 : 1))
  while (together.length > 0 && (sum(together) < limit || isSliver(together, limit))) {
    const next = rest.shift()
    if (!next) break
    together.push(next)
  }
  return together
}

const sum = (parts: Part[]) => parts.reduce((n, part) => n + part.n, 0)
