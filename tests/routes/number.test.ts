import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import type { Results } from '../../src/survey/results.ts'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, text } from '../make.ts'
import { sheetsIn } from '../spreadsheet.ts'
import { ACT, start, type Started } from '../start.ts'
import { wordsOf } from './scanning.ts'
import { signedIn } from './two-offices.ts'

const languages = ['sv', 'da', 'en']
const waiting = ask.number('vantan', {
  text: { sv: 'Hur länge väntade du?', da: 'Hvor længe ventede du?', en: 'How long did you wait?' },
  unit: { sv: 'minuter', da: 'minutter', en: 'minutes' },
  to: 600_000,
  bins: [0, 15, 30, 60],
})
const sites = [
  { id: 'norr', name: text('Norr', languages), listed: 900 },
  { id: 'syd', name: text('Syd', languages), listed: 700 },
]
/** Such as nobody would come upon otherwise. */
const TOLD = '437219'

let svar: Started
let anna: Browser
const token = makeSecret()
beforeAll(async () => {
  svar = await start()
  await svar.open(content([waiting], { languages, sites, title: text('Väntan', languages) }))
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
  await svar.store.addToken(hashSecret(token), 'nord', 'read', { ...ACT, at: '2026-07-01' })
  // Of each site's 15: 4 under 15, 7 under 30, 3 under 60, and one with the number that is told.
  const short = ['0', '5', '10', '14', '15', '20', '20,0', '25', '25', '28', '29 minutter']
  const all = [...short, '30', '45', '59', TOLD]
  for (const site of ['norr', 'syd']) {
    for (const [turn, vantan] of all.entries()) {
      const reply = await svar.send('prov', { submission: `wait-${site}-${turn}`, site, vantan })
      expect(reply.statusCode, vantan).toBe(303)
    }
  }
})
afterAll(() => svar.close())

const office = (path = '', query = '?lang=sv') =>
  anna.get(`/office/surveys/prov${path && `/${path}`}${query}`)

describe('whoever answers without a script', () => {
  test('finds a field for digits, with its unit and bounds in words', async () => {
    const { body } = await svar.app.inject('/s/prov?lang=da')
    const [, field] = /(<input type="text"[^>]*name="vantan"[^>]*>)/.exec(body)!
    expect(field).toContain('inputmode="numeric"')
    expect(field).toContain('aria-describedby="q.vantan.unit help.vantan"')
    expect(body).toContain('<label for="q.vantan">')
    expect(body).toContain('id="q.vantan.unit">minutter<')
    expect(body).toContain('Skriv et helt tal fra 0 til 600.000\u00a0minutter.')
    expect(body).toContain('Vi gemmer ikke tallet')
  })

  test.each([
    ['sv', 'fem', 'Skriv bara ett tal, med siffror.'],
    ['sv', '2,5', 'Skriv ett helt tal, utan decimaler.'],
    ['sv', '600 001', 'Skriv ett tal från 0 till 600\u00a0000.'],
    ['da', '-1', 'Skriv et tal fra 0 til 600.000.'],
    ['en', '1,234,567', 'Write a number from 0 to 600,000.'],
  ])('is told in %s what is wrong with %s, and finds it as it was', async (lang, vantan, said) => {
    const reply = await svar.send('prov', { submission: 'wait-wrong-1', lang, vantan })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(said)
    expect(reply.body).toContain(`value="${vantan}"`)
    expect(reply.body).toMatch(/aria-describedby="[^"]*fault\.vantan"[^>]* aria-invalid/)
  })
})

describe('what the office sees', () => {
  test('on the dashboard: where the middle is, in bins, in their order', async () => {
    const { body } = await office()
    expect(body).toContain('Det mittersta svaret är 15–29\u00a0minuter')
    expect(body).toContain('troligen mellan 0 och 29\u00a0minuter')
    const figure = body.slice(body.indexOf('data-figure="steps"'))
    const rows = [...figure.matchAll(/data-value[^>]*>.*?<\/th><td>(\d+)<\/td>/gs)]
    expect(rows.map(([, count]) => Number(count))).toEqual(counts)
    expect(body).toContain('Intervallen är olika breda')
  })

  test('in files and by machine: the same, under codes', async () => {
    const results = (await office('results.json')).json<Results>()
    const [all] = results.groups
    const ids = ['0..14', '15..29', '30..59', '60..600000']
    expect(all!.questions[0]!.options).toEqual(ids.map((id, at) => ({ id, count: counts[at] })))
    const sheet = sheetsIn((await office('results.xlsx')).rawPayload)['Svar']!
    const csv = parse((await office('results.csv')).body, {
      bom: true,
      delimiter: ';',
      columns: true,
    }) as Record<string, string>[]
    for (const rows of [sheet, csv]) {
      const whole = rows.filter((row) => row['Grupp (kod)'] === 'all')
      expect(whole.map((row) => row['Alternativ (kod)'])).toEqual(ids)
      expect(whole.map((row) => Number(row['Antal']))).toEqual(counts)
      expect(whole[1]!['Alternativ']).toBe('15–29\u00a0minuter')
    }
    const headers = { authorization: `Bearer ${token}` }
    const machine = await svar.app.inject({ url: '/api/surveys/prov/results', headers })
    expect(machine.json<Results>().groups[0]!.questions).toEqual(all!.questions)
  })

  test('on paper: the question as it was asked, and in which ranges it is counted', async () => {
    const said = (await wordsOf((await office('report.pdf', '?lang=da')).rawPayload)).join(' ')
    expect(said).toContain('Det midterste svar er 15–29 minutter')
    expect(said).toContain('Skriv et helt tal fra 0 til 600.000 minutter.')
    expect(said).toContain('intervallerne 0–14 minutter, 15–29 minutter')
  })
})

/** Of each site ten are shown while the survey is open. */
const counts = [8, 12, 0, 0]

test('the number itself is kept nowhere, only its bin', () => {
  const files = readdirSync(svar.folder, { recursive: true, withFileTypes: true })
  const all = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)))
  expect(all.some((bytes) => bytes.includes('60..600000'))).toBe(true)
  expect(all.some((bytes) => bytes.includes(TOLD))).toBe(false)
})
