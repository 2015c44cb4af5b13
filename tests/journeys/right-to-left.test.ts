import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask, content } from '../make.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { follow } from './stored.ts'

const arabic = (ar: string, sv: string) => ({ ar, sv })
const named = (id: string, ar: string) => ({ id, text: arabic(ar, id) })

const survey = content(
  [
    ask.choices('mest', {
      text: arabic('ما هو الأهم بالنسبة لك في مركزك الصحي؟', 'Vad är viktigast?'),
      options: [
        named('tid', 'الحصول على موعد بسرعة عندما أحتاج إليه'),
        named('nara', 'أن يكون قريباً مني'),
      ],
      other: true,
      none: true,
      max: 2,
    }),
    ask.scale('latt', {
      text: arabic('ما مدى سهولة الحصول على موعد؟', 'Hur lätt är det?'),
      fromText: arabic('صعب جداً', 'Svårt'),
      toText: arabic('سهل جداً', 'Lätt'),
      required: true,
    }),
    ask.text('mer', {
      text: arabic('ما الذي يجعل الأمر صعباً؟', 'Vad gör det svårt?'),
      showIf: { question: 'latt', is: ['1', '2'] },
    }),
  ],
  {
    id: 'arabiska',
    languages: ['ar', 'sv'],
    title: arabic('ثلاثة أسئلة عن مركزك الصحي', 'Tre frågor'),
    intro: arabic('نود أن نعرف ما هو الأهم بالنسبة لك.', 'Vi frågar.'),
  },
)

const here = journeys({
  prepare: (svar) => svar.open(survey),
})

test.each([320, 360, 1024])('a page in Arabic is mirrored, %i px wide', async (width) => {
  const page = await here.visit('/s/arabiska', { locale: 'ar', viewport: { width, height: 740 } })
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  const label = page.locator('label[for="q.mest.tid"]')
  expect(await middle(page.locator('[id="q.mest.tid"]'))).toBeGreaterThan(await middle(label))
  const first = await middle(page.locator('label[for="q.latt.1"]'))
  expect(first).toBeGreaterThan(await middle(page.locator('label[for="q.latt.5"]')))
  if (width > 400) {
    const languages = await middle(page.locator('.languages'))
    expect(await middle(page.locator('.owner'))).toBeGreaterThan(languages)
  }
  await page.locator('[id="q.mest.other"]').check()
  await page.locator('[id="q.latt.2"]').check()
  const bars = await page.locator('.words, .question[data-if]').evaluateAll((parts) =>
    parts.map((part) => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(part)
      return [borderLeftWidth, borderRightWidth]
    }),
  )
  expect(bars).toEqual([
    ['0px', '4px'],
    ['0px', '4px'],
  ])
  await page.locator('#send').click()
  await page.locator('[data-problems]:focus').waitFor()
  await expectAccessible(page)
})

test('a whole survey in Arabic', async () => {
  const added = follow(here.svar, 'arabiska')
  const page = await here.visit('/s/arabiska', { locale: 'ar' })
  await page.getByLabel('أن يكون قريباً مني').check()
  await page.locator('[id="q.latt.2"]').check()
  await page.locator('textarea').fill('لا أحد يرد على الهاتف.')
  await expectCount(page)
  await page.locator('#send').click()
  await page.waitForURL('**/thanks?lang=ar*')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await sticksOut(page)).toEqual([])
  expect(await added()).toMatchObject([
    { language: 'ar', answers: { mest: ['nara'], latt: 2, mer: 'لا أحد يرد على الهاتف.' } },
  ])
})

/** The counter knows Arabic's plurals. */
async function expectCount(page: Page) {
  expect(await page.locator('.count').textContent()).toBe('بقي لك 978 حرفاً.')
}

async function middle(part: Locator): Promise<number> {
  const { x, width } = (await part.boundingBox())!
  return x + width / 2
}
