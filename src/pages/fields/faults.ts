import type { Words } from '../../i18n.ts'
import { writtenNumber } from '../../survey/bins.ts'
import type { Question } from '../../survey/questionnaire.ts'
import type { Fault } from '../../survey/response.ts'
import { numberWord } from '../speech.ts'
import type { Asking } from './field.ts'

/** A fault in words; for a missing answer they depend on the kind of question. */
export function faultWords(
  fault: Pick<Fault, 'code' | 'values'>,
  kind: Question['kind'] | undefined,
  language: string,
  words: Words,
): string {
  if (fault.code === 'missing') return words(`fault.missing.${kind ?? 'choice'}`)
  const max = fault.values?.['max']
  const counted = typeof max === 'number' && {
    count: max,
    number: numberWord(max, language, words),
  }
  return words(`fault.${fault.code}`, { ...written(fault.values, language), ...counted })
}

const written = (values: Fault['values'] = {}, language: string) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? writtenNumber(value, language) : value,
    ]),
  )

/** What is wrong with a field, in words; undefined where nothing is. */
export function faultOf(asking: Asking, field: string, question?: Question): string | undefined {
  const fault = asking.faults.find((fault) => fault.field === field)
  return fault && faultWords(fault, question?.kind, asking.language, asking.words)
}
