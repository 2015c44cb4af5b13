import { looksLikeFormula } from '../formula.ts'
import type { Cell, Column } from '../table.ts'
import { type Style, styleOf } from './styles.ts'
import { cellText } from './xml.ts'

/** A cell: numbers and dates as what they are, and text that is never run. */
export function cellXml(cell: Cell, place: string, as: Column['as'], read: boolean): string {
  if (cell === null || cell === undefined || cell === '') return ''
  const amongWords = as === 'text'
  if (typeof cell === 'number') return number(cell, amongWords ? 'fact' : as)
  if (typeof cell === 'object') return number(dayNumber(cell.date), read ? 'day' : 'date')
  if (!amongWords) return textXml(cell, place, 'words', read)
  return textXml(cell, place, looksLikeFormula(cell) ? 'quoted' : 'text', read)

  function number(value: number, style: Style): string {
    return `<c r="${place}" s="${styleOf(style, read)}"><v>${value}</v></c>`
  }
}

export const textXml = (text: string, place: string, style: Style, read: boolean) =>
  `<c r="${place}" s="${styleOf(style, read)}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`

/** The letters of a column: A … Z, AA … */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

const DAY = 86_400_000

/** Days as spreadsheets count them, with the leap day of 1900 that never was. */
const dayNumber = (date: string): number =>
  (Date.parse(`${date}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / DAY
