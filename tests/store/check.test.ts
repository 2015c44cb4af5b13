import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { useFolder } from './fixture.ts'
import { keeping, survey } from './sending.ts'

const folder = useFolder(openSqlite)
const content = survey()

/** Twelve responses at one site, then what someone does to the database by hand. */
async function tampered(...statements: string[]) {
  const store = await folder.with(content)
  for (let id = 0; id < 12; id += 1) {
    const fields = { site: 'norr', choice: 'a', text: `text ${id}`, 'choices.other': `annat ${id}` }
    await store.keep(keeping(content, id, fields))
  }
  const client = new Database(folder.path('svar.db'))
  for (const sql of statements) expect(client.prepare(sql).run().changes, sql).toBeGreaterThan(0)
  client.close()
  return store
}

const first = '(SELECT id FROM responses ORDER BY id LIMIT 1)'
const edit = (question: string, path: string, value: string, column = 'cells') =>
  `UPDATE tallies SET ${column} = json_set(${column}, '${path}', ${value})
   WHERE question = '${question}'`
const cases: [string, string[], (string | RegExp)[]][] = [
  [
    'a byte of the answers',
    [`UPDATE responses SET answers = replace(answers, '"a"', '"b"') WHERE id = ${first}`],
    [/^response [0-9a-f]{32} of prov: checksum is wrong$/],
  ],
  [
    'the date of a response',
    [`UPDATE responses SET date = '2026-06-02' WHERE id = ${first}`],
    [/: checksum is wrong$/],
  ],
  [
    'where one field of a response ends and the next begins',
    [`UPDATE responses SET site = 'nor', channel = 'rweb' WHERE id = ${first}`],
    [/: checksum is wrong$/],
  ],
  [
    'a tally',
    [edit('choice', '$.a[1]', '6')],
    ['tallies / prov / norr / choice / a: stored 13, recounted 12'],
  ],
  [
    'a tally that is gone',
    ["DELETE FROM tallies WHERE question = 'choice'"],
    ['tallies / prov / norr / choice / a: stored 0, recounted 12'],
  ],
  [
    'a tally of nothing',
    [`INSERT INTO tallies VALUES ('prov', 'syd', 'choice', '{"a":[1,0,0]}', '[[],[]]')`],
    ['tallies / prov / syd / choice / a: stored 1, recounted 0'],
  ],
  ['a tally that is none', ["UPDATE tallies SET cells = '{'"], [/^database: .*JSON/]],
  [
    'participation',
    ['UPDATE participation SET responses = 11'],
    ['participation / prov / norr / web / sv / 2026-06-01: stored 11, recounted 12'],
  ],
  [
    'a text shown too early',
    [
      `INSERT INTO texts VALUES ('prov', 'text', 'norr', x'00', '["text 11"]')`,
      edit('text', '$[0]', 'json(\'["text 10"]\')', 'waiting'),
    ],
    ['texts / prov / norr / text: stages 1,5,6 for 2,5,5'],
  ],
  [
    'a text held too long',
    [
      edit('choices.other', '$[0][#]', "'x'", 'waiting'),
      "UPDATE texts SET texts = json_remove(texts, '$[3]') WHERE question = 'choices.other'",
    ],
    ['texts / prov / norr / choices.other: stages 3,5,4 for 2,5,5'],
  ],
  [
    'a text that is gone',
    ["UPDATE texts SET texts = json_remove(texts, '$[3]') WHERE question = 'choices.other'"],
    ['texts / prov / norr / choices.other: stored 11, recounted 12'],
  ],
  [
    'all texts of a question gone',
    ["DELETE FROM texts WHERE question = 'text'", "UPDATE tallies SET waiting = '[[],[]]'"],
    ['texts / prov / norr / text: stored 0, recounted 12'],
  ],
  [
    'a text that nobody wrote',
    [`INSERT INTO texts VALUES ('prov', 'text', 'syd', x'00', '["text"]')`],
    ['texts / prov / syd / text: stored 1, recounted 0'],
  ],
  [
    'a response that is gone',
    [`DELETE FROM responses WHERE id = ${first}`],
    ['participation / prov / norr / web / sv / 2026-06-01: stored 12, recounted 11'],
  ],
  [
    'a questionnaire that is gone',
    ['DELETE FROM questionnaires'],
    [/^response [0-9a-f]{32} of prov: questionnaire 1 is gone$/],
  ],
]

