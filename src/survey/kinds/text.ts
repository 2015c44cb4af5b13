import { lengthOf, one } from '../fields.ts'
import type { FreeText } from '../questionnaire.ts'
import { ALL, fault, read, type Rule } from './rule.ts'

export const text: Rule<FreeText> = {
  read(question, fields) {
    const words = one(fields, question.id)
    if (lengthOf(words) > question.max) return fault(question.id, 'too-long', { max: question.max })
    return read(words === '' ? {} : { [question.id]: words })
  },
  count: (question, answers) => (question.id in answers ? [ALL] : []),
  options: () => [],
  print(question, fields) {
    const words = one(fields, question.id)
    return words ? words.split('\n') : []
  },
}
