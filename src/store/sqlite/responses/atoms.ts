import type Database from 'better-sqlite3'
import { type Atom, makeAtoms } from '../../../survey/auditor/evidence.ts'
import { countsOf } from '../../../survey/counts.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import type { Answers } from '../../../survey/response.ts'
import type { Row } from './row.ts'
import { readQuestionnaires, readUnsorted } from './stored.ts'

/** Some milliseconds' work. */
const PAGE = 500

/** Counts the raw responses of a survey, a page at a time, within the client's snapshot. */
export async function countAtoms(
  client: Database.Database,
  questionnaire: Questionnaire,
): Promise<Atom[]> {
  const survey = questionnaire.id
  const questionnaires = readQuestionnaires(client)
  const atoms = makeAtoms(questionnaire)
  const count = (row: Row) => {
    const asked = questionnaires.get(`${survey} ${row.questionnaire}`) ?? questionnaire
    const response = { ...row, id: '', answers: JSON.parse(row.answers) as Answers }
    atoms.add(response, countsOf(asked, response))
  }
  const waiting = readUnsorted(client).filter((row) => row.survey === survey)
  const page = client.prepare(
    'SELECT * FROM responses WHERE survey = ? AND id > ? ORDER BY id LIMIT ?',
  )
  let last = Buffer.alloc(0)
  for (;;) {
    const rows = page.all(survey, last, PAGE) as Row[]
    for (const row of [...waiting.splice(0, PAGE), ...rows]) count(row)
    const end = rows.at(-1)
    if (end) last = end.id as Buffer<ArrayBuffer>
    if (rows.length < PAGE && waiting.length === 0) return atoms.all()
    await new Promise((resolve) => setImmediate(resolve))
  }
}
