import type { Question } from '../../src/survey/questionnaire.ts'
import type { Step } from './visit.ts'
import { hintOf, optionsOf } from './telling.ts'
import type { Words } from './words.ts'

/** What "Listen" reads: the question, how to answer it, and its options. */
export function aloud(question: Question, step: Step, language: string, words: Words): string[] {
  const ask = question.text[language] ?? ''
  if (step.words) return [ask, words('other.words')]
  const help = question.help?.[language] ?? ''
  const options = optionsOf(question, language, words).map(({ text }) => text)
  return [ask, help, hintOf(question, language, words), ...options].filter(
    (sentence) => sentence !== '',
  )
}
