import { stringify } from 'csv-stringify/sync'
import type { Results } from '../survey/results.ts'
import { looksLikeFormula } from './formula.ts'
import type { Cell, Table } from './table.ts'

/** How a spreadsheet set to a language writes: what is between cells, and before decimals. */
export interface Dialect {
  separator: ',' | ';'
  decimal: '.' | ','
}

const machines: Dialect = { separator: ',', decimal: '.' }

/**
 * Rows as CSV that a spreadsheet opens right: UTF-8 with its mark, CRLF, and no cell that would
 * be run as a formula.
 */
export const csv = (rows: Cell[][], dialect = machines): string => MARK + lines(rows, dialect)

/** Rows that are written together. */
const PIECE = 500

/** A table as CSV, piece by piece. */
export function* csvOf({ columns, rows }: Table, dialect: Dialect): Generator<string> {
  let waiting: Cell[][] = [columns.map(({ name }) => name)]
  yield MARK
  for (const row of rows) {
    waiting.push(columns.map((_, index) => row[index]))
    if (waiting.length < PIECE) continue
    yield lines(waiting, dialect)
    waiting = []
  }
  yield lines(waiting, dialect)
}

/** What a spreadsheet in a language expects; decimals with a comma leave the semicolon between. */
export function dialectOf(language: string): Dialect {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5)
  const comma = parts.some(({ type, value }) => type === 'decimal' && value === ',')
  return comma ? { separator: ';', decimal: ',' } : machines
}

const MARK = '\ufeff'

function lines(rows: Cell[][], { separator, decimal }: Dialect): string {
  const written = rows.map((row) => row.map((cell) => words(cell, decimal)))
  return stringify(written, { delimiter: separator, record_delimiter: 'windows' })
}

function words(cell: Cell, decimal: string): string | null | undefined {
  if (typeof cell === 'number') return String(cell).replace('.', decimal)
  if (typeof cell === 'object') return cell?.date
  return cell !== undefined && looksLikeFormula(cell) ? `'${cell}` : cell
}

/** Released numbers, a row per group, question and option. */
export function resultsCsv(results: Results): string {
  const header = [
    'survey',
    'by',
    'group',
    'question',
    'kind',
    'n',
    'option',
    'count',
    'mean_rank',
    'first',
  ]
  const rows = results.groups.flatMap(({ by, id: group, questions }) =>
    questions.flatMap(({ id, kind, n, options, dontKnow }) => {
      const start = [results.survey, by, group, id, kind, n]
      return [
        ...(options.length === 0 ? [[...start, '', n, null, null]] : []),
        ...options.map((row) => [...start, row.id, row.count, row.meanRank, row.first]),
        ...(dontKnow === undefined ? [] : [[...start, 'dontknow', dontKnow, null, null]]),
      ]
    }),
  )
  return csv([header, ...rows])
}
