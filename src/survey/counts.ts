import { profileOf } from './color/blend.ts'
import { breakdownsOf, groupIn } from './breakdown.ts'
import { ALL } from './kinds/rule.ts'
import { ruleOf } from './kinds/kinds.ts'
import type { Questionnaire } from './questionnaire.ts'
import { textFields } from './receive.ts'
import type { Response } from './response.ts'
import { marked } from './text/quotable.ts'

/** The cells of one question that a response adds one to. */
export interface Count {
  /** a question id, or the field of an "other"'s words; '' is the response as a whole */
  question: string
  cells: string[]
  /** a person's own words, for kinds that have them, as `marked` says whether to quote them */
  text?: string
  /** the groups that it is in, where breakdowns are declared */
  profile?: string
}

/**
 * What a response adds to the tallies of its site: itself, each answered question's cells, and
 * its texts. Sorted, so that whoever keeps them locks in one order.
 */
export function countsOf(questionnaire: Questionnaire, response: Response): Count[] {
  const counts: Count[] = [{ question: ALL, cells: [ALL] }]
  for (const question of questionnaire.questions) {
    const cells = ruleOf(question).count(question, response.answers)
    if (cells.length === 0) continue
    if (question.kind !== 'text') counts.push({ question: question.id, cells })
    for (const field of textFields(question)) {
      const text = response.answers[field]
      if (typeof text !== 'string') continue
      counts.push({ question: field, cells: [ALL], text: marked(text, response.answers, field) })
    }
  }
  const by = breakdownsOf(questionnaire)
  if (by.length > 0) {
    const profile = profileOf(by.map((one) => groupIn(one, response)))
    for (const count of counts) count.profile = profile
  }
  return counts.sort((a, b) => (a.question < b.question ? -1 : 1))
}
