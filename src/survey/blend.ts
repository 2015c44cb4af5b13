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

/** The pairs so far, with those of the filling batch. */
export function withPairs({ open, pairs }: Blend): Map<string, number> {
  const all = new Map(pairs)
  for (const [pair, count] of pairsIn(open)) {
    if (!all.has(pair) && all.size >= MOST_KINDS) continue
    all.set(pair, (all.get(pair) ?? 0) + count)
  }
  return all
}

/** Pairs members up, those first who have least in common: they tell most. */
function pairsIn(members: Map<string, number>): Map<string, number> {
  const left = [...members].map(([profile, n]) => ({ profile, n, groups: profile.split(AMONG) }))
  const apart = (one: string[], other: string[]) =>
    one.filter((group, index) => group !== other[index]).length
  const pairs = new Map<string, number>()
  for (;;) {
    const [one, ...rest] = left
      .filter(({ n }) => n > 0)
      .toSorted((a, b) => b.n - a.n || (a.profile < b.profile ? -1 : 1))
    if (!one || rest.length === 0) return pairs
    const other = rest.reduce((best, next) =>
      apart(one.groups, next.groups) > apart(one.groups, best.groups) ? next : best,
    )
    const pair = [one.profile, other.profile].toSorted().join(BETWEEN)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    one.n -= 1
    other.n -= 1
  }
}

const BETWEEN = '|'
const AMONG = ' '

export const profileOf = (groups: string[]) => groups.join(AMONG)

/** The groups of both of a pair, by breakdown. */
export const pairOf = (pair: string): string[][] =>
  pair.split(BETWEEN).map((profile) => profile.split(AMONG))
