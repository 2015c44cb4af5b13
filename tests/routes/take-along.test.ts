import { parse } from 'csv-parse/sync'
import { read, SSF } from 'xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Questionnaire } from '../../src/survey/questionnaire.ts'
import type { Results } from '../../src/survey/results.ts'
import type { Browser } from '../browser-by-hand.ts'
import { type Row, partsIn, sheetsIn } from '../spreadsheet.ts'
import { start, type Started } from '../start.ts'
import { cellOf, numbersIn } from './taken-numbers.ts'
import { odd, survey } from './taken-survey.ts'
import { signedIn } from './two-offices.ts'

let svar: Started
let anna: Browser
let planner: Browser

beforeAll(async () => {
  svar = await start()
  await svar.open(survey)
  await svar.addUser('anna@nord.example')
  const access = { role: 'planner' as const, sites: ['norr'] }
  await svar.addUser('norr@nord.example', 'nord', 'lång och god mening', access)
  anna = await signedIn(svar, 'anna@nord.example')
  planner = await signedIn(svar, 'norr@nord.example')
  for (let turn = 0; turn < 43; turn += 1) {
    const sent = await svar.send('prov', {
      submission: `response-number-${turn}`,
      lang: turn % 3 === 0 ? 'da' : 'sv',
      site: turn % 2 === 0 ? 'norr' : 'syd',
      val: [`o${turn % 13}`, `o${(turn * 7 + 1) % 13}`],
      skala: turn % 9 === 0 ? 'dontknow' : String(1 + (turn % 5)),
      'rang.a': String(1 + (turn % 2)),
      'rang.b': String(2 - (turn % 2)),
      ...(turn % 10 === 0 && { glest: 'ja' }),
    })
    expect(sent.statusCode).toBe(303)
  }
})
afterAll(() => svar.close())

const get = (browser: Browser, file: string, query = '?lang=sv') =>
  browser.get(`/office/surveys/prov${file && `/${file}`}${query}`)
const csvIn = async (browser: Browser, file: string, query?: string) =>
  parse((await get(browser, file, query)).body, {
    bom: true,
    delimiter: ';',
    columns: true,
  }) as Row[]
const bookIn = async (browser: Browser, query?: string) =>
  sheetsIn((await get(browser, 'results.xlsx', query)).rawPayload)

type Whole = Results & Pick<Questionnaire, 'questions'>
const resultsIn = async (browser: Browser, query?: string) =>
  (await get(browser, 'results.json', query)).json<Whole>()

