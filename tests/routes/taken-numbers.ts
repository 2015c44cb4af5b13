import type { Results } from '../../src/survey/results.ts'
import type { Row } from '../spreadsheet.ts'

/** Every number of the results, by the codes of its row and what it is. */
export function numbersIn({ groups, final }: Results): Map<string, number | null> {
  const found = new Map<string, number | null>()
  for (const { by, id: group, questions } of groups) {
    for (const { id, kind, n, options: rows, dontKnow } of questions) {
      if (n === 0 && !final) continue
      const at = (option: string) => `${by}/${group}/${id}/${option}`
      if (kind === 'text') found.set(`${at('')} Antal`, n)
      for (const row of rows) {
        found.set(`${at(row.id)} Antal`, row.count)
        found.set(`${at(row.id)} Svar på frågan (n)`, n)
        if (row.meanRank === undefined) found.set(`${at(row.id)} Andel av n`, row.count / n)
        else {
          found.set(`${at(row.id)} Medelvärde eller medelplats`, row.meanRank)
          found.set(`${at(row.id)} Antal först`, row.first!)
        }
      }
      if (dontKnow !== undefined) found.set(`${at('dontknow')} Antal`, dontKnow)
    }
  }
  return found
}

/** A cell by the codes of its row and the name of its column. */
export const cellOf = (rows: Row[], key: string) => {
  const [, place, column] = /^(\S+) (.*)$/.exec(key)!
  const row = rows.find(
    (row) =>
      place ===
      ['Indelning (kod)', 'Grupp (kod)', 'Fråga (kod)', 'Alternativ (kod)']
        .map((name) => row[name] ?? '')
        .join('/'),
  )
  return row?.[column!]
}
