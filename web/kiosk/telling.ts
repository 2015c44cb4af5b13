import { binsOf, isRange, withUnit, writtenNumber } from '../../src/survey/bins.ts'
import { OTHER_MAX } from '../../src/survey/kinds/options.ts'
import { steps } from '../../src/survey/kinds/scale.ts'
import {
  DONT_KNOW,
  NONE,
  type Numeric,
  OTHER,
  type Question,
  type Scale,
} from '../../src/survey/questionnaire.ts'
import type { Fault } from '../../src/survey/response.ts'
import { numberWord, type Words } from './words.ts'

export interface Shown {
  id: string
  text: string
}

/** Everything that can be chosen, as it is shown and read aloud. */
export function optionsOf(question: Question, language: string, words: Words): Shown[] {
  if (question.kind === 'text' || question.kind === 'number') return []
  if (question.kind === 'scale') {
    const dontKnow = { id: DONT_KNOW, text: words('option.dontKnow') }
    const all = steps(question).map((id) => ({ id, text: stepText(question, id, language, words) }))
    return question.dontKnow ? [...all, dontKnow] : all
  }
  return [
    ...question.options.map(({ id, text }) => ({ id, text: text[language] ?? id })),
    ...('other' in question && question.other ? [{ id: OTHER, text: words('other.option') }] : []),
    ...('none' in question && question.none ? [{ id: NONE, text: words('option.none') }] : []),
  ]
}

/** The words of an end of a scale, '' between the ends. */
export function endText(question: Scale, step: string, language: string): string {
  if (step === String(question.from)) return question.fromText?.[language] ?? ''
  return step === String(question.to) ? (question.toText?.[language] ?? '') : ''
}

/** A step as it is read aloud, with the words of its end. */
export function stepText(question: Scale, step: string, language: string, words: Words) {
  const text = endText(question, step, language)
  return text ? words('scale.end', { value: step, text }) : step
}

/** How to answer, by the question's kind. */
export function hintOf(question: Question, language: string, words: Words): string {
  if (question.kind === 'choices') {
    if (question.max === undefined) return words('choices.several')
    return words('choices.atMost', { number: numberWord(question.max, words) })
  }
  if (question.kind === 'ranking') {
    if (question.max === question.options.length) return words('kiosk:rank.all')
    return words('kiosk:rank.some', { number: numberWord(question.max, words) })
  }
  if (question.kind === 'number') {
    const bounds = boundsOf(question, language, words)
    return binsOf(question).every(isRange) ? `${bounds} ${words('numeric.kept')}` : bounds
  }
  if (question.kind === 'text' && !question.help) return words('text.careful')
  return ''
}

function boundsOf(question: Numeric, language: string, words: Words): string {
  const { from, to, decimals } = question
  return words(decimals === 0 ? 'numeric.whole' : 'numeric.decimal', {
    from: writtenNumber(from, language),
    to: withUnit(question, writtenNumber(to, language), language),
  })
}

/** A fault in words. */
export function faultText(
  { code, values }: Fault,
  question: Question,
  language: string,
  words: Words,
): string {
  if (question.kind === 'ranking') {
    const number = numberWord(question.max, words)
    return words(code === 'missing' ? 'kiosk:rank.missing' : 'kiosk:rank.gap', { number })
  }
  if (code === 'missing') return words(`fault.missing.${question.kind}`)
  if (question.kind === 'number') return words(`fault.${code}`, writtenIn(values, language))
  const max = values?.['max']
  if (typeof max !== 'number') return words(`fault.${code}`, values)
  return words(`fault.${code}`, { ...values, count: max, number: numberWord(max, words) })
}

const writtenIn = (values: Fault['values'] = {}, language: string) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, writtenNumber(Number(value), language)]),
  )

/** How much may still be written; negative where it is too much. */
export const roomFor = (question: Question, written: string) =>
  (question.kind === 'text' ? question.max : OTHER_MAX) - [...written.trim()].length
