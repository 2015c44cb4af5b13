import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Edition } from '../../src/survey/publication/publication.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { ask, content, sites } from '../make.ts'
import { act, useFolder } from './fixture.ts'

const folder = useFolder(openSqlite)

test('of very many comments the room holds a sample of every site, and says how many more', async () => {
  const store = await folder.with(content([ask.text('ord')], { sites: sites('norr', 'syd') }))
  release({ norr: 900, syd: 300 })
  const { comments, more } = (await store.comments('nord', 'prov'))!
  expect([comments.length, more]).toEqual([5000, 1000])
  expect(comments.filter(({ group }) => group === 'syd')).toHaveLength(1250)
})

test('what was picked to be quoted stays in it when more come than it holds', async () => {
  const store = await folder.with(content([ask.text('ord')], { sites: sites('norr', 'syd') }))
  release({ norr: 600, syd: 300 })
  const ids = async () => (await store.comments('nord', 'prov'))!.comments.map(({ id }) => id)
  const before = await ids()
  release({ norr: 600 })
  const left = new Set(await ids())
  const gone = before.filter((id) => !left.has(id))
  expect(gone.length).toBeGreaterThan(2)
  const quotes = [gone[0]!, gone.at(-1)!]
  const summary = { sv: 'Kort.' }
  const edition: Edition = { questions: [], quotes, summary, licence: 'CC-BY-4.0' }
  const draft = { revision: 0, edition }
  expect(await store.saveEdition('nord', 'prov', draft, act)).toBe('done')
  expect(await ids()).toEqual([...left, ...quotes].toSorted())
  const name = { organisation: 'nord', survey: 'prov', text: quotes[0]! }
  expect(await store.hideText(name, 'identifies', act)).toBe(true)
})

/** Batches of five at each site, as the server would have let them out. */
function release(batchesOf: Record<string, number>) {
  const client = new Database(folder.path('svar.db'))
  const text = client.prepare("INSERT INTO texts VALUES ('prov', 'ord', ?, ?, ?)")
  const tally = client.prepare(
    `INSERT INTO tallies VALUES ('prov', ?, 'ord', ?, '[[],[]]')
     ON CONFLICT DO UPDATE SET cells = excluded.cells`,
  )
  const known = client.prepare('SELECT count(*) FROM texts WHERE site = ?').pluck()
  client.transaction(() => {
    for (const [site, batches] of Object.entries(batchesOf)) {
      for (let batch = 0; batch < batches; batch += 1) {
        const texts = Array.from({ length: 5 }, (_, place) => `${site} ${batch} ${place}`)
        text.run(site, randomBytes(16), JSON.stringify(texts))
      }
      tally.run(site, JSON.stringify({ '': [0, 0, 5 * Number(known.get(site))] }))
    }
  })()
  client.close()
}
