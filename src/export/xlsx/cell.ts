import { looksLikeFormula } from '../formula.ts'
import type { Cell, Column } from '../table.ts'
import { styleOf } from './styles.ts'
import { cellText } from './xml.ts'

/** A cell: numbers and dates as what they are, and text that is never run. */
export function cellXml(cell: Cell, place: string, as: Column['as']): string {
  if (cell === null || cell === undefined || cell === '') return ''
  if (typeof cell === 'number') return number(place, as === 'text' ? 'plain' : as, cell)
  if (typeof cell === 'object') return number(place, 'date', dayNumber(cell.date))
  if (as !== 'text') return text(place, 'words', cell)
  return text(place, looksLikeFormula(cell) ? 'quoted' : 'text', cell)
}

export const text = (place: string, style: Parameters<typeof styleOf>[0], words: string) =>
  `<c r="${place}" s="${styleOf(style)}" t="inlineStr"><is><t xml:space="preserve">${cellText(words)}</t></is></c>`

const number = (place: string, style: Parameters<typeof styleOf>[0], value: number) =>
  `<c r="${place}" s="${styleOf(style)}"><v>${value}</v></c>`

/** The letters of a column: A … Z, AA … */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

const DAY = 86_400_000

/** Days as spreadsheets count them, with the leap day of 1900 that never was. */
const dayNumber = (date: string): number =>
  (Date.parse(`${date}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / DAY
