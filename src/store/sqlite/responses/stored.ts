import type Database from 'better-sqlite3'
import type { Content, Questionnaire } from '../../../survey/questionnaire.ts'
import { type Row, rowsIn } from './row.ts'

/** Responses of a burst that are not in their table yet; some may be already. */
export function readUnsorted(client: Database.Database): Row[] {
  const isIn = client.prepare('SELECT 1 FROM responses WHERE survey = ? AND id = ?').pluck()
  const bundles = client.prepare('SELECT responses FROM unsorted').pluck().all() as string[]
  return bundles.flatMap(rowsIn).filter(({ survey, id }) => isIn.get(survey, id) === undefined)
}

/** Every questionnaire, by survey and number. */
export function readQuestionnaires(client: Database.Database): Map<string, Questionnaire> {
  const rows = client.prepare('SELECT survey, number, content FROM questionnaires').all() as {
    survey: string
    number: number
    content: string
  }[]
  return new Map(
    rows.map(({ survey, number, content }) => [
      `${survey} ${number}`,
      { ...(JSON.parse(content) as Content), number },
    ]),
  )
}
