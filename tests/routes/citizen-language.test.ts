import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { arabicSurvey } from '../journeys/arabic-survey.ts'
import { start, type Started } from '../start.ts'
import { signedIn } from './publishing.ts'
import { sheetsOf, wordsOf } from './scanning.ts'

let svar: Started
let anna: Browser

beforeAll(async () => {
  svar = await start()
  await svar.open(arabicSurvey())
  anna = await signedIn(svar)
})
afterAll(() => svar.close())

test('a language for citizens is offered to them, and to those who make surveys, but is none of the office', async () => {
  const citizen = (await svar.app.inject({ url: '/', headers: { 'accept-language': 'ar' } })).body
  expect(citizen).toContain('<html lang="ar" dir="rtl">')
  for (const url of ['/office/surveys?lang=ar', '/office/surveys/new?lang=ar', '/office/account']) {
    const page = (await anna.get(url, { 'accept-language': 'ar, da;q=0.5' })).body
    expect(page, url).toContain('<html lang="da" dir="ltr">')
    expect(page, url).not.toContain('hreflang="ar"')
  }
  const making = (await anna.get('/office/surveys/new')).body
  expect(making).toMatch(/name="languages"[^>]*value="ar"/)
})

test('a poster in Arabic is read from the right, its numbers and names from the left', async () => {
  const file = await anna.get('/office/surveys/prov/posters.pdf?which=all&languages=ar&size=A4')
  const [sheet] = await sheetsOf(file.rawPayload)
  expect(sheet!.link).toMatch(/\/s\/prov\?site=norr&lang=ar$/)
  expect(sheet!.text).toContain('أسئلة عن مركزك الصحي في Karlskoga')
  expect(sheet!.text).toMatch(/أجب حتى نهاية يوم 31 ?أغسطس ?2026/)
})

test('a report whose questions are in Arabic has them in reading order, among the words of the office', async () => {
  const file = await anna.get('/office/surveys/prov/report.pdf?lang=ar')
  const words = (await wordsOf(file.rawPayload)).join(' ')
  expect(words).toContain('أسئلة عن مركزك الصحي في Karlskoga')
  expect(words).toContain('Frågorna som de ställdes')
  expect(words).toContain('الحجز عبر 1177')
})