describe('numbers', () => {
  test('in the workbook and the CSV are those of the results, each and every one', async () => {
    const results = await resultsIn(anna)
    const [{ Svar: book }, csv] = [await bookIn(anna), await csvIn(anna, 'results.csv')]
    const numbers = numbersIn(results)
    expect(results.groups.map(({ id }) => id)).toEqual(['all', 'norr', 'syd'])
    expect(numbers.size).toBeGreaterThan(150)
    for (const [key, number] of numbers) {
      expect(cellOf(book!, key), key).toBe(number)
      expect(cellOf(csv, key), key).toBe(String(number).replace('.', ','))
    }
    const shown = book!.filter((row) => typeof row['Antal'] === 'number')
    expect(shown.length).toBe([...numbers.keys()].filter((key) => key.endsWith(' Antal')).length)
  })

  test('that wait are words, and leave no number in their row', async () => {
    const { Svar: book } = await bookIn(anna)
    const waiting = book!.filter((row) => row['Fråga (kod)'] === 'glest')
    expect(waiting.length).toBe(6)
    for (const row of waiting) {
      expect(row['Antal']).toBe('redovisas inte än')
      const numbers = Object.entries(row).filter(([, cell]) => typeof cell === 'number')
      expect(numbers.map(([name]) => name)).toEqual(['Fråga nr'])
    }
  })

  test('have the interval and the mean that the page has', async () => {
    const { Svar: book } = await bookIn(anna)
    const page = (await get(anna, '')).body
    const written = (value: Row[string], more: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat('sv', more).format(Number(value))
    const mean = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    const share = { minimumFractionDigits: 1, maximumFractionDigits: 1, style: 'percent' } as const
    const onPage = (row: Row, columns: [string, string], format: Intl.NumberFormatOptions) =>
      expect(page).toContain(columns.map((name) => written(row[name]!, format)).join(' och '))
    const whole = book!.filter((row) => row['Grupp (kod)'] === 'all')
    const row = (code: string) => whole.find((row) => row['Alternativ (kod)'] === code)!
    onPage(row('mean'), ['Medel, troligen minst', 'Medel, troligen högst'], mean)
    onPage(row('b'), ['Medel, troligen minst', 'Medel, troligen högst'], mean)
    onPage(row('3'), ['Andel, troligen minst', 'Andel, troligen högst'], share)
    onPage(row('o2'), ['Andel, troligen minst', 'Andel, troligen högst'], share)
  })
})

describe('words', () => {
  test('come through whole, as text', async () => {
    const book = await bookIn(anna)
    const csv = await csvIn(anna, 'questions.csv')
    const labels = book['Svar']!.filter((row) => row['Grupp (kod)'] === 'all')
    for (const [index, words] of odd.entries()) {
      const ofOption = (row: Row) =>
        [row['Alternativ (kod)'], row['Kod']].includes(`o${index}`) && row['Fråga (kod)'] === 'val'
      expect(labels.find(ofOption)!['Alternativ']).toBe(words)
      expect(book['Frågor']!.find(ofOption)!['Danska (da)']).toBe(words)
      const safe = /^[=+\-@\t]/.test(words) ? `'${words}` : words
      expect(csv.find(ofOption)!['Svenska (sv)']).toBe(safe)
    }
    const { rawPayload } = await get(anna, 'results.xlsx')
    const parts = partsIn(rawPayload)
    expect(Object.values(parts).join('')).not.toMatch(/<f[ >]/)
    const cells = read(rawPayload, { cellFormula: true }).Sheets['Svar']!
    expect(JSON.stringify(cells)).not.toContain('"f":')
  })

  test('tell the questions as they were asked, in every language', async () => {
    const { Frågor: questions } = await bookIn(anna)
    const asked = questions!.map((row) => [row['Del'], row['Kod'], row['Danska (da)']])
    expect(asked).toContainEqual(['Rubrik', null, 'Vården i år: så? Öst/väst'])
    expect(asked).toContainEqual(['Fråga', null, 'Hvad, "nu"?'])
    expect(asked).toContainEqual(['Förklaring', null, 'Hjælp'])
    expect(asked).toContainEqual(['Alternativ', 'other', 'Andet'])
    expect(asked).toContainEqual(['Steg', '5', 'godt'])
    expect(asked).toContainEqual(['Steg', 'dontknow', 'Ved ikke'])
    const last = questions!.at(-1)!
    expect(last['Villkor (kod)']).toBe('val = o1, o6')
    expect(last['Villkor']).toContain('=1+1')
    expect((await resultsIn(anna)).questions).toEqual(survey.questions)
  })

  test('are in the language that is read, and so are the signs of CSV', async () => {
    const danish = await csvIn(anna, 'results.csv', '?lang=da')
    expect(danish[0]!['Spørgsmål']).toBe('Hvad, "nu"?')
    const english = (await get(anna, 'results.csv', '?lang=en')).body
    expect(english.startsWith('\ufeffDivided by (code),Divided by,')).toBe(true)
    const rows = parse(english, { bom: true, columns: true }) as Row[]
    expect(rows.map((row) => row['Share of n']).join(' ')).toMatch(/0\.\d+/)
    expect(Object.keys(await bookIn(anna, '?lang=en'))).toEqual([
      'About this file',
      'Answers',
      'Questions',
      'Participation',
    ])
  })
})

test('participation has its dates as dates, and all who answered', async () => {
  const { rawPayload } = await get(anna, 'results.xlsx')
  const { Deltagande: rows } = sheetsIn(rawPayload)
  const of = (by: string) => rows!.filter((row) => row['Indelning (kod)'] === by)
  const { y, m, d } = SSF.parse_date_code(of('day')[0]!['Dag'])
  expect([y, m, d]).toEqual([2026, 7, 1])
  const cells = read(rawPayload, { cellNF: true }).Sheets['Deltagande']!
  expect(SSF.is_date(cells[`E${rows!.indexOf(of('day')[0]!) + 2}`].z)).toBe(true)
  for (const by of ['all', 'site', 'channel', 'language', 'day']) {
    const sum = of(by).reduce((all, row) => all + Number(row['Inkomna svar']), 0)
    expect(sum, by).toBe(43)
  }
  expect(of('site')[0]).toMatchObject({ Kod: 'norr', Listade: 1000, 'Andel av listade': 0.022 })
})

test('a planner of one site takes along no other', async () => {
  expect((await resultsIn(planner)).groups.map(({ id }) => id)).toEqual(['all', 'norr'])
  for (const file of ['results.csv', 'questions.csv', 'participation.csv', 'results.json']) {
    const { body } = await get(planner, file)
    expect(body, file).not.toMatch(/\bsyd\b/)
  }
  const { rawPayload } = await get(planner, 'results.xlsx')
  expect(Object.values(partsIn(rawPayload)).join()).not.toMatch(/\bsyd\b/)
  const { Svar: book } = sheetsIn(rawPayload)
  // With two sites, the whole less one's own is the other one's.
  const whole = book!.filter((row) => row['Grupp (kod)'] === 'all')
  expect(whole.length).toBeGreaterThan(10)
  for (const row of whole) expect(row['Antal']).toMatch(/^(Visas bara för|redovisas inte än)/)
})

test('what was chosen is what is taken along', async () => {
  const { Svar: book } = await bookIn(anna, '?lang=sv&site=syd&question=skala')
  const groups = new Set(book!.map((row) => `${row['Grupp (kod)']} ${row['Fråga (kod)']}`))
  expect([...groups]).toEqual(['all skala', 'syd skala'])
  const page = (await get(anna, '', '?lang=sv&site=syd&question=skala')).body
  const links = [...page.matchAll(/href="([^"]+results\.xlsx[^"]*)"/g)].map(([, href]) => href)
  expect(links).toEqual([
    '/office/surveys/prov/results.xlsx?site=syd&amp;question=skala&amp;lang=sv',
    '/office/surveys/prov/results.xlsx?lang=sv',
  ])
})

test('files are named, typed and kept by nobody', async () => {
  const { headers } = await get(anna, 'results.xlsx')
  expect(headers['content-type']).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  expect(headers['cache-control']).toBe('no-store')
  const [, plain, coded] = /filename="([^"]+)"; filename\*=UTF-8''(\S+)$/.exec(
    String(headers['content-disposition']),
  )!
  expect(plain).toBe('prov-results-2026-07-01-sv.xlsx')
  expect(decodeURIComponent(coded!)).toBe('Svar 2026-07-01 (sv) Vården i år så Öst väst.xlsx')
})

