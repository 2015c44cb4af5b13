import { lengthOf, one } from '../fields.ts'
import type { FreeText } from '../questionnaire.ts'
import { AGREED, quoteField } from '../text/quotable.ts'
import { ALL, fault, read, type Rule } from './rule.ts'

export const text: Rule<FreeText> = {
  read(question, fields) {
    const words = one(fields, question.id)
    if (lengthOf(words) > question.max) return fault(question.id, 'too-long', { max: question.max })
    if (words === '') return read({})
    const field = quoteField(question.id)
    const agreed = question.quotable && one(fields, field) === AGREED
    return read({ [question.id]: words, ...(agreed && { [field]: AGREED }) })
  },
  count: (question, answers) => (question.id in answers ? [ALL] : []),
  exclusive: false,
  options: () => [],
  print(question, fields) {
    const words = one(fields, question.id)
    return words ? words.split('\n') : []
  },
}
