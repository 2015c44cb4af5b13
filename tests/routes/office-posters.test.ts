import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, start, type Started } from '../start.ts'
import { scannedPng, sheetsOf } from './scanning.ts'
import { signedIn } from './two-offices.ts'

const base = 'https://svar.nord.example'
const languages = ['sv', 'da']
const places = ['norr', 'vik'].map((id) => ({
  id,
  name: { sv: `Vårdcentralen ${id}`, da: `Lægehuset ${id}` },
}))
const titled = (sv: string, da = sv) => ({ languages, title: { sv, da }, sites: places })

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start({ environment: { SVAR_BASE_URL: base } })
  await svar.open(content([ask.scale('hur')], titled('Hur var besöket?', 'Hvordan var besøget?')))
  await svar.open(content([ask.scale('hur')], { id: 'utan' }))
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const both = 'languages=sv&languages=da'
const posters = (query: string, survey = 'prov') =>
  anna.get(`/office/surveys/${survey}/posters.pdf?${query}`)
const link = (site: string, language: string) => `${base}/s/prov?site=${site}&lang=${language}`

describe.each([
  ['A4', 595, 841],
  ['A3', 841, 1190],
])('%s', (size, width, height) => {
  test('a page for each site and language, whose code leads there', async () => {
    const reply = await posters(`size=${size}&${both}`)
    expect(reply.headers['content-type']).toBe('application/pdf')
    const sheets = await sheetsOf(reply.rawPayload, size === 'A4' ? 1.5 : 1)
    expect(sheets.map(({ link }) => link)).toEqual([
      link('norr', 'sv'),
      link('norr', 'da'),
      link('vik', 'sv'),
      link('vik', 'da'),
    ])
    for (const sheet of sheets) {
      expect(Math.abs(sheet.width - width) + Math.abs(sheet.height - height)).toBeLessThan(3)
    }
    expect(sheets[2]!.text).toContain('Vårdcentralen vik')
    expect(sheets[2]!.text).toContain('Hur var besöket?')
    expect(sheets[2]!.text).toContain('svar.nord.example/s/prov?site=vik')
    expect(sheets[2]!.text).toContain('Svara till och med 31 augusti 2026')
    expect(sheets[3]!.text).toContain('Lægehuset vik')
    expect(sheets[3]!.text).toContain('Svar til og med den 31. august 2026')
  })
})

