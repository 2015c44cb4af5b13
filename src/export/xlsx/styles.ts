import { HEAD } from './xml.ts'

/** `quoted` is text that stays text also when someone edits the cell; `fact` and `day` stand left. */
const names = [
  'plain',
  'head',
  'numberHead',
  'text',
  'quoted',
  'count',
  'share',
  'mean',
  'date',
  'words',
  'fact',
  'day',
] as const
export type Style = (typeof names)[number]

/** The number of a style in a cell; of a sheet to be read, the words of its cells are wrapped. */
export const styleOf = (style: Style, read: boolean): number =>
  names.indexOf(style) + (read ? names.length : 0)

interface Format {
  number: number
  font?: number
  quoted?: boolean
  across?: 'left' | 'right'
}

const TEXT = 49
const OWN = 164

const formats: Record<Style, Format> = {
  plain: { number: 0 },
  head: { number: TEXT, font: 1 },
  numberHead: { number: TEXT, font: 1, across: 'right' },
  text: { number: TEXT },
  quoted: { number: TEXT, quoted: true },
  count: { number: 3 },
  share: { number: OWN },
  mean: { number: 2 },
  date: { number: 14 },
  words: { number: TEXT, font: 2 },
  fact: { number: 3, across: 'left' },
  day: { number: 14, across: 'left' },
}

function formatXml(style: Style, read: boolean): string {
  const { number, font = 0, quoted, across } = formats[style]
  const head = style === 'head' || style === 'numberHead'
  const frame = head ? 'fillId="2" borderId="0" applyFill="1"' : 'fillId="0" borderId="0"'
  const wrap = head || (read && number === TEXT) ? ' wrapText="1"' : ''
  const side = across ? ` horizontal="${across}"` : ''
  const mark = quoted ? ' quotePrefix="1"' : ''
  return `<xf numFmtId="${number}" fontId="${font}" ${frame} xfId="0"${mark} applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="${head ? 'bottom' : 'top'}"${wrap}${side}/></xf>`
}

const cellFormats = [false, true].flatMap((read) => names.map((name) => formatXml(name, read)))

const font = (more = '') =>
  `<font>${more}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`

export const STYLES = `${HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="${OWN}" formatCode="0.0%"/></numFmts><fonts count="3">${font()}${font('<b/>')}${font('<i/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EFEF"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
