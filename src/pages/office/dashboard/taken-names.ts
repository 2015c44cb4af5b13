import type { Interface } from '../../../i18n.ts'
import type { Question, Questionnaire } from '../../../survey/questionnaire.ts'
import type { Group } from '../../../survey/release.ts'
import { capitalised } from '../../speech.ts'
import { askedOf } from '../figures/asked-of.ts'
import { languageIn } from './day-parts.ts'
import { divisionName, groupName, mergedIn, notBrokenDown } from './group-names.ts'
import { optionName, siteList, siteName } from '../names.ts'
import type { Reader } from '../reader.ts'

/** What things are called in a file that a reader takes along: as on the page. */
export function takenNames(
  reader: Reader,
  questionnaire: Questionnaire,
  { languages, words }: Interface,
) {
  return {
    text: reader.text,
    option: (question: Question, id: string) => optionName(reader, question, id),
    site: (id: string) => siteName(reader, questionnaire, id),
    division: (by: Group['by']) => divisionName(reader, questionnaire, by),
    group: ({ by, id }: Pick<Group, 'by' | 'id'>) => groupName(reader, questionnaire, by, id),
    merged: (groups: Group[]) => mergedIn(reader, questionnaire, groups),
    notDivided: (groups: Group[]) => notBrokenDown(reader, questionnaire, groups),
    sites: (ids: string[]) => siteList(reader, questionnaire, ids),
    language: (id: string) => languageIn(reader, id),
    languages(ids: string[]) {
      const known = new Intl.DisplayNames([reader.language], { type: 'language' })
      const list = reader.numbers.list(ids.map((id) => known.of(id) ?? id))
      return capitalised(list, reader.language)
    },
    date: reader.numbers.date,
    condition: (question: Question) => askedOf(reader, questionnaire, question),
    fixed: (id: string, language: string) =>
      words(languages.includes(language) ? language : reader.language)(`citizen:option.${id}`),
  }
}
