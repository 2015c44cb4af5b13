import { afterAll, beforeAll, expect, test } from 'vitest'
import { purgeDue } from '../../src/purging.ts'
import type { Browser } from '../browser-by-hand.ts'
import { ACT, type Started } from '../start.ts'
import { sheetsIn } from '../spreadsheet.ts'
import { anyone, publish, publishes, released, signedIn } from './publishing.ts'

let svar: Started
let office: Browser

beforeAll(async () => {
  ;({ svar, office } = await released())
})
afterAll(() => svar.close())

const page = async () => (await anyone(svar, '/s/prov/results?lang=sv')).body
const comments = async () => (await svar.store.comments('nord', 'prov'))!.comments
const quotesIn = (html: string) =>
  [...html.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)].map(([, words]) => words!)
const find = async (words: string) => (await comments()).find(({ text }) => text.endsWith(words))!

test('whether to be quoted is asked beside the text, and nobody ticks it for others', async () => {
  svar.setClock('2026-07-01T12:00:00+02:00')
  const form = (await anyone(svar, '/s/prov?lang=da')).body
  svar.setClock('2026-09-10T09:00:00+02:00')
  expect(form).toMatch(/<input type="checkbox" id="[^"]*" name="ord.quote" value="yes"\/>/)
  expect(form).toContain('I må gerne citere mig')
})

test('only those who agreed can be picked, and how many they are is not said', async () => {
  const all = await comments()
  expect(all).toHaveLength(26)
  const agreed = all.filter(({ quotable }) => quotable).map(({ text }) => text)
  expect(agreed.every((words) => Number(/\d+$/.exec(words)![0]) % 3 === 0)).toBe(true)
  expect(agreed).toHaveLength(9)
  const form = (await office.get(publish)).body
  const offered = [...form.matchAll(/name="quote" value="(\w+)"/g)].map(([, id]) => id)
  expect(offered.toSorted()).toEqual(
    all.flatMap(({ id, quotable }) => (quotable ? [id] : [])).toSorted(),
  )
  expect(form).not.toMatch(/\b9 (texter|citat|kommentarer)/)
})

test('consent is no answer: it is counted nowhere and has no table', async () => {
  const release = JSON.stringify(await svar.store.release('nord', 'prov'))
  expect(release).not.toContain('quote')
  expect((await svar.store.check()).faults).toEqual([])
})

test('a text without consent is not published, whoever sends its id', async () => {
  const [yes, no] = [await find('norr nummer 3'), await find('norr nummer 4')]
  await publishes(office, { quote: [yes.id, no.id] })
  expect(quotesIn(await page())).toEqual([yes.text])
})

test('what is masked or hidden later is gone from the page at once', async () => {
  const { id } = await find('norr nummer 3')
  const name = { organisation: 'nord', survey: 'prov', text: id }
  await svar.store.maskText(name, 'norr', undefined, ACT)
  const [masked] = quotesIn(await page())
  expect(masked).not.toContain('norr')
  expect(masked).toContain('Jag tycker så här')
  await svar.store.hideText(name, 'identifies', ACT)
  expect(quotesIn(await page())).toEqual([])
  expect(await page()).not.toContain('Jag tycker så här')
})

test('quotes go with the responses on the day promised; page and office say so', async () => {
  const { id } = await find('soder nummer 6')
  await publishes(office, { quote: [id], revision: '1' })
  expect((await office.get(`${publish}?lang=sv`)).body).toContain(
    'Citaten försvinner från sidan 31 augusti 2027',
  )
  expect(quotesIn(await page())).toHaveLength(1)
  svar.setClock('2027-08-31T12:00:00+02:00')
  await purgeDue(svar.store, Date.parse('2027-08-31T12:00:00+02:00'))
  const gone = await page()
  expect(quotesIn(gone)).toEqual([])
  expect(gone).toContain('Här stod citat. De raderades 31 augusti 2027 tillsammans med svaren.')
  const told = 'Fritextsvaren raderades 31 augusti 2027.'
  const again = await signedIn(svar, 'bo@nord.example', 'nord', '2027-08-31T11:00:00+02:00')
  for (const path of [publish, '/office/surveys/prov/texts', '/office/surveys/prov']) {
    const { body } = await again.get(`${path}?lang=sv`)
    expect(body).toContain(told)
    expect(body).toContain('href="/office/surveys/prov/deletion?lang=sv"')
  }
  const dashboard = (await again.get('/office/surveys/prov?lang=sv')).body
  expect(dashboard).toContain('De enskilda svaren och fritextsvaren raderades 31 augusti 2027.')
  expect(dashboard).not.toContain('Ingen skrev något.')
  const file = await again.get('/office/surveys/prov/results.json?lang=sv')
  expect(file.json()).toMatchObject({ deletedOn: '2027-08-31', release: { number: 1 } })
  const { rawPayload } = await again.get('/office/surveys/prov/results.xlsx?lang=sv')
  expect(JSON.stringify(sheetsIn(rawPayload))).toContain('raderades 31 augusti 2027')
})
