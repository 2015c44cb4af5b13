import type { Question } from '../questionnaire.ts'
import { placeLeft, type Table } from '../table.ts'
import { type Difference, meanDifference, shareDifference } from './difference.ts'
import { type Moments, meanInterval, momentsOf } from './mean.ts'
import type { Interval } from './sample.ts'
import { type Share, shareInterval } from './share.ts'

/** One thing that a question is compared by: an option's share or mean place, a scale's mean. */
export type Measure = { id: string } & (
  { share: Share } | { mean: Moments & { population: number | undefined } }
)

/** The id of a scale's one measure. */
export const MEAN = 'mean'

interface Sample {
  /** the listed, where they are known */
  population?: number | undefined
  /** by how much weights enlarge the variance */
  effect?: number | undefined
}

/** What a table says, and how much it is worth. */
export function measuresOf(question: Question, table: Table, sample: Sample = {}): Measure[] {
  const { population, effect = 1 } = sample
  const worth = (moments: Moments) => ({ ...moments, n: moments.n / effect, population })
  if (question.kind === 'text' || table.n === 0) return []
  if (question.kind === 'scale') return [{ id: MEAN, mean: worth(stepMoments(table)) }]
  if (question.kind === 'ranking') {
    const left = placeLeft(question)
    return table.options.flatMap(({ id, count, places }) => {
      if (!places) return []
      const given = places.map((count, index) => ({ value: index + 1, count }))
      const moments = momentsOf([...given, { value: left, count: table.n - count }])
      return [{ id, mean: worth(moments) }]
    })
  }
  return table.options.map(({ id, count }) => ({
    id,
    share: { count: count / effect, n: table.n / effect, population },
  }))
}

export const stepMoments = ({ options }: Table): Moments =>
  momentsOf(options.map(({ id, count }) => ({ value: Number(id), count })))

export const intervalOf = (measure: Measure): Interval | undefined =>
  'share' in measure
    ? shareInterval(
        measure.share.count / measure.share.n,
        measure.share.n,
        measure.share.population,
      )
    : meanInterval(measure.mean, measure.mean.population)

/** How far one is above the other; of a ranking too, where a lower place is the better. */
export function differenceOf(one: Measure, other: Measure): Difference | undefined {
  if ('share' in one && 'share' in other) return shareDifference(one.share, other.share)
  if ('mean' in one && 'mean' in other) return meanDifference(one.mean, other.mean)
  return undefined
}
