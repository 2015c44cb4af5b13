import type { Purge } from '../survey/purge.ts'
import { csv } from './csv.ts'

/** The protocol of a deletion as a table of two columns. */
export function protocolCsv(purge: Purge): string {
  const { decision, ...rest } = purge
  const rows = Object.entries(rest)
  const decisions = Object.entries(decision).map(([language, words]): [string, string] => [
    `decision.${language}`,
    words,
  ])
  return csv([['field', 'value'], ...rows, ...decisions])
}
