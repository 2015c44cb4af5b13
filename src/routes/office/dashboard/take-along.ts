import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { csvOf, dialectOf } from '../../../export/csv.ts'
import { aboutTable } from '../../../export/taken/about.ts'
import { answersTable } from '../../../export/taken/answers.ts'
import { jsonOf } from '../../../export/taken/json.ts'
import { participationTable } from '../../../export/taken/participation.ts'
import { questionsTable } from '../../../export/taken/questions.ts'
import type { Taken } from '../../../export/taken/taken.ts'
import { byTurns } from '../../../export/turn.ts'
import { xlsxOf } from '../../../export/xlsx/book.ts'
import type { Deps } from '../../deps.ts'
import { pageHeaders } from '../../headers.ts'
import type { AskedNumbers, OwnNumbers } from './dashboard.ts'
import { attachment } from '../file-name.ts'
import { takenFrom } from './taken.ts'

interface Format {
  /** after the survey's address */
  file: string
  type: string
  /** a key of export.json: what is in the file */
  content: string
  write(taken: Taken, language: string, now: number): Iterable<string | Uint8Array>
}

const formats: Format[] = [
  ...Object.entries({
    results: answersTable,
    questions: questionsTable,
    participation: participationTable,
  }).map(([name, table]): Format => ({
    file: `${name}.csv`,
    type: 'text/csv; charset=utf-8',
    content: name === 'results' ? 'answers' : name,
    write: (taken, language) => csvOf(table(taken), dialectOf(language)),
  })),
  {
    file: 'results.json',
    type: 'application/json; charset=utf-8',
    content: 'answers',
    write: jsonOf,
  },
  {
    file: 'results.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: 'answers',
    write: workbook,
  },
]

/** What the dashboard shows a reader, as files. */
export function takeAlongRoutes(office: FastifyInstance, ownNumbers: OwnNumbers, deps: Deps) {
  for (const format of formats) {
    office.get(
      `/surveys/:survey/${format.file}`,
      { config: { right: 'numbers' } },
      async (request, reply) => {
        const { frame, view } = await ownNumbers(request as AskedNumbers, reply)
        const taken = takenFrom(frame, view, deps.interface)
        const pieces = format.write(taken, frame.language, deps.clock())
        return reply
          .headers({
            ...pageHeaders("'none'"),
            'content-type': format.type,
            'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
            'content-disposition': nameOf(format, taken, frame.language),
          })
          .send(Readable.from(byTurns(pieces), { objectMode: false }))
      },
    )
  }
}

function workbook(taken: Taken, language: string, at: number) {
  const sheets = [aboutTable, answersTable, questionsTable, participationTable]
  return xlsxOf({
    title: taken.names.text(taken.questionnaire.title),
    creator: taken.organisation,
    language,
    at,
    tables: sheets.map((sheet) => sheet(taken)),
  })
}

/** Of which survey, what, of which day and in which language. */
function nameOf({ file, content }: Format, taken: Taken, language: string): string {
  const { questionnaire, today, say, names } = taken
  const [stem, ending] = file.split('.') as [string, string]
  const words = `${say(`export:sheet.${content}`)} ${today} (${language}) ${names.text(questionnaire.title)}`
  return attachment(`${questionnaire.id}-${stem}-${today}-${language}`, words, ending)
}
