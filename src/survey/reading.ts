import { isAsked } from './conditions.ts'
import { ruleOf } from './kinds/kinds.ts'
import type { Question } from './questionnaire.ts'
import type { Answers, Fault, Fields } from './response.ts'

/** The answers to what is asked of someone, and everything that is wrong with them. */
export function readAnswers(questions: Question[], fields: Fields) {
  const answers: Answers = {}
  const faults: Fault[] = []
  for (const question of questions) {
    if (!isAsked(question, answers)) continue
    const read = ruleOf(question).read(question, fields)
    if ('faults' in read) faults.push(...read.faults)
    else if (question.id in read.answers) Object.assign(answers, read.answers)
    else if (question.required) faults.push({ field: question.id, code: 'missing' })
  }
  return { answers, faults }
}
