import type { Db } from '../connection.ts'
import { bundleOf, rowsIn } from './row.ts'

/** Takes the responses of a survey, or one of them, out of the bundles that bursts were kept in. */
export function dropBundled(db: Db, survey: string, key?: Buffer) {
  const { $client: client } = db
  const drop = client.prepare('DELETE FROM unsorted WHERE id = ?')
  const put = client.prepare('UPDATE unsorted SET responses = ? WHERE id = ?')
  const all = client.prepare('SELECT id, responses FROM unsorted').all()
  for (const { id, responses } of all as { id: Buffer; responses: string }[]) {
    const rows = rowsIn(responses)
    const left = rows.filter((row) => row.survey !== survey || (key && !key.equals(row.id)))
    if (left.length === 0) drop.run(id)
    else if (left.length < rows.length) put.run(bundleOf(left), id)
  }
}
