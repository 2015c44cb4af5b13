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
  }
  return Object.entries(places).flatMap(([table, surveys]) => {
    const sql = `SELECT survey, count(*) FROM ${table} WHERE survey IN (${surveys}) GROUP BY survey`
    const rows = client.prepare(sql).raw().all() as [string, number][]
    return rows.map(([survey, n]) => `${survey} is purged, and has ${n} rows in ${table}`)
  })
}
