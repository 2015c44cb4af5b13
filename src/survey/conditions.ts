import { many } from './fields.ts'
import type { Question } from './questionnaire.ts'
import type { Fields } from './response.ts'

/**
 * Whether a question is asked of someone who gave these answers so far. The answer that it hangs
 * on is missing where that question was itself not asked, so conditions chain by themselves.
 */
export function isAsked(question: Question, answersSoFar: Fields): boolean {
  const condition = question.showIf
  if (!condition) return true
  return many(answersSoFar, condition.question).some((value) => condition.is.includes(value))
}