test('the workbook says what it is made from, and what it leaves out', async () => {
  const { 'Om filen': about } = await bookIn(anna)
  const told = Object.fromEntries(about!.map((row) => [row['Uppgift'], row['Innehåll']]))
  const { responses, released } = await resultsIn(anna)
  expect(told).toMatchObject({
    'Enkätens kod': 'prov',
    'Vem som frågar': 'nord',
    'Frågeformulär nummer': 1,
    'Inkomna svar': responses,
    'Svar i redovisningen': released,
    'Minsta grupp': 5,
    Språk: 'Svenska och danska',
  })
  expect(told['Visas inte, för få svar']).toContain('färre än 5 svar')
})

test('a workbook is what spreadsheets expect of one', async () => {
  const parts = partsIn((await get(anna, 'results.xlsx')).rawPayload)
  expect(parts['docProps/core.xml']).toContain('<dc:language>sv</dc:language>')
  expect(parts['docProps/core.xml']).toContain(
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-07-01T10:00:00Z',
  )
  const answers = parts['xl/worksheets/sheet2.xml']!
  expect(answers).toContain('state="frozen"')
  expect(answers).toMatch(/<autoFilter ref="A1:U\d+"\/>/)
  expect(parts['xl/workbook.xml']).toMatch(/'Svar'!\$A\$1:\$U\$\d+/)
})
