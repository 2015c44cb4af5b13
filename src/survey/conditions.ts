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

/** The questions that were asked of someone who filled a form in like this. */
export function askedOf(questions: Question[], fields: Fields): Question[] {
  const soFar: Fields = {}
  return questions.filter((question) => {
    if (!isAsked(question, soFar)) return false
    soFar[question.id] = many(fields, question.id)
    return true
  })
}
