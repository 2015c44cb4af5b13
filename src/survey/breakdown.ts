import { many } from './fields.ts'
import { ruleOf } from './kinds/kinds.ts'
import { type Choice, DONT_KNOW, type Questionnaire, type Scale } from './questionnaire.ts'
import { channels, type Response } from './response.ts'

/**
 * By what final numbers may be broken down, besides sites. No id of a question has a colon, so
 * that none can pass for a channel or a site.
 */
export type Breakdown = 'channel' | 'language' | `question:${string}`

/** So many breakdowns can be declared; each costs some of what the others can show. */
export const MOST_BREAKDOWNS = 4
/** A background question with more options than this leaves little in each group. */
export const MANY_GROUPS = 12

/** The group of those who did not answer the background question. */
export const UNANSWERED = 'none'

const QUESTION = 'question:'

export const byQuestion = (question: string): Breakdown => `${QUESTION}${question}`

/** The id of the background question, where it is one. */
export const questionOf = (by: string): string | undefined =>
  by.startsWith(QUESTION) ? by.slice(QUESTION.length) : undefined

/** The background question itself. */
export function backgroundOf(
  { questions }: Pick<Questionnaire, 'questions'>,
  by: string,
): Choice | Scale | undefined {
  const id = questionOf(by)
  const found = questions.find((question) => question.id === id)
  return found?.kind === 'choice' || found?.kind === 'scale' ? found : undefined
}

export const breakdownsOf = ({ breakdowns = [] }: Pick<Questionnaire, 'breakdowns'>) => breakdowns

/** The group of a breakdown that a response is in; each is in exactly one. */
export function groupIn(
  by: Breakdown,
  response: Pick<Response, 'channel' | 'language' | 'answers'>,
) {
  if (by === 'channel') return response.channel
  if (by === 'language') return response.language
  return many(response.answers, questionOf(by)!)[0] ?? UNANSWERED
}

/** The groups that there can be, in the order in which they are shown. */
export function groupsIn(questionnaire: Questionnaire, by: Breakdown): string[] {
  if (by === 'channel') return [...channels]
  if (by === 'language') return questionnaire.languages
  const question = backgroundOf(questionnaire, by)
  if (!question) return [UNANSWERED]
  const unsure = question.kind === 'scale' && question.dontKnow ? [DONT_KNOW] : []
  return [...ruleOf(question).options(question), ...unsure, UNANSWERED]
}
