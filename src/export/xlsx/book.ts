import { Zip, ZipDeflate } from 'fflate'
import { directionOf } from '../../survey/language.ts'
import type { Cell, Table } from '../table.ts'
import { frameOf, sheetPath } from './parts.ts'
import { sheetName } from './sheet-name.ts'
import { type Sheet, sheetOf, sheetXml } from './sheet.ts'
import { STYLES } from './styles.ts'

export interface Book {
  title: string
  creator: string
  language: string
  /** milliseconds since 1970 */
  at: number
  tables: Table[]
}

/** Compresses nearly as well as the slower levels. */
const LEVEL = 3

/** A workbook, piece by piece: the sheets first, whose rows are made as they are sent. */
export function* xlsxOf(book: Book): Generator<Uint8Array> {
  let made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  for (const [path, pieces] of partsOf(book)) {
    const file = new ZipDeflate(path, { level: LEVEL })
    file.mtime = book.at
    zip.add(file)
    for (const piece of pieces) {
      file.push(Buffer.from(piece))
      if (made.length > 0) yield Buffer.concat(made)
      made = []
    }
    file.push(new Uint8Array(), true)
  }
  zip.end()
  yield Buffer.concat(made)
}

function* partsOf(book: Book): Generator<[string, Iterable<string>]> {
  const rightToLeft = directionOf(book.language) === 'rtl'
  const sheets: Sheet[] = []
  for (const table of book.tables) {
    for (const rows of stretches(table.rows)) {
      const name = sheetName(
        table.name,
        sheets.map((sheet) => sheet.name),
      )
      const sheet = sheetOf(table, name)
      sheets.push(sheet)
      yield [`xl/${sheetPath(sheets.length - 1)}`, sheetXml(sheet, rows, rightToLeft)]
    }
  }
  yield ['xl/styles.xml', [STYLES]]
  for (const [path, text] of frameOf(book, sheets)) yield [path, [text]]
}

/** A sheet ends at 1 048 576 rows. */
const MOST = 1_000_000

/** Rows in as many parts as there are sheets needed; each is read before the next is asked for. */
function* stretches(rows: Iterable<Cell[]>): Generator<Iterable<Cell[]>> {
  const all = rows[Symbol.iterator]()
  let next = all.next()
  do {
    yield (function* () {
      for (let count = 0; count < MOST && !next.done; count += 1, next = all.next()) {
        yield next.value
      }
    })()
  } while (!next.done)
}
