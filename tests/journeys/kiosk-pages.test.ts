import { test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { see } from './kiosk-screen.ts'
import { shoot } from './screenshots.ts'
import { enrolled, LANDSCAPE, onward, openSurveys, PORTRAIT } from './tablet.ts'

const here = journeys({ prepare: openSurveys() })

// All pairs of language, size and scheme: half of the eight.
const all = [
  { language: 'sv', button: 'Svenska', size: LANDSCAPE, colorScheme: 'light' },
  { language: 'sv', button: 'Svenska', size: PORTRAIT, colorScheme: 'dark' },
  { language: 'da', button: 'Dansk', size: LANDSCAPE, colorScheme: 'dark' },
  { language: 'da', button: 'Dansk', size: PORTRAIT, colorScheme: 'light' },
] as const

test.each(all)(
  '$language $size.width $colorScheme',
  async ({ language, button, size, colorScheme }) => {
    const { page } = await enrolled(here, { viewport: size, colorScheme })
    const look = (name: string) => see(page, `${name}-${language}-${colorScheme}`)
    await look('1-start')
    await page.getByRole('button', { name: button }).tap()
    await page.getByRole('radio').first().waitFor()
    await look('2-choice')
    await onward(page)
    await look('2-choice-fault')
    await page.locator('.row').nth(2).tap()
    await look('2-choice-chosen')
    await onward(page)
    await look('3-scale')
    await page.locator('.row').nth(1).tap()
    await onward(page)
    await page.locator('.row').nth(0).tap()
    await page.locator('.row').nth(1).tap()
    await page.locator('.row').nth(3).tap()
    await onward(page)
    await look('4-choices-fault')
    await page.locator('.row').nth(1).tap()
    await onward(page)
    await look('5-other')
    await onward(page)
    await look('5-other-fault')
    await page.locator('textarea').fill('Parkering')
    await onward(page)
    await look('6-long-scale')
    await onward(page)
    await page.locator('.row').nth(4).tap()
    await page.locator('.row').nth(1).tap()
    await look('7-ranking')
    await onward(page)
    await look('7-ranking-fault')
    await page.locator('.row').nth(0).tap()
    await onward(page)
    await look('8-text')
    await page.locator('.tools button').nth(-1).tap()
    await look('8-stop')
    await page.locator('dialog .button').first().tap()
    await page.locator('.tools button').nth(-2).tap()
    await look('8-text-contrast')
    await page.locator('.tools button').nth(-3).tap()
    await expectAccessible(page)
    await shoot(page, `kiosk-8-text-large-${language}-${colorScheme}`)
    await page.locator('textarea').fill('Bra.')
    await onward(page)
    await page.locator('.sign').waitFor()
    await look('9-thanks')
  },
)
