import { lengthOf, many, one } from '../fields.ts'
import { type Choice, type Choices, NONE, OTHER, otherField } from '../questionnaire.ts'
import type { Answers, Fields } from '../response.ts'
import { type FixedWords, fault, read, type Read } from './rule.ts'

/** The words of an "other" are short; who has more to say has a text question. */
export const OTHER_MAX = 200

/** Adds the words of an "other" to the answers, or says what is wrong with them. */
export function otherText(
  question: { id: string },
  chosen: boolean,
  words: string,
  answers: Answers,
): Read {
  const field = otherField(question.id)
  if (!chosen) return words ? fault(field, 'other-unchosen') : read(answers)
  if (!words) return fault(field, 'other-empty')
  if (lengthOf(words) > OTHER_MAX) return fault(field, 'too-long', { max: OTHER_MAX })
  return read({ ...answers, [field]: words })
}

/** The chosen options in words. Words under "other" are told even where it was not chosen. */
export function printChosen(
  question: Choice | Choices,
  fields: Fields,
  language: string,
  words: FixedWords,
): string[] {
  const chosen = many(fields, question.id)
  const written = question.other ? one(fields, otherField(question.id)) : ''
  if (written && !chosen.includes(OTHER)) chosen.push(OTHER)
  return chosen.flatMap((id) => {
    if (id === NONE) return [words.none]
    if (id === OTHER) return [`${words.other}: ${written}`]
    const option = question.options.find((candidate) => candidate.id === id)
    return option ? [option.text[language] ?? option.id] : []
  })
}
