import type { Words } from '../../i18n.ts'
import type { Questionnaire, Text } from '../../survey/questionnaire.ts'
import type { OfficeFrame } from './frame.tsx'
import { type Numbers, numbersIn } from './numbers.ts'

/** What it takes to write for the person in front of the page. */
export interface Reader {
  language: string
  /** of this room's locale file, unless the key names another */
  words: Words
  numbers: Numbers
  /** the survey's own words in the reader's language, or else in the survey's first */
  text(text: Text): string
  /** `lang` of the survey's words where it is not the page's */
  lang: string | undefined
}

export const readerOf = (
  frame: Pick<OfficeFrame, 'language' | 'words'>,
  questionnaire: Questionnaire,
): Reader => reportReader(frame, questionnaire, frame.language)

/** Someone who reads the survey's own words in a language that the interface may not have. */
export function reportReader(
  { language, words }: Pick<OfficeFrame, 'language' | 'words'>,
  { languages }: Questionnaire,
  wished: string,
): Reader {
  const own =
    [wished, language, languages[0]].find((one) => one && languages.includes(one)) ?? language
  return {
    language,
    words: (key, values) => words(key.includes(':') ? key : `office:${key}`, values),
    numbers: numbersIn(language),
    text: (text) => text[own] ?? Object.values(text)[0] ?? '',
    lang: own === language ? undefined : own,
  }
}
