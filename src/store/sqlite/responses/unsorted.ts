import type Database from 'better-sqlite3'
import { bundleOf, makeInsert, randomKey, type Row, rowsIn } from './row.ts'

/** So many are sorted in at a time: a few milliseconds. */
const SLICE = 256

/** Responses by survey and key, and the bundles that hold them in the database. */
interface Heap {
  rows: Map<string, Row>
  bundles: Buffer[]
}

const emptyHeap = (): Heap => ({ rows: new Map(), bundles: [] })
type Named = Pick<Row, 'id' | 'survey'>
const nameOf = (row: Named) => row.id.toString('latin1') + row.survey

/**
 * Responses that are kept and not yet in their table. There each would need a page of its own, so
 * a burst is written as one row a batch, and sorted in by key when it is over: many to a page.
 * Meanwhile a response may be in both places; its key tells. To be called within a transaction;
 * `forget` where one failed, or another process wrote.
 */
export function makeUnsorted(client: Database.Database) {
  const insert = makeInsert(client)
  const put = client.prepare('INSERT INTO unsorted VALUES (?, ?)')
  const drop = client.prepare('DELETE FROM unsorted WHERE id = ?')
  const all = client.prepare('SELECT id, responses FROM unsorted')
  let heap: Heap | undefined
  let added: Row[] = []
  let sorting: (Heap & { left: Row[] }) | undefined

  const filled = () => (heap ??= load())

  function load(): Heap {
    const loaded = emptyHeap()
    for (const { id, responses } of all.all() as { id: Buffer; responses: string }[]) {
      loaded.bundles.push(id)
      for (const row of rowsIn(responses)) loaded.rows.set(nameOf(row), row)
    }
    return loaded
  }

  function begin() {
    const { rows, bundles } = filled()
    heap = emptyHeap()
    // The lowest key last, whence it is taken.
    const left = [...rows].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, row]) => row)
    return { rows, bundles, left }
  }

  return {
    size: () => filled().rows.size + (sorting?.rows.size ?? 0),

    has(row: Named): boolean {
      const name = nameOf(row)
      return filled().rows.has(name) || (sorting?.rows.has(name) ?? false)
    },

    add(row: Row) {
      added.push(row)
      filled().rows.set(nameOf(row), row)
    },

    /** Writes what was added since the last time, as one bundle. */
    write() {
      if (added.length === 0) return
      const id = randomKey()
      put.run(id, bundleOf(added))
      filled().bundles.push(id)
      added = []
    },

    /** Sorts some in. The bundles go when the last of their rows is in. */
    sortSome() {
      sorting ??= begin()
      for (const row of sorting.left.splice(-SLICE).toReversed()) insert(row)
      if (sorting.left.length > 0) return
      for (const id of sorting.bundles) drop.run(id)
      sorting = undefined
    },

    forget() {
      heap = sorting = undefined
      added = []
    },
  }
}
