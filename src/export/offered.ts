import { binWords } from '../survey/bins.ts'
import { ruleOf } from '../survey/kinds/kinds.ts'
import { DONT_KNOW, NONE, OTHER, type Question } from '../survey/questionnaire.ts'

/** What can be chosen: its code, as it stands in numbers, and its words in a language. */
export type Offered = [code: string, words: (language: string) => string]

/** Words that a kind offers by itself, as they are asked in a language. */
export type FixedIn = (id: 'other' | 'none' | 'dontKnow', language: string) => string

/** Everything that can be chosen, in the order in which it was asked; nothing for texts. */
export function offeredIn(question: Question, fixed: FixedIn): Offered[] {
  const codes = ruleOf(question).options(question)
  const last = question.kind === 'scale' && question.dontKnow ? [DONT_KNOW] : []
  return [...codes, ...last].map((code) => [
    code,
    (language) => wordsOf(question, code, language, fixed),
  ])
}

function wordsOf(question: Question, code: string, language: string, fixed: FixedIn): string {
  if (question.kind === 'scale') {
    if (code === DONT_KNOW) return fixed('dontKnow', language)
    const { from, to, fromText, toText } = question
    const end = code === String(from) ? fromText : code === String(to) ? toText : undefined
    return end?.[language] ?? code
  }
  if (question.kind === 'number') return binWords(question, code, language)
  if (code === OTHER || code === NONE) return fixed(code, language)
  const option = 'options' in question && question.options.find(({ id }) => id === code)
  return (option && option.text[language]) || ''
}
