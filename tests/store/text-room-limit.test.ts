import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { ask, content, sites } from '../make.ts'
import { useFolder } from './fixture.ts'

const folder = useFolder(openSqlite)

test('of very many comments the room holds a sample of every site, and says how many more', async () => {
  const store = await folder.with(content([ask.text('ord')], { sites: sites('norr', 'syd') }))
  const client = new Database(folder.path('svar.db'))
  const text = client.prepare("INSERT INTO texts VALUES ('prov', 'ord', ?, ?, ?)")
  const tally = client.prepare("INSERT INTO tallies VALUES ('prov', ?, 'ord', ?, '[[],[]]')")
  client.transaction(() => {
    for (const [site, batches] of [
      ['norr', 900],
      ['syd', 300],
    ] as const) {
      for (let batch = 0; batch < batches; batch += 1) {
        const texts = Array.from({ length: 5 }, (_, place) => `${site} ${batch} ${place}`)
        text.run(site, randomBytes(16), JSON.stringify(texts))
      }
      tally.run(site, JSON.stringify({ '': [0, 0, 5 * batches] }))
    }
  })()
  client.close()
  const { comments, more } = (await store.comments('nord', 'prov'))!
  expect([comments.length, more]).toEqual([5000, 1000])
  expect(comments.filter(({ group }) => group === 'syd')).toHaveLength(1250)
})
