import { join } from 'node:path'
import Database from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales, makeInterface } from '../../src/i18n.ts'
import { deeds } from '../../src/survey/people/deeds.ts'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'
import { add, onceOf, signedIn } from './two-offices.ts'

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')], { sites: sites('norr') }))
  await svar.open(content([ask.text('ord')], { id: 'annans' }), 'syd')
  await svar.addUser('anna@nord.example')
  await svar.addUser('bo@syd.example', 'syd')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const act = { by: 'test', at: '2026-07-01T10:00:00Z' }
const lines = (organisation = 'nord', filter = {}) =>
  svar.store.audit(organisation, filter, { most: 1000 })
/** Columns of the page's table, row by row. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr class="entry">(.*?)<\/tr>/gs)].map(([, row]) =>
    row!.replace(/<span class="cell-label">.*?<\/span>/g, '').replace(/<[^>]+>/g, '|'),
  )

describe('what the office does', () => {
  test('is written down: who, what, to what, when', async () => {
    const { id } = await add(anna, 'Receptionen')
    await anna.submit(`/office/tablets/${id}`, { name: 'Entrén', site: 'norr' })
    const once = onceOf((await anna.get('/office/people/new')).body)
    const invited = { once, name: 'Cia', email: 'cia@nord.example', role: 'editor' }
    await anna.submit('/office/people/new', invited)
    await anna.submit(`/office/people/${once}`, { role: 'planner' })
    await anna.submit(`/office/people/${once}`, { role: 'planner' })
    const own = await lines('nord', { by: 'anna@nord.example' })
    expect(own.map(({ what, object }) => [what, object])).toEqual([
      ['person.changed', once],
      ['person.invited', once],
      ['tablet.changed', 'Entrén (norr)'],
      ['tablet.added', 'Receptionen (norr)'],
    ])
    expect(own[0]!.at).toBe('2026-07-01T10:00:00Z')
    const [first] = rowsOf((await anna.get('/office/audit')).body)
    expect(first).toMatch(/1 juli 2026.*anna@nord\.example.*Ändrade roll eller platser.*Cia/s)
  })

  test('of surveys, access and the organisation alike', async () => {
    await svar.store.closeSurvey('syd', 'annans', act)
    await svar.store.closeSurvey('syd', 'annans', act)
    await svar.store.addToken(Buffer.from('hash'), 'syd', 'read', act)
    expect((await lines('syd')).map(({ what }) => what).toReversed()).toEqual([
      'organisation.saved',
      'survey.drafted',
      'survey.issued',
      'person.added',
      'survey.closed',
      'token.added',
    ])
  })

  test('but neither failed sign-ins nor what another organisation does', async () => {
    const before = (await lines()).length
    await anna.get('/office/sign-in')
    await anna.submit('/office/sign-in', { email: 'nobody@nord.example', password: 'x' })
    expect(await lines()).toHaveLength(before)
    const page = (await anna.get('/office/audit')).body
    expect(page).not.toMatch(/annans|bo@syd\.example|nobody@/)
  })
})

describe('the log is read', () => {
  test('by who, what and day', async () => {
    const shown = async (query: string) =>
      rowsOf((await anna.get(`/office/audit?${query}`)).body).length
    const all = await lines()
    expect(await shown('')).toBe(all.length)
    const byTest = all.filter(({ by }) => by === 'test').length
    expect(await shown('by=test')).toBe(byTest)
    expect(byTest).toBeLessThan(all.length)
    expect(await shown('what=person.invited')).toBe(1)
    expect(await shown('day=2026-07-01')).toBe(all.length)
    expect(await shown('day=2026-06-30')).toBe(0)
    const wrong = await anna.get('/office/audit?day=2026-02-30')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('id="day-fault"')
  })

  test('with a day as it is in the surveys’ zone, to its first and last instant', async () => {
    for (const at of [
      '2026-07-09T21:59:59.999Z',
      '2026-07-09T22:00:00Z',
      '2026-07-10T21:59:59.5Z',
    ]) {
      await svar.store.addToken(Buffer.from(at), 'nord', 'read', { by: 'dygnet', at })
    }
    const page = async (day: string) =>
      rowsOf((await anna.get(`/office/audit?by=dygnet&day=${day}`)).body).length
    expect([await page('2026-07-09'), await page('2026-07-10')]).toEqual([1, 2])
  })

  test('page by page, each line once', async () => {
    for (let turn = 0; turn < 120; turn += 1) {
      await svar.store.addToken(Buffer.from(`${turn}`), 'nord', 'read', { ...act, by: 'många' })
    }
    const seen: number[] = []
    let url: string | undefined = '/office/audit?by=m%C3%A5nga'
    while (url) {
      const { body } = await anna.get(url)
      seen.push(rowsOf(body).length)
      const next: string | undefined = /href="([^"]*before=[^"]*)"/.exec(body)?.[1]
      url = next?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual([50, 50, 20])
  })

  test('as a file for a spreadsheet, in which nothing is run', async () => {
    await anna.get('/office/account')
    await anna.submit('/office/account/name', { name: '=HYPERLINK("http://x";"y")' })
    const reply = await anna.get('/office/audit.csv?by=anna@nord.example')
    expect(reply.headers['content-type']).toContain('text/csv')
    const rows = parse(reply.body, { bom: true }) as string[][]
    expect(rows[0]).toEqual(['number', 'at', 'by', 'by_name', 'what', 'object', 'object_name'])
    expect(rows.slice(1)).toHaveLength((await lines('nord', { by: 'anna@nord.example' })).length)
    expect(rows[1]![3]).toBe('\'=HYPERLINK("http://x";"y")')
  })
})

describe('no line is changed or deleted, also not past the program', () => {
  test.each([
    "UPDATE audit SET by = 'ingen'",
    'DELETE FROM audit',
    "DELETE FROM audit WHERE organisation = 'nord' AND number = 1",
    "INSERT OR REPLACE INTO audit VALUES ('nord', 1, '2026', 'ingen', 'x', 'y')",
    "REPLACE INTO audit SELECT organisation, number, at, 'ingen', what, object FROM audit",
    "INSERT INTO audit VALUES ('nord', 999999, '2026', 'ingen', 'x', 'y')",
    "INSERT INTO audit VALUES ('nord', 1, '2026', 'x', 'y', 'z') ON CONFLICT DO UPDATE SET by = 'x'",
  ])('%s', async (sql) => {
    const before = await lines()
    const client = new Database(join(svar.folder, 'svar.db'))
    expect(() => client.exec(sql)).toThrow('the audit log is only added to')
    client.close()
    expect(await lines()).toEqual(before)
  })

  test('and a gap would be seen: lines are numbered one by one', async () => {
    const numbers = (await lines()).map(({ number }) => number).toReversed()
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  test('what fails leaves no line', async () => {
    const before = await lines()
    const taken = svar.store.addUser(
      {
        id: 'x',
        organisation: 'nord',
        email: 'anna@nord.example',
        name: 'X',
        password: 'x',
        role: 'editor',
        sites: [],
      },
      { ...act, at: NOON },
    )
    await expect(taken).rejects.toMatchObject({ code: 'taken' })
    expect(await lines()).toEqual(before)
  })
})

test.each(makeInterface().officeLanguages)('every deed has words in %s', (language) => {
  const words = locales[language]!['people']!['deed'] as Record<string, Record<string, string>>
  const said = Object.entries(words).flatMap(([kind, all]) =>
    Object.keys(all).map((deed) => `${kind}.${deed}`),
  )
  expect(said.toSorted()).toEqual([...deeds].toSorted())
})