test('the file is tagged, and says its language and title', async () => {
  const file = (await posters(`size=A4&${both}`)).rawPayload
  const raw = file.toString('latin1')
  expect(raw).toContain('/MarkInfo')
  expect(raw).toContain('/DisplayDocTitle true')
  expect(raw).toContain('/Lang (sv)')
  for (const tag of ['/S /Sect', '/S /H1', '/S /P', '/S /Figure', '/Lang (da)']) {
    expect(raw).toContain(tag)
  }
  expect(raw.match(/\/S \/Figure/g)).toHaveLength(4)
  expect(raw.match(/\/Alt \(/g)).toHaveLength(4)
  expect(raw).toContain('/FontFile2')
  expect(raw).not.toContain('/BaseFont /Helvetica')
  expect(raw).toMatch(/<pdfuaid:part>1/)
})

test('only for the sites, the group and the languages that are asked for', async () => {
  await svar.store.addSiteGroup('nord', { id: 'kommun', name: 'Kommunen' }, ACT)
  await svar.store.fillSiteGroup('nord', 'kommun', { put: ['vik'], out: [] }, ACT)
  const links = async (query: string) =>
    (await sheetsOf((await posters(`size=A4&${query}`)).rawPayload)).map(({ link }) => link)
  expect(await links('languages=da&which=group&group=kommun')).toEqual([link('vik', 'da')])
  expect(await links('languages=sv&which=some&sites=norr')).toEqual([link('norr', 'sv')])
  const page = await anna.get('/office/surveys/prov/posters')
  expect(page.body).toContain('Kommunen (1)')
})

test('a survey without sites has one, in its only language', async () => {
  const sheets = await sheetsOf((await posters('size=A4&languages=sv', 'utan')).rawPayload)
  expect(sheets.map(({ link }) => link)).toEqual([`${base}/s/utan`])
})

test.each([
  ['no site', `size=A4&${both}&which=some`, 'Välj minst en plats.'],
  ['no language', 'size=A4', 'Välj minst ett språk.'],
  ['a site of nobody', `size=A4&${both}&which=some&sites=annan`, 'Välj minst en plats.'],
])('with %s the page says so', async (_what, query, words) => {
  const reply = await posters(query)
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([
    422,
    'text/html; charset=utf-8',
  ])
  expect(reply.body).toContain(words)
})

describe('the code alone', () => {
  test('as PNG leads there', async () => {
    const reply = await anna.get('/office/surveys/prov/qr.png?site=vik&language=da')
    expect(reply.headers['content-type']).toBe('image/png')
    expect(scannedPng(reply.rawPayload)).toBe(link('vik', 'da'))
  })

  test('of a site that the survey does not have is unknown', async () => {
    const reply = await anna.get('/office/surveys/prov/qr.svg?site=annan')
    expect(reply.statusCode).toBe(404)
  })
})

const hostile: [string, string][] = [
  ['as long as it gets', 'Hur var ditt senaste besök hos oss? '.repeat(6).slice(0, 200)],
  ['without a single space', 'W'.repeat(200)],
  [
    'of brackets and backslashes',
    '(((\\)) /S /H1 <</Type>> endobj %%EOF <script>alert(1)</script>',
  ],
  ['in other scripts', 'Ελληνικά, Кириллица, Łódź, ǅ, ﬁn'],
]

test.each(hostile)('a title %s stays on the sheet', async (_what, title) => {
  const names = [{ id: 'norr', name: { sv: title.slice(0, 100), da: title.slice(0, 100) } }]
  const survey = { ...titled(title), id: 'svar', sites: names }
  await svar.open(content([ask.scale('hur')], survey))
  const reply = await posters(`size=A4&${both}`, 'svar')
  expect(reply.statusCode).toBe(200)
  const [sheet] = await sheetsOf(reply.rawPayload)
  expect(sheet!.link).toBe(`${base}/s/svar?site=norr&lang=sv`)
  const { data, width, height } = sheet!.picture
  const edges = [0.03 * width, 0.97 * width].map(Math.round)
  for (let y = Math.round(0.03 * height); y < height; y += 1) {
    for (const x of edges) expect(data[4 * (y * width + x)]).toBe(255)
  }
})

test('letters that the font lacks are named, not left out', async () => {
  await svar.open(content([ask.scale('hur')], { ...titled('Hur mår du? 我们'), id: 'tecken' }))
  const reply = await posters(`size=A4&${both}`, 'tecken')
  expect(reply.statusCode).toBe(422)
  expect(reply.body).toContain('我 们')
})

test('hundreds of sheets come in pieces that hold no more than a few', async () => {
  const many = { ...titled('Många'), id: 'manga', sites: sites(...ids(300)) }
  await svar.open(content([ask.scale('hur')], { ...many, languages: ['sv'] }))
  const reply = await posters('size=A4&languages=sv', 'manga')
  const raw = reply.rawPayload.toString('latin1')
  expect(raw.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(300)
  expect(raw.match(/\/FontFile2/g)).toHaveLength(2)
  const first = /stream\n(.*?)\nendstream/s.exec(raw)![1]!
  expect(inflateSync(Buffer.from(first, 'latin1')).length).toBeGreaterThan(1000)
})

const ids = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`)

test('a page without a fixed address says where the codes lead', async () => {
  const shown = async (from: Browser) => (await from.get('/office/surveys/prov/posters')).body
  expect(await shown(anna)).not.toContain('Koderna leder till')
  const loose = await start()
  try {
    await loose.open(content([ask.scale('hur')]))
    await loose.addUser('anna@nord.example')
    const page = await shown(await signedIn(loose, 'anna@nord.example'))
    expect(page).toContain('Koderna leder till http://localhost')
  } finally {
    await loose.close()
  }
})
