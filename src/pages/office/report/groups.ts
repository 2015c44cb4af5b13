import type { Group } from '../../../survey/release.ts'
import { OTHERS } from '../../../survey/release.ts'
import { channels } from '../../../survey/response.ts'
import { languageIn } from '../day-parts.ts'
import { optionName, siteName } from '../names.ts'
import type { Source } from './report.ts'

/** What a breakdown divides by, as the head of its groups. */
export function breakdownName({ reader, view }: Source, by: string): string {
  if (by === 'site' || by === 'channel' || by === 'language') {
    return reader.words(`participation.${by}`)
  }
  const question = view.questionnaire.questions.find(({ id }) => id === by)
  return question ? reader.text(question.text) : by
}

/** A group's name, and whether it is in the survey's own words. */
export function groupName(
  { reader, view }: Source,
  { by, id }: Pick<Group, 'id'> & { by: string },
): { words: string; own: boolean } {
  const { sites, questions } = view.questionnaire
  if (by === 'all') return { words: reader.words('site.all'), own: false }
  if (by === 'site') {
    const own = sites.some((site) => site.id === id)
    return { words: siteName(reader, view.questionnaire, id), own }
  }
  if (id === OTHERS) return { words: reader.words('report:groups.others'), own: false }
  if (by === 'language') return { words: languageIn(reader, id), own: false }
  if (by === 'channel' && channels.some((channel) => channel === id)) {
    return { words: reader.words(`channel.${id}`), own: false }
  }
  const question = questions.find((question) => question.id === by)
  return question
    ? { words: optionName(reader, question, id), own: true }
    : { words: id, own: false }
}
