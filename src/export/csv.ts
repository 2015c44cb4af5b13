import { stringify } from 'csv-stringify/sync'
import type { Results } from '../survey/results.ts'

/**
 * Rows as CSV that a spreadsheet opens right: UTF-8 with its mark, CRLF, and no cell that would
 * be run as a formula.
 */
export function csv(rows: (string | number | null | undefined)[][]): string {
  return stringify(rows, { bom: true, record_delimiter: 'windows', escape_formulas: true })
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
