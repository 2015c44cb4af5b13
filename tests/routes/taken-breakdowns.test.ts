import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseDue } from '../../src/schedule.ts'
import type { Questionnaire } from '../../src/survey/questionnaire.ts'
import type { Results } from '../../src/survey/results.ts'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, options, sites } from '../make.ts'
import { type Row, sheetsIn } from '../spreadsheet.ts'
import { start, type Started } from '../start.ts'
import { rowOf } from './report-rows.ts'
import { wordsOf } from './scanning.ts'
import { cellOf, numbersIn } from './taken-numbers.ts'
import { signedIn } from './two-offices.ts'

const AFTER = '2026-09-09T12:00:00+02:00'
const survey = content(
  [
    ask.choice('alder', { options: options('ung', 'gammal', 'aldst') }),
    ask.choice('val', { options: options('a', 'b') }),
    ask.scale('skala'),
    ask.ranking('rang', { options: options('a', 'b', 'c'), max: 3 }),
    ask.text('ord'),
  ],
  {
    languages: ['sv', 'da'],
    // Nearly all of the listed have answered, so that correcting for it is seen.
    sites: [...sites('norr', 'soder')].map((site) => ({ ...site, listed: 80 })),
    breakdowns: ['channel', 'language', 'question:alder'],
  },
)
const divided = ['channel', 'language', 'question:alder']

let svar: Started
let anna: Browser

/**
 * 120 who answered as they came; three are very old. Those who were asked to choose a step came
 * channel by channel, so that steps and channels together would tell too much.
 */
