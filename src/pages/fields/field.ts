import type { VNode } from 'preact'
import type { Words } from '../../i18n.ts'
import type { FixedWords } from '../../survey/kinds/rule.ts'
import type { Question } from '../../survey/questionnaire.ts'
import type { Fault, Fields } from '../../survey/response.ts'

/** What a question's face needs beside the question. */
export interface Asking {
  language: string
  words: Words
  /** all of the survey, for what a follow-up hangs on */
  questions: Question[]
  /** answers so far, untrusted */
  fields: Fields
  faults: Fault[]
}

/** What it takes to say something of a question. */
export type Speaking = Pick<Asking, 'language' | 'words'>

/** The face of a question kind, twin of its rule in survey/kinds. */
export interface Face<Q extends Question> {
  Field(props: { question: Q; asking: Asking }): VNode
  /** id of the first control, where links from the list of faults lead */
  first(question: Q): string
}

// Ids of questions and options hold no dot, so these never meet.
export const controlId = (question: string, option?: string) =>
  option === undefined ? `q.${question}` : `q.${question}.${option}`
export const wordsId = (question: string) => `words.${question}`
export const helpId = (field: string) => `help.${field}`
export const faultId = (field: string) => `fault.${field}`

/** Words for what kinds offer by themselves, also where answers are printed. */
export const fixedWords = (words: Words): FixedWords => ({
  other: words('citizen:option.other'),
  none: words('citizen:option.none'),
  dontKnow: words('citizen:option.dontKnow'),
})
