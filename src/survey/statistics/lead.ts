import type { Question } from '../questionnaire.ts'
import type { Measure } from './measure.ts'
import { Z } from './normal.ts'
import { sizeIn } from './sample.ts'

/**
 * The option next to the one that most chose, where the order of the two may be due to chance, 95 %.
 * One person's answer counts for both, so their difference varies by (p + q − (p − q)²)/n at most:
 * exactly that where one option can be chosen, less where several can, so nothing is called certain
 * too soon.
 */
export function rivalOf(question: Question, measures: Measure[]): string | undefined {
  if (question.kind !== 'choice' && question.kind !== 'choices') return undefined
  const shares = measures.flatMap((one) => ('share' in one ? [{ id: one.id, ...one.share }] : []))
  const [first, next] = shares.toSorted((a, b) => b.count - a.count)
  if (!first || !next || next.count === 0 || first.count === next.count) return undefined
  const [p, q] = [first.count / first.n, next.count / next.n]
  const size = sizeIn(first.n, first.population)
  const reach = Z * Math.sqrt((p + q - (p - q) ** 2) / size)
  return p - q < reach ? next.id : undefined
}