beforeAll(async () => {
  svar = await start()
  await svar.open(survey)
  for (let index = 0; index < 120; index += 1) {
    const byTablet = index % 5 < 2
    const sent = await svar.send('prov', {
      submission: `answer-number-${index}`,
      lang: index % 7 < 4 ? 'sv' : 'da',
      site: index % 11 < 6 ? 'norr' : 'soder',
      ...(byTablet && { channel: 'qr' }),
      alder: index < 3 ? 'aldst' : index % 3 === 0 ? 'gammal' : 'ung',
      val: index % 4 === 0 ? 'a' : 'b',
      ...(byTablet === index >= 60 && { skala: String(1 + (index % 5)) }),
      'rang.a': String(1 + (index % 2)),
      'rang.b': String(2 - (index % 2)),
      'rang.c': '3',
      ...(index % 3 === 0 && { ord: 'Hemlig text' }),
    })
    expect(sent.statusCode).toBe(303)
  }
  svar.setClock(AFTER)
  await releaseDue(svar.store, Date.parse(AFTER))
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const get = (file: string, lang = 'sv') => anna.get(`/office/surveys/prov/${file}?lang=${lang}`)
const results = async () =>
  (await get('results.json')).json<Results & Pick<Questionnaire, 'questions'>>()
const isDivided = (row: Row) => divided.includes(String(row['Indelning (kod)']))

test('every breakdown is in the files, with the numbers of the release', async () => {
  const given = await results()
  const numbers = numbersIn(given)
  const { Svar: book } = sheetsIn((await get('results.xlsx')).rawPayload)
  const csv = parse((await get('results.csv')).body, { bom: true, delimiter: ';', columns: true })
  for (const by of divided) {
    expect([...numbers.keys()].filter((key) => key.startsWith(`${by}/`)).length).toBeGreaterThan(10)
  }
  for (const [key, number] of numbers) {
    expect(cellOf(book!, key), key).toBe(number)
    expect(cellOf(csv as Row[], key), key).toBe(String(number).replace('.', ','))
  }
})

test('groups have their names, and those of each breakdown are everyone', async () => {
  const { Svar: book, 'Om filen': about } = sheetsIn((await get('results.xlsx')).rawPayload)
  const names = new Set(
    book!.filter(isDivided).map((row) => `${row['Indelning']}: ${row['Grupp']}`),
  )
  expect([...names]).toEqual([
    'Kanal: Webben',
    'Kanal: QR-kod',
    'Språk: Svenska',
    'Språk: Danska',
    'Fråga alder: Val ung',
    'Fråga alder: Övriga',
  ])
  const counted = (by: string) =>
    book!.filter(
      (row) =>
        row['Indelning (kod)'] === by &&
        row['Fråga (kod)'] === 'val' &&
        row['Alternativ (kod)'] === 'a',
    )
  for (const by of ['all', 'site', ...divided]) {
    expect(
      counted(by).reduce((sum, row) => sum + Number(row['Antal']), 0),
      by,
    ).toBe(30)
    expect(
      counted(by).reduce((sum, row) => sum + Number(row['Svar på frågan (n)']), 0),
      by,
    ).toBe(120)
  }
  const told = about!.map((row) => `${row['Uppgift']}: ${row['Innehåll']}`)
  expect(told).toContainEqual(
    expect.stringMatching(/^Övriga grupper: Övriga är Val aldst och Val gammal\./),
  )
  const { release } = await results()
  expect(told).toContain(`Den slutliga redovisningens kontrollsumma (SHA-256): ${release!.hash}`)
})

test('the listed of sites narrow no other group', async () => {
  const { Svar: book } = sheetsIn((await get('results.xlsx')).rawPayload)
  const width = (by: string, group: string) => {
    const row = book!.find(
      (row) =>
        row['Indelning (kod)'] === by &&
        row['Grupp (kod)'] === group &&
        row['Fråga (kod)'] === 'val' &&
        row['Alternativ (kod)'] === 'a',
    )!
    const [n, p] = [Number(row['Svar på frågan (n)']), Number(row['Andel av n'])]
    const z = 1.959_963_984_540_054
    const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
    const low = Number(row['Andel, troligen minst'])
    return (Number(row['Andel, troligen högst']) - low) / (2 * half)
  }
  for (const [by, group] of [
    ['channel', 'web'],
    ['language', 'sv'],
    ['question:alder', 'ung'],
  ]) {
    expect(width(by!, group!), by).toBeCloseTo(1, 3)
  }
  expect(width('site', 'norr')).toBeLessThan(0.9)
})

test('what the auditor withheld is words in every file, and no number', async () => {
  const { groups } = await results()
  const guarded = groups.filter(
    ({ by, withheld }) => divided.includes(by) && withheld?.includes('skala'),
  )
  expect(guarded.map(({ id }) => id)).toEqual(['web', 'qr'])
  const why = /visas inte: tillsammans med det som redan har visats/
  const { Svar: book, 'Om filen': about } = sheetsIn((await get('results.xlsx')).rawPayload)
  const rows = book!.filter((row) => isDivided(row) && why.test(String(row['Antal'])))
  expect(rows.length).toBe(guarded.length * 7)
  for (const row of rows) {
    expect(Object.entries(row).filter(([, cell]) => typeof cell === 'number')).toEqual([
      ['Fråga nr', row['Fråga nr']],
    ])
  }
  expect(about!.map((row) => row['Uppgift'])).toContain('Visas inte, skulle kunna röja enskilda')
  expect((await get('results.csv')).body).toMatch(why)
  expect((await wordsOf((await get('report.pdf')).rawPayload)).join(' ')).toMatch(why)
})

const names: Record<string, Record<string, string>> = {
  sv: { web: 'Webben', qr: 'QR-kod', sv: 'Svenska', da: 'Danska', others: 'Övriga' },
  da: { web: 'Nettet', qr: 'QR-kode', sv: 'Svensk', da: 'Dansk', others: 'Øvrige' },
}

test.each(['sv', 'da'])('the report (%s) has every cell of every group', async (lang) => {
  const text = (await wordsOf((await get('report.pdf', lang)).rawPayload)).join(' ')
  const { groups, release } = await results()
  const known = { all: lang === 'sv' ? 'Alla' : 'Alle', norr: 'Plats norr', soder: 'Plats soder' }
  const name = (id: string) => names[lang]![id] ?? { ...known }[id] ?? `Val ${id}`
  for (const group of groups) {
    const listed = { all: 160, site: 80 }[group.by as string]
    for (const table of group.questions.filter(({ id }) => ['val', 'skala', 'rang'].includes(id))) {
      expect(text, `${group.by} ${group.id} ${table.id}`).toContain(
        `${name(group.id)} ${table.n} ${rowOf(table, listed)}`,
      )
    }
  }
  // The same number has one interval wherever it stands.
  const everyone = [...text.matchAll(/All[ae] 120 25,0 % \(30\) (\S+)/g)].map(([, range]) => range)
  expect(everyone.length).toBe(1 + divided.length)
  expect(new Set(everyone).size).toBe(1)
  expect(text.replaceAll(' ', '')).toContain(release!.hash)
  expect(text).not.toContain('Hemlig')
})
