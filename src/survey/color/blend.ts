/**
 * How well the batches of a strand are mixed: whom the declared breakdowns tell apart and the
 * batches do not. It is what the auditor proves with that a breakdown and the steps shown
 * together single out nobody; it knows no answers, and goes with the final release.
 */
export interface Blend {
  /** members of the filling batch, by the groups that they are in */
  open: Map<string, number>
  /** disjoint pairs of members of one batch who are in different groups, by what differs */
  pairs: Map<string, number>
  /** how many have withdrawn, each perhaps one of a pair */
  gone?: number
}

export const emptyBlend = (): Blend => ({ open: new Map(), pairs: new Map() })

/** More kinds of pairs prove nothing that these do not, and would weigh on every response. */
const MOST_KINDS = 40
/** So many profiles are looked at beside each other, the most common first: batches can be large. */
const SIDE_BY_SIDE = 12

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
  if (open.size < 2) return all
  const left = new Map([...open].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
  const told = new Map<string, number>()
  const note = (contrasts: string[], count: number) => {
    for (const one of contrasts) told.set(one, (told.get(one) ?? 0) + count)
  }
  for (const [pair, count] of all) note(contrastsOf(pair), count)
  const known = new Map<string, Candidate>()
  for (;;) {
    const worth = ({ contrasts }: Candidate) =>
      contrasts.reduce((sum, one) => sum + 1 / (1 + (told.get(one) ?? 0)), 0)
    let best: Candidate | undefined
    let most = 0
    for (const one of candidates([...left.keys()].slice(0, SIDE_BY_SIDE), known)) {
      if (!all.has(one.pair) && all.size >= MOST_KINDS) continue
      const its = worth(one)
      if (its > most) [best, most] = [one, its]
    }
    if (!best) return all
    all.set(best.pair, (all.get(best.pair) ?? 0) + 1)
    note(best.contrasts, 1)
    for (const profile of best.profiles) {
      const n = left.get(profile)! - 1
      if (n > 0) left.set(profile, n)
      else left.delete(profile)
    }
  }
}

/** Two profiles that could be a pair. */
interface Candidate {
  profiles: [string, string]
  pair: string
  contrasts: string[]
}

/** Every pair of different profiles; what was worked out for one is known from then on. */
const candidates = (profiles: string[], known: Map<string, Candidate>): Candidate[] =>
  profiles.flatMap((one, index) =>
    profiles.slice(index + 1).map((other) => {
      const key = one + BETWEEN + other
      const found = known.get(key) ?? candidate(one, other)
      known.set(key, found)
      return found
    }),
  )

function candidate(one: string, other: string): Candidate {
  const pair = apart(one, other)
  return { profiles: [one, other], pair, contrasts: contrastsOf(pair) }
}

/** Both profiles without what they share: that proves nothing, and would tell more of the two. */
function apart(one: string, other: string): string {
  const [mine, theirs] = [one.split(AMONG), other.split(AMONG)]
  const without = (groups: string[], beside: string[]) =>
    profileOf(groups.map((group, index) => (group === beside[index] ? SHARED : group)))
  return [without(mine, theirs), without(theirs, mine)].toSorted().join(BETWEEN)
}

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
/** In the place of a group that both of a pair are in; no id has this sign. */
export const SHARED = '='

export const profileOf = (groups: string[]) => groups.join(AMONG)

/** The groups of both of a pair, by breakdown. */
export const pairOf = (pair: string): string[][] =>
  pair.split(BETWEEN).map((profile) => profile.split(AMONG))
