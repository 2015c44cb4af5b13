import type { Results } from '../../src/survey/results.ts'
import type { Row } from '../spreadsheet.ts'

/** A table that someone saw: of which question, and who is in it. */
export interface Seen {
  question: string
  members: Set<string>
}

export const memberIn = (label: string) =>
  /\bp\d+\b/.exec(label)?.[0] ?? (/^\d+$/.test(label) ? `p${label}` : undefined)

export const seen = (question: string, members: Iterable<string>): Seen[] => {
  const set = new Set(members)
  return set.size > 0 ? [{ question, members: set }] : []
}

/** Columns of the division, group, question, option and count. */
export const codes = ['by', 'group', 'question', 'option', 'count'] as const
export const headings = [
  'Indelning (kod)',
  'Grupp (kod)',
  'Fråga (kod)',
  'Alternativ (kod)',
  'Antal',
] as const

export const jsonTables = ({ groups }: Results): Seen[] =>
  groups.flatMap(({ questions }) =>
    questions.flatMap(({ id, options }) =>
      seen(
        id,
        options.flatMap((row) => (row.count > 0 ? (memberIn(row.id) ?? []) : [])),
      ),
    ),
  )

/** What is not shown has words in the place of its count. */
export function codedTables(rows: Row[], columns: typeof codes | typeof headings): Seen[] {
  const tables = new Map<string, Seen>()
  for (const row of rows) {
    const [by, group, question, option, count] = columns.map((name) => String(row[name] ?? ''))
    const member = memberIn(option!)
    if (!member || !(Number(count) > 0)) continue
    const key = `${by} ${group} ${question}`
    const table = tables.get(key) ?? { question: question!, members: new Set() }
    table.members.add(member)
    tables.set(key, table)
  }
  return [...tables.values()]
}
