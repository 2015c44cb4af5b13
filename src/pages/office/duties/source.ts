import type { Words } from '../../../i18n.ts'
import type { Organisation } from '../../../survey/organisation.ts'
import type { Questionnaire, Text } from '../../../survey/questionnaire.ts'
import { longDate, numberWord } from '../../speech.ts'
import type { Ask, Block, Cell, Paper, Quoted } from './paper.ts'

/** What the papers are made from. */
export interface DutySource {
  language: string
  words: Words
  organisation: Organisation
  /** of a draft that was never issued the number is 0, and `privacy` may lack words */
  questionnaire: Questionnaire
  /** local date */
  today: string
  /** letters can be sent */
  letters: boolean
}

export const ask = (words: Words, key: string, values?: Record<string, string>): Ask => ({
  ask: words(key, values),
})

/** What the survey declares, in the paper's language or else in its first; asked for where absent. */
export function declared({ language, words, questionnaire }: DutySource, text: Text | undefined) {
  const order = [language, ...questionnaire.languages]
  const found = order.find((one) => isSaid(text?.[one]))
  return found === undefined
    ? ask(words, 'duties:paper.missing')
    : ({ words: text![found]!, language: found } satisfies Quoted)
}

/** The editor's preview puts an ellipsis where a draft has no words yet. */
const isSaid = (words: string | undefined) =>
  words !== undefined && !['', '…'].includes(words.trim())

/** The head of a paper. */
export function headOf(source: DutySource, paper: 'record' | 'assessment'): Omit<Paper, 'parts'> {
  const { words, language, questionnaire, today } = source
  const { number } = questionnaire
  const title = declared(source, questionnaire.title)
  return {
    title: words(`duties:${paper}.title`),
    law: words(`duties:${paper}.law`),
    made: words(number > 0 ? 'duties:paper.madeFromIssued' : 'duties:paper.madeFromDraft', {
      date: longDate(today, language),
      title: 'words' in title ? title.words : questionnaire.id,
      number,
    }),
    how: words('duties:paper.how'),
  }
}

/** A table of one fact a row. */
export const facts = (words: Words, rows: [string, ...Cell[]][]): Block => ({
  rows: rows.map(([key, ...cells]) => [words(`duties:fact.${key}`), cells]),
})

/** What the service does about something, in the measures' own words. */
export const measure = ({ words, language, questionnaire }: DutySource, name: string) =>
  words(`duties:measure.${name}`, {
    number: numberWord(questionnaire.smallestGroup, language, words),
  })

/** From when to when, and when it is all gone. */
export function retention(source: DutySource): Cell {
  const { words, language, questionnaire } = source
  const { retainUntil } = questionnaire.privacy
  return retainUntil
    ? words('duties:fact.retentionText', { date: longDate(retainUntil, language) })
    : ask(words, 'duties:paper.missing')
}
