import { pairOf, SHARED, withPairs } from '../color/blend.ts'
import { breakdownsOf } from '../breakdown.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Tallies } from '../release.ts'
import { type Class, type Division, keyOf, membersOf } from './division.ts'
import type { Evidence } from './evidence.ts'
import { type Difference, holdsBases } from './proof.ts'

/**
 * Whether breakdowns and everything shown by site, step by step, together single out nobody: no
 * sum of shown tables, each times any number, is of 1 to k−1 people.
 *
 * Such a sum gives everyone the number of their batch plus one number for each breakdown. Two of
 * one batch whom it leaves out have the same sum of the latter. Where pairs that share nobody
 * hold k bases of all differences between classes, fewer than k people leave one basis whole, so
 * the numbers of each breakdown are all the same, and the sum tells of whole batches only. Those
 * have at least k members each. Who has withdrawn may have been one of a pair, so there must be as
 * many bases more.
 */
export function isMixed(
  questionnaire: Questionnaire,
  divisions: Division[],
  { tallies }: Evidence,
  question: string,
): boolean {
  const ways = waysOf(questionnaire, divisions)
  const rank = ways.reduce((sum, { size }) => sum + size - 1, 0)
  if (rank === 0) return true
  const found = new Map<string, Difference>()
  let gone = 0
  for (const strands of tallies.values()) gone += strands.get(question)?.blend?.gone ?? 0
  for (const [pair, count] of pairsIn(tallies, question)) {
    const vector = differenceOf(pair, ways)
    if (vector) {
      const difference = found.get(vector.join()) ?? { vector, count: 0 }
      difference.count += count
      found.set(vector.join(), difference)
    }
  }
  return holdsBases([...found.values()], rank, questionnaire.smallestGroup + gone)
}

/** The pairs of a question at all sites, as often as each was found. */
function pairsIn(tallies: Tallies, question: string): Map<string, number> {
  const all = new Map<string, number>()
  for (const strands of tallies.values()) {
    const blend = strands.get(question)?.blend
    for (const [pair, count] of blend ? withPairs(blend) : []) {
      all.set(pair, (all.get(pair) ?? 0) + count)
    }
  }
  return all
}

interface Way {
  /** its place among the declared breakdowns */
  index: number
  /** by group, the class that it is in */
  classes: Map<string, number>
  size: number
}

/** The breakdowns that tell anyone apart, with the classes that anyone is in. */
function waysOf(questionnaire: Questionnaire, divisions: Division[]): Way[] {
  return divisions.flatMap(({ by, classes }) => {
    if (by === 'site') return []
    const peopled = classes.filter((one) => membersOf(one) > 0)
    if (peopled.length < 2) return []
    const key = keyOf(questionnaire, by)
    const places = peopled.flatMap(({ atoms }: Class, place) =>
      atoms.map((atom) => [key(atom), place] as const),
    )
    const index = breakdownsOf(questionnaire).indexOf(by)
    return [{ index, classes: new Map(places), size: peopled.length }]
  })
}

/** Undefined where the two are told apart by nothing, or were paired by other breakdowns. */
function differenceOf(pair: string, ways: Way[]): number[] | undefined {
  const [one, other] = pairOf(pair)
  const vector: number[] = []
  for (const { index, classes, size } of ways) {
    if (one?.[index] === SHARED) {
      vector.push(...Array.from({ length: size }, () => 0))
      continue
    }
    const places = [one, other].map((groups) => classes.get(groups?.[index] ?? ''))
    if (places.includes(undefined)) return undefined
    for (let place = 0; place < size; place += 1) {
      vector.push(Number(places[0] === place) - Number(places[1] === place))
    }
  }
  return vector.some((value) => value !== 0) ? vector : undefined
}

/** In how many pairs one of these groups of a breakdown stands beside another group. */
export function pairsWith(
  questionnaire: Questionnaire,
  { tallies }: Evidence,
  question: string,
  by: string,
  parts: string[][],
): number[] {
  const index = breakdownsOf(questionnaire).findIndex((one) => one === by)
  const pairs = [...pairsIn(tallies, question)].map(([pair, count]) => ({
    groups: pairOf(pair).map((all) => all[index] ?? ''),
    count,
  }))
  return parts.map((part) => {
    const beside = pairs.filter(({ groups }) => {
      const [one, other] = groups.map((group) => part.includes(group))
      return one !== other
    })
    return beside.reduce((sum, { count }) => sum + count, 0)
  })
}
