import { type Breakdown, backgroundOf, UNANSWERED } from '../../survey/breakdown.ts'
import { DONT_KNOW, type Questionnaire } from '../../survey/questionnaire.ts'
import { OTHERS } from '../../survey/release.ts'
import { languageIn } from './day-parts.ts'
import { optionName } from './names.ts'
import type { Reader } from './reader.ts'

/** A group of a breakdown as readers see it. */
export function groupName(
  reader: Reader,
  questionnaire: Questionnaire,
  by: Breakdown,
  id: string,
): string {
  const { words } = reader
  if (id === OTHERS) return words('breakdowns:others')
  if (by === 'channel') return words(`channel.${id}`)
  if (by === 'language') return languageIn(reader, id)
  const question = backgroundOf(questionnaire, by)
  if (id === UNANSWERED || !question) return words('breakdowns:unanswered')
  if (id === DONT_KNOW) return words('citizen:option.dontKnow')
  return optionName(reader, question, id)
}

/** What a breakdown is by, for words that differ: a background question with its place and text. */
export function namedBy(
  reader: Reader,
  questionnaire: Questionnaire,
  by: Breakdown,
): { key: string; values: Record<string, string | number> } {
  if (by === 'channel' || by === 'language') return { key: by, values: {} }
  const question = backgroundOf(questionnaire, by)
  const number = questionnaire.questions.findIndex(({ id }) => id === question?.id) + 1
  return {
    key: 'question',
    values: { number, question: question ? reader.text(question.text) : '' },
  }
}
