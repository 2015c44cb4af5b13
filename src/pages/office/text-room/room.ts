import type { Purge } from '../../../survey/purge.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import { textFields } from '../../../survey/receive.ts'
import type { Codings } from '../../../survey/text/coding.ts'
import type { Selected, Selection } from '../../../survey/text/selection.ts'
import type { Theme } from '../../../survey/text/theme.ts'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { type OfficeFrame, officePath } from '../frame.tsx'

/** What every page of the text room knows. */
export interface Room {
  questionnaire: Questionnaire
  /** which comments are looked at; links keep it */
  selection: Selection
  /** those of them that the reader may read */
  selected: Selected[]
  themes: Theme[]
  codings: Codings
  /** all that people wrote has been deleted */
  purge?: Purge | undefined
}

/** A selection as a query, without what does not limit. */
export function queryOf(selection: Selection): Record<string, string> {
  const { question, site, language, theme, state, search } = selection
  return {
    ...(question && { question }),
    ...(site && { site }),
    ...(language && { written: language }),
    ...(theme && { theme }),
    ...(state !== 'shown' && { state }),
    ...(search && { q: search }),
  }
}

/** A page of the text room, looked at as now. */
export function roomPath(
  frame: OfficeFrame,
  { questionnaire, selection }: Pick<Room, 'questionnaire' | 'selection'>,
  tail: string,
  query: Record<string, string> = {},
): string {
  const survey = `/office/surveys/${encodeURIComponent(questionnaire.id)}`
  return officePath(frame, `${survey}/${tail}`, { ...queryOf(selection), ...query })
}

/** What a field asked for, as readers know it. */
export function fieldName(reader: Reader, questionnaire: Questionnaire, field: string): string {
  const question = questionnaire.questions.find((one) => textFields(one).includes(field))
  if (!question) return field
  const text = reader.text(question.text)
  return question.id === field ? text : reader.words('text-room:otherField', { question: text })
}

export const groupName = (reader: Reader, { questionnaire }: Room, group: string) =>
  siteName(reader, questionnaire, group)

/** Whether sites or questions tell comments apart. */
export const hasSites = ({ questionnaire }: Room) => questionnaire.sites.length > 0
export const fieldsOf = ({ questionnaire }: Room) => questionnaire.questions.flatMap(textFields)
