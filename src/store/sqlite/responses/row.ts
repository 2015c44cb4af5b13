import { hash, randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { Response } from '../../../survey/response.ts'

/** A response as the database holds it. */
export type Row = Omit<Response, 'id' | 'answers'> & {
  id: Buffer
  answers: string
  checksum: number
}

/** A hash of the sender's id, so that not even an id with a clock in it orders the rows. */
export const responseKey = (id: string) => hash('sha256', id, 'buffer').subarray(0, 16)

/** A key that tells nothing. */
export const randomKey = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex')

export function rowOf({ id, answers, ...rest }: Response): Row {
  const row = { ...rest, id: responseKey(id), answers: JSON.stringify(answers), checksum: 0 }
  row.checksum = checksumOf(row)
  return row
}

export const checksumOf = (row: Row) =>
  crc32(
    `${row.survey}\n${row.questionnaire}\n${row.site}\n${row.channel}\n${row.language}\n${row.date}\n${row.answers}`,
    crc32(row.id),
  )

/** Adds a row to its table, or returns false where its id is there. */
export function makeInsert(client: Database.Database) {
  const statement = client.prepare(
    'INSERT INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  return (row: Row): boolean => {
    const { survey, id, questionnaire, site, channel, language, date, answers, checksum } = row
    const values = [survey, id, questionnaire, site, channel, language, date, answers, checksum]
    return statement.run(values).changes === 1
  }
}

/** Rows as one text, in order of key, which tells nothing of the order in which people came. */
export function bundleOf(rows: Row[]): string {
  const lists = rows.map((row) => [
    row.id.toString('hex'),
    row.survey,
    row.questionnaire,
    row.site,
    row.channel,
    row.language,
    row.date,
    row.answers,
    row.checksum,
  ])
  return JSON.stringify(lists.sort(([a], [b]) => (a! < b! ? -1 : 1)))
}

type Listed = [string, string, number, string, Row['channel'], string, string, string, number]

export const rowsIn = (bundle: string): Row[] =>
  (JSON.parse(bundle) as Listed[]).map(
    ([id, survey, questionnaire, site, channel, language, date, answers, checksum]) => ({
      id: Buffer.from(id, 'hex'),
      survey,
      questionnaire,
      site,
      channel,
      language,
      date,
      answers,
      checksum,
    }),
  )
