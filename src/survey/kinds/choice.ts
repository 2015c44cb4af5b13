import { many, one } from '../fields.ts'
import { type Choice, OTHER, otherField } from '../questionnaire.ts'
import { ALL, fault, once, read, type Rule } from './rule.ts'
import { otherText, printChosen } from './options.ts'

export const choice: Rule<Choice> = {
  read(question, fields) {
    const words = question.other ? one(fields, otherField(question.id)) : ''
    const chosen = many(fields, question.id)
    // Words under "other" with nothing chosen mean that "other" was meant.
    if (chosen.length === 0 && words) chosen.push(OTHER)
    const [option] = chosen
    if (option === undefined) return read({})
    if (chosen.length > 1) return fault(question.id, 'too-many', { max: 1 })
    if (!choice.options(question).includes(option)) return fault(question.id, 'unknown-option')
    return otherText(question, option === OTHER, words, { [question.id]: option })
  },
  count: (question, answers) => (question.id in answers ? [ALL, String(answers[question.id])] : []),
  exclusive: true,
  options: once((question) => [
    ...question.options.map((option) => option.id),
    ...(question.other ? [OTHER] : []),
  ]),
  print: printChosen,
}
