import { ruleOf } from '../kinds/kinds.ts'
import { isPairCell } from '../kinds/ranking.ts'
import { ALL } from '../kinds/rule.ts'
import { DONT_KNOW, type Question } from '../questionnaire.ts'
import { type Class, type Division, membersOf } from './division.ts'
import { type Atom, cellsIn } from './evidence.ts'

/** People whom two or more ways of dividing put together, though no table shows them. */
interface Cross {
  n: number
  /** the tables that they are in, by place */
  tables: number[]
  low: Float64Array
  high: Float64Array
}

/** What is known of some: how many they are, and how often each option stands. */
interface Known {
  n: number
  counts: number[]
}

/** After so many rounds bounds hardly move. */
const ROUNDS = 12

/**
 * Whether bounds tell exactly what 1 to k−1 people answered who are, say, of one site and one
 * channel: each option's count at least what other crossings cannot hold, at most what each
 * table has. What one table tells alone, as where everyone in it agrees, is that table's own
 * result and no leak of combining.
 */
export function isPinned(
  question: Question,
  divisions: Division[],
  atoms: Atom[],
  smallestGroup: number,
): boolean {
  const told = divisions.filter(({ classes }) => classes.length > 1)
  if (told.length < 2) return false
  const options = optionsOf(cellsIn(atoms, question.id))
  const placed = told.map(({ classes }) => placedIn(classes, options))
  const people = peopleIn(question, atoms)
  const pairs = placed.flatMap((one, index) => placed.slice(index + 1).map((other) => [one, other]))
  const sets = placed.length > 2 ? [...pairs, placed] : pairs
  return sets.some((ways) => isPinnedAmong(question, ways, people, options, smallestGroup))
}

const optionsOf = (cells: Map<string, number>) =>
  [...cells.keys()].filter((id) => id !== ALL && !isPairCell(id))

/** A way of dividing: what each class's table tells, and which class an atom is in. */
interface Placed {
  tables: Known[]
  place: Map<Atom, number>
}

function placedIn(classes: Class[], options: string[]): Placed {
  const tables = classes.map((one): Known => ({
    n: membersOf(one),
    counts: options.map((id) => one.cells.get(id) ?? 0),
  }))
  const places = classes.flatMap(({ atoms }, at) => atoms.map((atom) => [atom, at] as const))
  return { tables, place: new Map(places) }
}

/** Who counts, and who else said something. */
interface People {
  atom: Atom
  n: number
  most: number
}

const peopleIn = ({ id }: Question, atoms: Atom[]): People[] =>
  atoms.flatMap((atom) => {
    const cells = atom.cells.get(id)
    const n = cells?.get(ALL) ?? 0
    return cells ? [{ atom, n, most: n + (cells.get(DONT_KNOW) ?? 0) }] : []
  })

function isPinnedAmong(
  question: Question,
  ways: Placed[],
  people: People[],
  options: string[],
  k: number,
): boolean {
  const tables = ways.flatMap((way) => way.tables)
  const crosses = crossesOf(ways, people, options.length)
  if (!crosses.some(({ n }) => n > 0 && n < k)) return false
  // Of several answers or places to one person there is no sum to rest on.
  const summed = ruleOf(question).exclusive
    ? options.flatMap((id, at) => (id === DONT_KNOW ? [] : [at]))
    : undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = byTables(tables, crosses, options.length)
    if (![moved, summed && byPeople(crosses, summed)].includes(true)) break
  }
  return crosses.some(
    ({ n, low, high, tables: own }) =>
      n > 0 &&
      n < k &&
      low.every((least, at) => least === high[at]) &&
      !own.some((place) => isUnanimous(tables[place]!)),
  )
}

const isUnanimous = ({ n, counts }: Known) => counts.every((count) => count === 0 || count === n)

function crossesOf(ways: Placed[], people: People[], options: number): Cross[] {
  const crosses = new Map<number, Cross>()
  for (const { atom, n, most } of people) {
    const tables: number[] = []
    let [before, key] = [0, 0]
    for (const { place, tables: own } of ways) {
      const at = place.get(atom)!
      tables.push(before + at)
      before += own.length
      key = key * own.length + at
    }
    let cross = crosses.get(key)
    if (!cross) {
      cross = { n: 0, tables, low: new Float64Array(options), high: new Float64Array(options) }
      crosses.set(key, cross)
    }
    cross.n += n
    for (let at = 0; at < options; at += 1) cross.high[at]! += most
  }
  return [...crosses.values()]
}

/** What a table has and its other crossings cannot or must hold. Returns whether anything moved. */
function byTables(tables: Known[], crosses: Cross[], options: number): boolean {
  const sums = tables.map(() => ({
    low: new Float64Array(options),
    high: new Float64Array(options),
  }))
  for (const { tables: own, low, high } of crosses) {
    for (const place of own) {
      for (let at = 0; at < options; at += 1) {
        sums[place]!.low[at]! += low[at]!
        sums[place]!.high[at]! += high[at]!
      }
    }
  }
  let moved = false
  for (const cross of crosses) {
    const [low, high] = [cross.low.slice(), cross.high.slice()]
    for (const place of cross.tables) {
      const { counts } = tables[place]!
      const sum = sums[place]!
      for (let at = 0; at < options; at += 1) {
        high[at] = Math.min(high[at]!, counts[at]! - (sum.low[at]! - cross.low[at]!))
        low[at] = Math.max(low[at]!, counts[at]! - (sum.high[at]! - cross.high[at]!))
      }
    }
    moved = tighten(cross, low, high) || moved
  }
  return moved
}

/** Each person gave one answer. */
function byPeople(crosses: Cross[], options: number[]): boolean {
  let moved = false
  for (const cross of crosses) {
    const [low, high] = [cross.low.slice(), cross.high.slice()]
    const sum = (of: Float64Array) => options.reduce((all, at) => all + of[at]!, 0)
    const [lows, highs] = [sum(low), sum(high)]
    for (const at of options) {
      high[at] = Math.min(high[at]!, cross.n - (lows - cross.low[at]!))
      low[at] = Math.max(low[at]!, cross.n - (highs - cross.high[at]!))
    }
    moved = tighten(cross, low, high) || moved
  }
  return moved
}

function tighten(cross: Cross, low: Float64Array, high: Float64Array): boolean {
  const moved = low.some((value, at) => value !== cross.low[at] || high[at] !== cross.high[at])
  cross.low = low
  cross.high = high
  return moved
}
