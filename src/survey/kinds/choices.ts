import { many, one } from '../fields.ts'
import { type Choices, NONE, OTHER, otherField } from '../questionnaire.ts'
import { otherText, printChosen } from './options.ts'
import { ALL, fault, once, read, type Rule } from './rule.ts'

export const choices: Rule<Choices> = {
  read(question, fields) {
    const words = question.other ? one(fields, otherField(question.id)) : ''
    const chosen = many(fields, question.id)
    if (words && !chosen.includes(OTHER) && !chosen.includes(NONE)) chosen.push(OTHER)
    const offered = choices.options(question)
    if (chosen.some((id) => !offered.includes(id))) return fault(question.id, 'unknown-option')
    if (chosen.length === 0) return read({})
    if (chosen.includes(NONE) && chosen.length > 1) return fault(question.id, 'none-and-more')
    if (question.max !== undefined && chosen.length > question.max) {
      return fault(question.id, 'too-many', { max: question.max })
    }
    const sorted = offered.filter((id) => chosen.includes(id))
    return otherText(question, chosen.includes(OTHER), words, { [question.id]: sorted })
  },
  count(question, answers) {
    const chosen = answers[question.id]
    return Array.isArray(chosen) ? [ALL, ...chosen] : []
  },
  exclusive: false,
  options: once((question) => [
    ...question.options.map((option) => option.id),
    ...(question.other ? [OTHER] : []),
    ...(question.none ? [NONE] : []),
  ]),
  print: printChosen,
}
