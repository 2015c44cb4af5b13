import { DONT_KNOW, NONE, OTHER, type Question } from '../../survey/questionnaire.ts'
import { listOf, said } from '../speech.ts'
import { type Asking, fixedWords } from './field.ts'

/** Tells in words whom a follow-up is for, since without script it is always shown. */
export function followUpWords(question: Question, asking: Asking): string | undefined {
  const { language, words, questions } = asking
  const on = questions.find((other) => other.id === question.showIf?.question)
  if (!question.showIf || !on) return undefined
  const options = question.showIf.is.map((id) =>
    words('quoted', { text: optionWords(on, id, asking) }),
  )
  return words('followUp', {
    options: listOf(options, language, 'disjunction'),
    question: said(on.text, language),
  })
}

function optionWords(question: Question, id: string, { language, words }: Asking): string {
  const fixed = fixedWords(words)
  if (id === OTHER) return fixed.other
  if (id === NONE) return fixed.none
  if (id === DONT_KNOW) return fixed.dontKnow
  const options = 'options' in question ? question.options : []
  return said(options.find((option) => option.id === id)?.text, language) || id
}
