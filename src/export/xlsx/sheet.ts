import type { Cell, Column, Table } from '../table.ts'
import { cellXml, lettersOf, textXml } from './cell.ts'
import { heightOf } from './height.ts'
import { HEAD } from './xml.ts'

/** Text that is compressed and sent at a time. */
const PIECE = 32_768

/** A sheet of which rows are written; it knows in the end how many there were. */
export interface Sheet {
  name: string
  columns: Column[]
  rows: number
  read: boolean
}

/** A sheet's XML, piece by piece, for as many rows as go into it. */
export function* sheetXml(
  sheet: Sheet,
  rows: Iterable<Cell[]>,
  rightToLeft: boolean,
): Generator<string> {
  const { columns, read } = sheet
  const letters = columns.map((_, index) => lettersOf(index))
  let waiting = headXml(sheet, letters, rightToLeft)
  for (const row of rows) {
    sheet.rows += 1
    const at = sheet.rows + 1
    const cells = row.map((cell, index) =>
      cellXml(cell, `${letters[index]}${at}`, columns[index]!.as, read),
    )
    waiting += `<row r="${at}"${read ? heightOf(row, columns) : ''}>${cells.join('')}</row>`
    if (waiting.length < PIECE) continue
    yield waiting
    waiting = ''
  }
  yield `${waiting}</sheetData>${footXml(sheet)}</worksheet>`
}

/** The cells of a sheet, head and all. */
export const rangeOf = ({ columns, rows }: Sheet): [string, string] => [
  'A1',
  `${lettersOf(columns.length - 1)}${rows + 1}`,
]

function headXml({ columns, read }: Sheet, letters: string[], rightToLeft: boolean): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const heads = columns.map(({ name }) => name)
  const cells = columns.map(({ name, as }, index) =>
    textXml(name, `${letters[index]}1`, as === 'text' ? 'head' : 'numberHead', read),
  )
  const view = `workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}${read ? ' showGridLines="0"' : ''}`
  return `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ${view}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData><row r="1"${heightOf(heads, columns)}>${cells.join('')}</row>`
}

function footXml(sheet: Sheet): string {
  const filter = `<autoFilter ref="${rangeOf(sheet).join(':')}"/>`
  return `${filter}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${rangeOf(sheet).join(':')}" numberStoredAsText="1"/></ignoredErrors>`
}

export const sheetOf = ({ columns, read = false }: Table, name: string): Sheet => ({
  name,
  columns,
  rows: 0,
  read,
})
