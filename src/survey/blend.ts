/**
 * How well the batches of a strand are mixed: whom the declared breakdowns tell apart and the
 * batches do not. It is what the auditor proves with that a breakdown and the steps shown
 * together single out nobody; it knows no answers, and goes with the final release.
 */
export interface Blend {
  /** members of the filling batch, by the groups that they are in */
  open: Map<string, number>
  /** disjoint pairs of members of one batch who are in different groups, by both their groups */
  pairs: Map<string, number>
  /** how many have withdrawn, each perhaps one of a pair */
  gone?: number
}

export const emptyBlend = (): Blend => ({ open: new Map(), pairs: new Map() })

/** More kinds of pairs prove nothing that these do not, and would weigh on every response. */
const MOST_KINDS = 40

/** Notes a member of the filling batch. */
export function noteMember({ open }: Blend, profile: string) {
  open.set(profile, (open.get(profile) ?? 0) + 1)
}

/** The batch is full: its members are paired and forgotten. */
export function closeBatch(blend: Blend) {
  blend.pairs = withPairs(blend)
  blend.open = new Map()
}

/** The pairs so far, with those of the filling batch: what has told least yet comes first. */
export function withPairs({ open, pairs }: Blend): Map<string, number> {
  const all = new Map(pairs)
  const left = new Map(open)
  const told = new Map<string, number>()
  const note = (pair: string, count: number) => {
    for (const one of contrastsOf(pair)) told.set(one, (told.get(one) ?? 0) + count)
  }
  for (const [pair, count] of all) note(pair, count)
  for (;;) {
    const worth = (pair: string) =>
      contrastsOf(pair).reduce((sum, one) => sum + 1 / (1 + (told.get(one) ?? 0)), 0)
    const can = pairsOf([...left.keys()]).filter((one) => all.has(one) || all.size < MOST_KINDS)
    const [best] = can
      .map((pair) => ({ pair, worth: worth(pair) }))
      .toSorted((a, b) => b.worth - a.worth || (a.pair < b.pair ? -1 : 1))
    if (!best) return all
    all.set(best.pair, (all.get(best.pair) ?? 0) + 1)
    note(best.pair, 1)
    for (const profile of best.pair.split(BETWEEN)) {
      const n = left.get(profile)! - 1
      if (n > 0) left.set(profile, n)
      else left.delete(profile)
    }
  }
}

/** Every pair of different profiles. */
const pairsOf = (profiles: string[]) =>
  profiles.flatMap((one, index) =>
    profiles.slice(index + 1).map((other) => [one, other].toSorted().join(BETWEEN)),
  )

/** What a pair tells apart, breakdown by breakdown. */
function contrastsOf(pair: string): string[] {
  const [one, other] = pairOf(pair)
  return one!.flatMap((group, index) => {
    const beside = other![index]
    return group === beside ? [] : [[index, ...[group, beside].toSorted()].join(AMONG)]
  })
}

const BETWEEN = '|'
const AMONG = ' '

export const profileOf = (groups: string[]) => groups.join(AMONG)

/** The groups of both of a pair, by breakdown. */
export const pairOf = (pair: string): string[][] =>
  pair.split(BETWEEN).map((profile) => profile.split(AMONG))
