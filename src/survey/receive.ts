import { one } from './fields.ts'
import { mask, type Masked } from './mask.ts'
import { otherField, type Question, type Questionnaire } from './questionnaire.ts'
import { readAnswers } from './reading.ts'
import type { Answers, Channel, Fault, Fields, Response } from './response.ts'
import { idPattern } from './response.ts'
import { quoteField } from './text/quotable.ts'

/** What the door knows of an arrival: nothing of who it was. */
export interface Arrival {
  channel: Channel
  language: string
  /** local date in the survey's zone */
  date: string
}

export type Received = { response: Response; masked: Masked[] } | { faults: Fault[] }

/** Turns untrusted form fields into a response, or says everything that is wrong with them. */
export function receive(questionnaire: Questionnaire, fields: Fields, arrival: Arrival): Received {
  const id = one(fields, 'submission')
  const site = one(fields, 'site')
  const { answers, faults } = readAnswers(questionnaire.questions, fields)
  if (site && !questionnaire.sites.some((known) => known.id === site)) {
    faults.unshift({ field: 'site', code: 'site-unknown' })
  }
  if (!idPattern.test(id)) faults.push({ field: 'submission', code: 'submission' })
  if (faults.length > 0) return { faults }
  const masked = maskTexts(questionnaire.questions, answers)
  const { channel, language, date } = arrival
  const { id: survey, number } = questionnaire
  return {
    response: { id, survey, questionnaire: number, site, channel, language, date, answers },
    masked,
  }
}

/** The fields of a question that hold a person's own words. */
export function textFields(question: Question): string[] {
  if (question.kind === 'text') return [question.id]
  return 'other' in question && question.other ? [otherField(question.id)] : []
}

/** The field of a question in which its author agrees to be quoted, where that is asked. */
export const quoteFields = (question: Question): string[] =>
  question.kind === 'text' && question.quotable ? [quoteField(question.id)] : []

function maskTexts(questions: Question[], answers: Answers): Masked[] {
  const found = new Set<Masked>()
  for (const field of questions.flatMap(textFields)) {
    const words = answers[field]
    if (typeof words !== 'string') continue
    const { text, masked } = mask(words)
    answers[field] = text
    for (const kind of masked) found.add(kind)
  }
  return [...found].toSorted()
}
