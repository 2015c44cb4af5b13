import { strFromU8, unzipSync } from 'fflate'
import { read, utils } from 'xlsx'

export type Row = Record<string, string | number | null>

/** A workbook as a program reads it that is not ours: a list of rows by column for each sheet. */
export function sheetsIn(file: Buffer): Record<string, Row[]> {
  const book = read(file)
  return Object.fromEntries(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<Row>(book.Sheets[name]!, { defval: null, raw: true }),
    ]),
  )
}

/** The files within a workbook. */
export const partsIn = (file: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )
