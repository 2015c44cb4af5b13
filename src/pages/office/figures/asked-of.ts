import { ruleOf } from '../../../survey/kinds/kinds.ts'
import { DONT_KNOW, type Question, type Questionnaire } from '../../../survey/questionnaire.ts'
import { optionName } from '../names.ts'
import type { Reader } from '../reader.ts'

/** Whom a follow-up question was asked of, as a sentence. */
export function askedOf(
  reader: Reader,
  { questions }: Questionnaire,
  question: Question,
): string | undefined {
  const { words, numbers } = reader
  const index = questions.findIndex(({ id }) => id === question.showIf?.question)
  const on = questions[index]
  if (!question.showIf || !on) return undefined
  const chosen = question.showIf.is.filter(
    (id) => id === DONT_KNOW || ruleOf(on).options(on).includes(id),
  )
  const names = chosen.map((id) =>
    words('quote', {
      text: id === DONT_KNOW ? words('citizen:option.dontKnow') : optionName(reader, on, id),
    }),
  )
  return words('question.askedOf', { number: index + 1, options: numbers.list(names) })
}
