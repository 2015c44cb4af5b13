import { type Columns, columns, type FileLine } from './survey/sites/file-rows.ts'

/** Thousands of sites are some hundred kB. */
export const LARGEST_SITE_FILE = 2_000_000
const MOST_LINES = 20_000

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252'
export type SiteFileFault = 'empty' | 'notText' | 'columns' | 'many'

export interface SiteFile {
  lines: FileLine[]
  order: Columns
  width: number
}

/** The text of a file, however it was saved; undefined where it is none. */
export function textIn(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
  const mark = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : utf16
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: 'utf-16' }
  // A spreadsheet's own format, a picture …
  if (bytes.includes(0)) return undefined
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/**
 * A file of sites, line by line: no name of a place has a line break, and so a quotation mark that
 * is never closed costs one row instead of all that follow.
 */
export function readSiteFile(text: string): SiteFile | { fault: SiteFileFault } {
  const [head = '', ...rest] = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  if (text.trim() === '') return { fault: 'empty' }
  const delimiter = delimiterOf(head)
  const names = (cellsOf(head, delimiter) ?? []).map((name) => name.trim().toLowerCase())
  const order: Columns = {}
  for (const name of columns) if (names.includes(name)) order[name] = names.indexOf(name)
  if (order.id === undefined || order.name === undefined) return { fault: 'columns' }
  if (rest.length > MOST_LINES) return { fault: 'many' }
  const lines = rest.flatMap((text, index) =>
    /^[\s;,]*$/.test(text) ? [] : [{ line: index + 2, text, cells: cellsOf(text, delimiter) }],
  )
  return lines.length === 0 ? { fault: 'empty' } : { lines, order, width: names.length }
}

/** The sign that the heading has most of; a comma where it has none. */
const delimiterOf = (head: string) =>
  [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!

/** The cells of a line, with what stands in quotation marks as one; undefined where these do not pair. */
function cellsOf(line: string, delimiter: string): string[] | undefined {
  // A tab is blank as well, but where it parts cells it belongs to none.
  const blank = `[^\\S${delimiter}]*`
  const aQuoted = new RegExp(`^${blank}"((?:[^"]|"")*)"${blank}`)
  const cells: string[] = []
  let from = 0
  while (from <= line.length) {
    const quoted = aQuoted.exec(line.slice(from))
    if (quoted) {
      from += quoted[0].length
      if (from < line.length && line[from] !== delimiter) return undefined
      cells.push(quoted[1]!.replaceAll('""', '"'))
    } else {
      const end = line.indexOf(delimiter, from)
      const cell = line.slice(from, end === -1 ? undefined : end)
      if (/^\s*"/.test(cell)) return undefined
      cells.push(cell)
      from += cell.length
    }
    from += 1
  }
  return cells
}
