import type Database from 'better-sqlite3'

/** Surveys whose responses are deleted, or being deleted. */
export const purgedIn = (client: Database.Database): Set<string> =>
  new Set(client.prepare('SELECT survey FROM purges').pluck().all() as string[])

/** What should be gone and is not: responses while they still go, everything else at once. */
export function leftOver(client: Database.Database): string[] {
  const all = 'SELECT survey FROM purges'
  const places = {
    responses: `${all} WHERE erased_at IS NOT NULL`,
    texts: all,
    tallies: all,
    hidings: all,
    maskings: all,
    codings: all,
    withdrawals: all,
    unsorted: all,
  }
  const bundled = "(SELECT value ->> '$[1]' AS survey FROM unsorted, json_each(responses))"
  return Object.entries(places).flatMap(([table, surveys]) => {
    const rowsOf = table === 'unsorted' ? bundled : table
    const sql = `SELECT survey, count(*) FROM ${rowsOf} WHERE survey IN (${surveys}) GROUP BY survey`
    const rows = client.prepare(sql).raw().all() as [string, number][]
    return rows.map(([survey, n]) => `${survey} is purged, and has ${n} rows in ${table}`)
  })
}
