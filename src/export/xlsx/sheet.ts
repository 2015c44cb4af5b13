import type { Cell, Column, Table } from '../table.ts'
import { cellXml, lettersOf, text } from './cell.ts'
import { HEAD } from './xml.ts'

/** Text that is compressed and sent at a time. */
const PIECE = 32_768

/** A sheet of which rows are written; it knows in the end how many there were. */
export interface Sheet {
  name: string
  columns: Column[]
  rows: number
  notes: boolean
}

/** A sheet's XML, piece by piece, for as many rows as go into it. */
export function* sheetXml(
  sheet: Sheet,
  rows: Iterable<Cell[]>,
  rightToLeft: boolean,
): Generator<string> {
  const { columns } = sheet
  const letters = columns.map((_, index) => lettersOf(index))
  let waiting = headXml(sheet, letters, rightToLeft)
  for (const row of rows) {
    sheet.rows += 1
    const at = sheet.rows + 1
    const cells = row.map((cell, index) =>
      cellXml(cell, `${letters[index]}${at}`, columns[index]!.as),
    )
    waiting += `<row r="${at}">${cells.join('')}</row>`
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

function headXml({ columns, notes }: Sheet, letters: string[], rightToLeft: boolean): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const names = columns.map(({ name }, index) => text(`${letters[index]}1`, 'head', name))
  const view = `workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}${notes ? ' showGridLines="0"' : ''}`
  return `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ${view}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData><row r="1">${names.join('')}</row>`
}

function footXml(sheet: Sheet): string {
  const filter = sheet.notes ? '' : `<autoFilter ref="${rangeOf(sheet).join(':')}"/>`
  const turned = sheet.notes ? 'portrait' : 'landscape'
  return `${filter}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${turned}" fitToHeight="0"/><headerFooter><oddFooter>&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${rangeOf(sheet).join(':')}" numberStoredAsText="1"/></ignoredErrors>`
}

export const sheetOf = ({ columns, notes }: Table, name: string): Sheet => ({
  name,
  columns,
  rows: 0,
  notes: notes ?? false,
})
