import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask, content, sites } from '../make.ts'
import { journeys } from './browser.ts'
import { see } from './kiosk-screen.ts'
import { choose, enrolled, onward, openSurveys, PORTRAIT } from './tablet.ts'

const arabic = (ar: string, sv: string) => ({ ar, sv })
const survey = content(
  [
    ask.choices('mest', {
      text: arabic('ما هو الأهم بالنسبة لك في مركزك الصحي؟', 'Vad är viktigast?'),
      options: [
        { id: 'tid', text: arabic('الحصول على موعد بسرعة عندما أحتاج إليه', 'Tid') },
        { id: 'nara', text: arabic('أن يكون قريباً مني', 'Nära') },
      ],
    }),
    ask.scale('latt', {
      text: arabic('ما مدى سهولة الحصول على موعد؟', 'Hur lätt är det?'),
      fromText: arabic('صعب جداً', 'Svårt'),
      toText: arabic('سهل جداً', 'Lätt'),
    }),
  ],
  {
    id: 'arabiska',
    languages: ['sv', 'ar'],
    title: arabic('ثلاثة أسئلة عن مركزك الصحي', 'Tre frågor'),
    sites: sites('norr'),
  },
)
const here = journeys({ prepare: openSurveys([survey]) })

test.each([{}, { viewport: PORTRAIT, colorScheme: 'dark' }] as const)(
  'a language that is written from right to left mirrors the screen: %j',
  async (setting) => {
    const { page } = await enrolled(here, setting)
    const button = page.getByRole('button', { name: 'العربية' })
    expect(await button.getAttribute('lang')).toBe('ar')
    expect(await button.getAttribute('dir')).toBe('rtl')
    await button.tap()
    await page.getByText('الحصول على موعد بسرعة').waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await middle(page.getByRole('checkbox').first())).toBeGreaterThan(
      await middle(page.getByText('أن يكون قريباً مني')),
    )
    const [back, next] = [
      page.locator('.ways .button').first(),
      page.locator('.ways [type=submit]'),
    ]
    expect(await middle(back)).toBeGreaterThan(await middle(next))
    await choose(page, 0)
    await see(page, `21-arabic-${setting.colorScheme ?? 'light'}`)
    await onward(page)
    const steps = page.locator('.steps .row')
    expect(await middle(steps.first())).toBeGreaterThan(await middle(steps.last()))
    await page.locator('.tools button').last().tap()
    await page.locator('dialog .button').last().tap()
    await page.locator('.invitation').waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
  },
)

test('forced colours keep every edge', async () => {
  const { page } = await enrolled(here, { forcedColors: 'active' })
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await see(page, '22-forced')
  const widths = await page.locator('.row, .button, .tools button').evaluateAll((all) =>
    all.map((part) => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(part)
      return `${parseFloat(borderTopWidth) >= 1} ${borderTopStyle}`
    }),
  )
  expect(widths.length).toBeGreaterThan(5)
  expect(new Set(widths)).toEqual(new Set(['true solid']))
})

async function middle(part: Locator): Promise<number> {
  const { x, width } = (await part.boundingBox())!
  return x + width / 2
}
