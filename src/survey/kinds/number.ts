import { binsOf, binWords, withUnit, writtenNumber } from '../bins.ts'
import { one } from '../fields.ts'
import type { Numeric } from '../questionnaire.ts'
import type { Fields } from '../response.ts'
import { ALL, fault, once, read, type Rule } from './rule.ts'
import { decimalsIn, readNumber } from './written-number.ts'

export const number: Rule<Numeric> = {
  // Only the bin is kept: the number itself is shown to nobody, so nobody needs to have it.
  read(question, fields) {
    const words = one(fields, question.id)
    if (words === '') return read({})
    if (number.options(question).includes(words)) return read({ [question.id]: words })
    const plain = plainIn(question, fields)
    if (plain === undefined) return fault(question.id, 'no-number')
    const { from, to, decimals } = question
    if (decimalsIn(plain) > decimals) {
      return fault(question.id, decimals === 0 ? 'not-whole' : 'decimals')
    }
    const value = Number(plain)
    if (value < from || value > to) return fault(question.id, 'out-of-bounds', { from, to })
    const bin = binsOf(question).findLast((one) => one.from <= value)
    return read({ [question.id]: bin!.id })
  },
  count: (question, answers) => (question.id in answers ? [ALL, String(answers[question.id])] : []),
  exclusive: true,
  options: once((question) => binsOf(question).map(({ id }) => id)),
  print(question, fields, language) {
    const words = one(fields, question.id)
    if (words === '') return []
    if (number.options(question).includes(words)) return [binWords(question, words, language)]
    const plain = plainIn(question, fields)
    const value = Number(plain)
    // What could not be taken stays as it was written.
    if (plain === undefined || value < question.from || value > question.to) return [words]
    return [withUnit(question, writtenNumber(value, language), language)]
  },
}

/** The number in plain digits, whether it was written or came as one. */
function plainIn(question: Numeric, fields: Fields): string | undefined {
  const given = fields[question.id]
  const [value] = Array.isArray(given) ? given : [given]
  // In a machine's number a dot is never there to part thousands.
  if (typeof value === 'number')
    return /^-?\d+(\.\d+)?$/.test(String(value)) ? String(value) : undefined
  return readNumber(one(fields, question.id), Object.values(question.unit ?? {}))
}

/** The keyboard that a telephone or tablet should show: few of those for numbers have a minus. */
export const keysFor = ({ from, decimals }: Numeric) =>
  from < 0 ? 'text' : decimals > 0 ? 'decimal' : 'numeric'
