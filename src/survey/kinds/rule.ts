import type { Question } from '../questionnaire.ts'
import type { Answers, Fault, Fields } from '../response.ts'

/** What a kind makes of the fields: parts of the answers, or faults. Empty answers: left blank. */
export type Read = { answers: Answers } | { faults: Fault[] }

/** Words for what a kind offers by itself, in the reader's language. */
export interface FixedWords {
  other: string
  none: string
  dontKnow: string
}

/** What a question kind knows: how to read, count and print an answer. */
export interface Rule<Q extends Question> {
  /** reads untrusted form fields, or stored answers, which have the same names */
  read(question: Q, fields: Fields): Read
  /**
   * The cells that a read answer adds one to. '' is the denominator: who is in it says something
   * of the question's matter, so "don't know" is not.
   */
  count(question: Q, answers: Answers): string[]
  /** each who is in the denominator is in just one option's cell: the auditor reckons with it */
  exclusive: boolean
  /** option ids in the order in which a table shows them, without cells that only serve sums */
  options(question: Q): string[]
  /** an answer in words, line by line, from fields that may be faulty; [] where blank */
  print(question: Q, fields: Fields, language: string, words: FixedWords): string[]
}

export const read = (answers: Answers): Read => ({ answers })
export const fault = (
  field: string,
  code: Fault['code'],
  values?: Record<string, string | number>,
): Read => ({
  faults: [{ field, code, ...(values && { values }) }],
})

/** The denominator's cell: answers that count in shares. */
export const ALL = ''

/** Works out once per question what never changes for it. */
export function once<Q extends object, T>(workOut: (question: Q) => T): (question: Q) => T {
  const known = new WeakMap<Q, T>()
  return (question) => {
    let found = known.get(question)
    if (found === undefined) {
      found = workOut(question)
      known.set(question, found)
    }
    return found
  }
}
