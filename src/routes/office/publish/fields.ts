import { many, one } from '../../../survey/fields.ts'
import {
  type Edition,
  licences,
  type PickedThemes,
} from '../../../survey/publication/publication.ts'
import { type Undertaking, undertakingStates } from '../../../survey/publication/undertaking.ts'
import type { Questionnaire, Text } from '../../../survey/questionnaire.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Comment } from '../../../survey/text/comment.ts'

/** A text as a form has it: only the languages in which there is something. */
export const textIn = (fields: Fields, name: string, languages: string[]): Text =>
  Object.fromEntries(
    languages
      .map((language) => [language, one(fields, `${name}.${language}`)] as const)
      .filter(([, words]) => words !== ''),
  )

/** What a form picks, of what there is to pick. */
export function editionIn(
  fields: Fields,
  { questions, languages }: Questionnaire,
  quotable: Comment[],
  offered: PickedThemes[],
): Edition {
  const picked = new Set(many(fields, 'question'))
  const bySite = new Set(many(fields, 'sites'))
  const quotes = new Set(many(fields, 'quote'))
  const themes = new Set(many(fields, 'themes'))
  const licence = one(fields, 'licence')
  return {
    questions: questions
      .filter(({ id, kind }) => kind !== 'text' && picked.has(id))
      .map(({ id }) => ({ id, sites: bySite.has(id) })),
    quotes: quotable.map(({ id }) => id).filter((id) => quotes.has(id)),
    themes: offered.filter(({ field }) => themes.has(field)),
    summary: textIn(fields, 'summary', languages),
    licence: licences.find((known) => known === licence) ?? licences[0],
  }
}

/** What a form begins with: everything, of everyone and by site. */
export const wholeEdition = ({ questions }: Questionnaire, bySite: boolean): Edition => ({
  questions: questions
    .filter(({ kind }) => kind !== 'text')
    .map(({ id }) => ({ id, sites: bySite })),
  quotes: [],
  summary: {},
  licence: licences[0],
})

export function undertakingIn(fields: Fields, languages: string[]): Undertaking {
  const state = one(fields, 'state')
  return {
    said: textIn(fields, 'said', languages),
    did: textIn(fields, 'did', languages),
    goal: textIn(fields, 'goal', languages),
    state: undertakingStates.find((known) => known === state) ?? undertakingStates[0],
    on: one(fields, 'on'),
  }
}
