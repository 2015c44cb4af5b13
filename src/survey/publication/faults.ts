import { isDate } from '../calendar.ts'
import { lengthOf } from '../fields.ts'
import type { Text } from '../questionnaire.ts'
import type { Edition } from './publication.ts'
import type { Undertaking } from './undertaking.ts'

export const SUMMARY_LONGEST = 4000
export const SENTENCE_LONGEST = 600
export const MOST_QUOTES = 20
export const MOST_UNDERTAKINGS = 100

/** Something wrong with what the office wants to publish; words by code in publishing.json. */
export interface PublishingFault {
  /** of the form; texts as `summary.sv` */
  field: string
  code: 'missing' | 'long' | 'date' | 'none' | 'many'
}

export function editionFaults(edition: Edition, languages: string[]): PublishingFault[] {
  const { questions, quotes, summary } = edition
  return [
    ...textFaults('summary', summary, languages, SUMMARY_LONGEST),
    ...(questions.length === 0 ? [{ field: 'question', code: 'none' } as const] : []),
    ...(quotes.length > MOST_QUOTES ? [{ field: 'quote', code: 'many' } as const] : []),
  ]
}

/** Of what is only kept: a language may come later. */
export const draftFaults = (edition: Edition, languages: string[]) =>
  editionFaults(edition, languages).filter(({ code }) => code !== 'missing')

export function undertakingFaults(body: Undertaking, languages: string[]): PublishingFault[] {
  const { said, did, goal, on } = body
  const isGoal = Object.keys(goal).length > 0
  return [
    ...textFaults('said', said, languages, SENTENCE_LONGEST),
    ...textFaults('did', did, languages, SENTENCE_LONGEST),
    ...(isGoal ? textFaults('goal', goal, languages, SENTENCE_LONGEST) : []),
    ...(isDate(on) ? [] : [{ field: 'on', code: 'date' } as const]),
  ]
}

/** A text that has to be there in every language. */
export const textFaults = (
  name: string,
  text: Text,
  languages: string[],
  most: number,
): PublishingFault[] =>
  languages.flatMap((language): PublishingFault[] => {
    const field = `${name}.${language}`
    const words = text[language] ?? ''
    if (words === '') return [{ field, code: 'missing' }]
    return lengthOf(words) > most ? [{ field, code: 'long' }] : []
  })
