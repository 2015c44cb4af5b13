import type { Content } from '../questionnaire.ts'
import type { Answers } from '../response.ts'

/** The field in which the author of a text agrees to be quoted. */
export const quoteField = (question: string) => `${question}.quote`
export const AGREED = 'yes'

/** A person's own words, and whether they may be quoted. */
export interface OwnWords {
  words: string
  quotable: boolean
}

// Answers never hold control characters, so nobody can write this mark.
const MARK = '\u0001'

/**
 * One string of both, for the whole way from the answer to its release: what goes with a text
 * separately could be counted, ordered or lost separately.
 */
export const marked = (words: string, answers: Answers, question: string): string =>
  answers[quoteField(question)] === AGREED ? MARK + words : words

export const unmarked = (text: string): OwnWords =>
  text.startsWith(MARK)
    ? { words: text.slice(MARK.length), quotable: true }
    : { words: text, quotable: false }

/** Whether anyone is asked if they may be quoted. */
export const mayBeQuoted = ({ questions }: Pick<Content, 'questions'>): boolean =>
  questions.some((question) => question.kind === 'text' && question.quotable === true)
