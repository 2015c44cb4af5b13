import type { Question, Questionnaire } from '../questionnaire.ts'
import { type Group, NO_SITE, type Release } from '../release.ts'
import type { Row, Table } from '../table.ts'
import { differenceOf, measuresOf } from './measure.ts'
import { type Verdict, verdicts } from './verdict.ts'

export interface Judged {
  /** a group of the release */
  group: string
  /** what it is judged by: a measure's id */
  measure: string
  verdict: Verdict
}

/**
 * Each site beside all the others together, for everything that a question is compared by, and all
 * of it judged at once: which sites someone looks at changes nothing.
 */
export function compareSites(
  question: Question,
  release: Release,
  populations: Populations,
): Judged[] {
  const tableIn = ({ questions }: Group) => questions.find(({ id }) => id === question.id)
  const whole = release.groups.find(({ by }) => by === 'all')
  const all = whole && tableIn(whole)
  if (!all || all.withheld) return []
  const pairs = release.groups
    .filter(({ by }) => by === 'site')
    .flatMap((group) => {
      const table = tableIn(group)
      if (!table || table.n === 0 || table.n === all.n) return []
      const own = populations(group.id)
      const everyone = populations('all')
      const population = own === undefined || everyone === undefined ? undefined : everyone - own
      const others = measuresOf(question, without(all, table), { population })
      return measuresOf(question, table, { population: own }).map((measure, index) => ({
        group: group.id,
        measure: measure.id,
        difference: differenceOf(measure, others[index]!),
      }))
    })
  const judged = verdicts(pairs.map(({ difference }) => difference))
  return pairs.map(({ group, measure }, index) => ({ group, measure, verdict: judged[index]! }))
}

/** How many are listed in a group of a release, where that is known. */
export type Populations = (group: string) => number | undefined

/**
 * `whole` is whether all sites are there: of some alone the sum would be another. Who sees some
 * alone is told how many are listed `everywhere`, so that the whole has one interval for everybody.
 */
export function populationsOf(
  { sites }: Questionnaire,
  release: Release,
  whole: boolean,
  everywhere?: number,
): Populations {
  const unnamed = release.groups.some(({ id, released }) => id === NO_SITE && released > 0)
  const sum = (ids: string[]) =>
    ids.reduce<number | undefined>((all, id) => {
      const listed = sites.find((site) => site.id === id)?.listed
      return all === undefined || listed === undefined ? undefined : all + listed
    }, 0)
  return (group) => {
    if (group === 'all') {
      if (!whole) return everywhere
      return !unnamed && sites.length > 0 ? sum(sites.map(({ id }) => id)) : undefined
    }
    return sum(release.groups.find(({ id }) => id === group)?.sites ?? [group])
  }
}

/** A table of everyone but those of one of its parts. */
function without(all: Table, part: Table): Table {
  const options = all.options.map((row, index) => minus(row, part.options[index]!))
  return { id: all.id, kind: all.kind, n: all.n - part.n, options }
}

const minus = (all: Row, part: Row): Row => ({
  id: all.id,
  count: all.count - part.count,
  ...(all.places &&
    part.places && { places: all.places.map((count, place) => count - part.places![place]!) }),
})
