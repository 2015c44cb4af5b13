import { one } from '../fields.ts'
import { DONT_KNOW, type Scale } from '../questionnaire.ts'
import { ALL, fault, once, read, type Rule } from './rule.ts'

export const scale: Rule<Scale> = {
  read(question, fields) {
    const value = one(fields, question.id)
    if (value === '') return read({})
    if (value === DONT_KNOW && question.dontKnow) return read({ [question.id]: DONT_KNOW })
    if (!steps(question).includes(value)) return fault(question.id, 'unknown-option')
    return read({ [question.id]: Number(value) })
  },
  count(question, answers) {
    const value = answers[question.id]
    if (value === undefined) return []
    return value === DONT_KNOW ? [DONT_KNOW] : [ALL, String(value)]
  },
  exclusive: true,
  options: (question) => steps(question),
  print(question, fields, language, words) {
    const value = one(fields, question.id)
    if (value === DONT_KNOW) return [words.dontKnow]
    if (value === '') return []
    const { from, to } = question
    const [low, high] = [question.fromText?.[language], question.toText?.[language]]
    const ends = low && high && `${from} = ${low}, ${to} = ${high}`
    const meant = value === String(from) ? low : value === String(to) ? high : ends
    return [meant ? `${value} (${meant})` : value]
  },
}

export const steps = once((question: Scale): string[] =>
  Array.from({ length: question.to - question.from + 1 }, (_, index) =>
    String(question.from + index),
  ),
)