describe('check finds', () => {
  test.each(cases)('%s', async (_, statements, expected) => {
    const { ok, faults } = await (await tampered(...statements)).check()
    expect(ok).toBe(false)
    for (const fault of expected) {
      const matching =
        typeof fault === 'string' ? expect.stringContaining(fault) : expect.stringMatching(fault)
      expect(faults).toContainEqual(matching)
    }
  })

  test('nothing in what is whole, and says no more than a hundred faults', async () => {
    const store = await tampered()
    expect(await store.check()).toEqual({ ok: true, responses: 12, faults: [] })
    const many = Array.from({ length: 150 }, (_, id) => keeping(content, `more-${id}`))
    await Promise.all(many.map((one) => store.keep(one)))
    // Closing sorts the burst into its table.
    await store.close()
    const client = new Database(folder.path('svar.db'))
    client.prepare('UPDATE responses SET checksum = checksum + 1').run()
    client.close()
    const { ok, responses, faults } = await folder.open().check()
    expect([ok, responses, faults.length]).toEqual([false, 162, 100])
  })
})

describe('pairs of a ranking', () => {
  const ranked = async (...statements: string[]) => {
    const store = await folder.with(content)
    for (let id = 0; id < 6; id += 1) {
      const fields = { site: 'norr', 'ranking.a': 1, 'ranking.b': 2 }
      await store.keep(keeping(content, id, fields))
    }
    const client = new Database(folder.path('svar.db'))
    for (const sql of statements) expect(client.prepare(sql).run().changes, sql).toBe(1)
    client.close()
    return store.check()
  }
  const edited = (change: string) =>
    `UPDATE tallies SET cells = ${change} WHERE question = 'ranking'`

  test('that are counted wrong are found', async () => {
    const { faults } = await ranked(edited(`json_set(cells, '$."a>c"[0]', 9)`))
    expect(faults).toEqual([expect.stringContaining('a>c: stored 14, recounted 6')])
  })

  test('need not be there from before they were counted', async () => {
    const before = `json_remove(cells, '$.">"', '$."a>b"', '$."a>c"', '$."a>d"')`
    expect((await ranked(edited(before))).faults).toEqual([])
  })
})

test('finds what a step of an earlier program did not make', async () => {
  const store = await tampered()
  const client = new Database(folder.path('svar.db'))
  client.exec('ALTER TABLE devices DROP COLUMN used_code; DROP INDEX devices_of_organisation')
  // What an operator adds is the operator's own.
  client.exec('CREATE INDEX of_our_own ON responses (site)')
  client.close()
  expect((await store.check()).faults.toSorted()).toEqual([
    'database: column devices.used_code is missing',
    'database: index devices_of_organisation is missing',
  ])
})

test('counts one moment, page by page, while others write', async () => {
  const before = await tampered()
  const many = Array.from({ length: 5200 }, (_, id) => keeping(content, `m-${id}`, { scale: 3 }))
  await Promise.all(many.map((one) => before.keep(one)))
  await before.close()
  const store = folder.open()
  const late = Array.from({ length: 30 }, (_, id) => keeping(content, `late-${id}`, { scale: 4 }))
  // Queued first, and written while the check waits between its pages.
  const writing = late.map((one) => store.keep(one))
  const pages: number[] = []
  const checked = await store.check((done) => pages.push(done))
  expect(checked).toEqual({ ok: true, responses: 5212, faults: [] })
  expect(pages).toEqual([5000, 5212])
  await Promise.all(writing)
  expect(await store.check()).toMatchObject({ ok: true, responses: 5242 })
})
