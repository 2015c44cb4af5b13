import { ruleOf } from '../../../survey/kinds/kinds.ts'
import {
  type Breakdown,
  backgroundOf,
  breakdownsOf,
  UNANSWERED,
} from '../../../survey/breakdown.ts'
import { DONT_KNOW, type Questionnaire } from '../../../survey/questionnaire.ts'
import { type Group, OTHERS } from '../../../survey/release.ts'
import { languageIn } from './day-parts.ts'
import { optionName, siteName } from '../names.ts'
import type { Reader } from '../reader.ts'

/** A group of a release as readers see it. */
export function groupName(
  reader: Reader,
  questionnaire: Questionnaire,
  by: Group['by'],
  id: string,
): string {
  const { words } = reader
  if (by === 'all') return words('site.all')
  if (by === 'site') return siteName(reader, questionnaire, id)
  if (id === OTHERS) return words('breakdowns:others')
  if (by === 'channel') return words(`channel.${id}`)
  if (by === 'language') return languageIn(reader, id)
  const question = backgroundOf(questionnaire, by)
  if (id === UNANSWERED || !question) return words('breakdowns:unanswered')
  if (id === DONT_KNOW) return words('citizen:option.dontKnow')
  return optionName(reader, question, id)
}

/** What a breakdown is by, for words that differ: a background question with its place and text. */
export function namedBy(
  reader: Reader,
  questionnaire: Questionnaire,
  by: Breakdown,
): { key: string; values: Record<string, string | number> } {
  if (by === 'channel' || by === 'language') return { key: by, values: {} }
  const question = backgroundOf(questionnaire, by)
  const number = questionnaire.questions.findIndex(({ id }) => id === question?.id) + 1
  return {
    key: 'question',
    values: { number, question: question ? reader.text(question.text) : '' },
  }
}

/** What groups are divided by, as the head of their column. */
export function divisionName(reader: Reader, questionnaire: Questionnaire, by: Group['by']) {
  if (by === 'all') return reader.words('site.all')
  if (by === 'site' || by === 'channel' || by === 'language') {
    return reader.words(`participation.${by}`)
  }
  return reader.text(backgroundOf(questionnaire, by)!.text)
}

/** Whether a group is named in the survey's own words. */
export function isOwnName(questionnaire: Questionnaire, { by, id }: Pick<Group, 'by' | 'id'>) {
  if (by === 'site') return questionnaire.sites.some((site) => site.id === id)
  const question = backgroundOf(questionnaire, by)
  return question !== undefined && ruleOf(question).options(question).includes(id)
}

/** The declared breakdowns of which nothing can be shown, as a sentence each. */
export const notBrokenDown = (
  reader: Reader,
  questionnaire: Questionnaire,
  groups: Group[],
): string[] =>
  breakdownsOf(questionnaire)
    .filter((by) => !groups.some((group) => group.by === by))
    .map((by) => reader.words('breakdowns:notShown', { by: nounOf(reader, questionnaire, by) }))

/** A breakdown within a sentence. */
export function nounOf(reader: Reader, questionnaire: Questionnaire, by: Breakdown): string {
  const { key, values } = namedBy(reader, questionnaire, by)
  return reader.words(`breakdowns:noun.${key}`, values)
}

/** What "others" of a division are made of, as a sentence each. */
export const mergedIn = (reader: Reader, questionnaire: Questionnaire, groups: Group[]): string[] =>
  groups.flatMap(({ by, merged }) => {
    if (!merged) return []
    const names = merged.map((id) => groupName(reader, questionnaire, by, id))
    return [reader.words('breakdowns:merged', { groups: reader.numbers.list(names) })]
  })
