import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { shoot } from './screenshots.ts'
import { addTablet, enrolled, LANDSCAPE, onward, openSurveys, PORTRAIT } from './tablet.ts'

const here = journeys({ prepare: openSurveys() })

const all = [
  { language: 'sv', button: 'Svenska', size: LANDSCAPE, colorScheme: 'light' },
  { language: 'da', button: 'Dansk', size: PORTRAIT, colorScheme: 'dark' },
  { language: 'da', button: 'Dansk', size: LANDSCAPE, colorScheme: 'light' },
  { language: 'sv', button: 'Svenska', size: PORTRAIT, colorScheme: 'light' },
  { language: 'sv', button: 'Svenska', size: LANDSCAPE, colorScheme: 'dark' },
  { language: 'da', button: 'Dansk', size: LANDSCAPE, colorScheme: 'dark' },
] as const

test.each(all)(
  '$language $size.width $colorScheme',
  async ({ language, button, size, colorScheme }) => {
    const { page } = await enrolled(here, { viewport: size, colorScheme })
    const see = async (name: string) => {
      await expectAccessible(page)
      expect(await scrolled(page), `${name} scrolls`).toEqual([])
      expect(await tooSmall(page), `${name}: targets`).toEqual([])
      await shoot(page, `k-${name}-${language}-${colorScheme}`)
    }
    await see('1-start')
    await page.getByRole('button', { name: button }).tap()
    await page.getByRole('radio').first().waitFor()
    await see('2-choice')
    await onward(page)
    await see('2-choice-fault')
    await page.locator('.row').nth(2).tap()
    await see('2-choice-chosen')
    await onward(page)
    await see('3-scale')
    await page.locator('.row').nth(1).tap()
    await onward(page)
    await page.locator('.row').nth(0).tap()
    await page.locator('.row').nth(1).tap()
    await page.locator('.row').nth(3).tap()
    await onward(page)
    await see('4-choices-fault')
    await page.locator('.row').nth(1).tap()
    await onward(page)
    await see('5-other')
    await onward(page)
    await see('5-other-fault')
    await page.locator('textarea').fill('Parkering')
    await onward(page)
    await see('6-long-scale')
    await onward(page)
    await page.locator('.row').nth(4).tap()
    await page.locator('.row').nth(1).tap()
    await see('7-ranking')
    await onward(page)
    await see('7-ranking-fault')
    await page.locator('.row').nth(0).tap()
    await onward(page)
    await see('8-text')
    await page.locator('.tools button').nth(-1).tap()
    await see('8-stop')
    await page.locator('dialog .button').first().tap()
    await page.locator('.tools button').nth(-2).tap()
    await see('8-text-contrast')
    await page.locator('.tools button').nth(-3).tap()
    await expectAccessible(page)
    await shoot(page, `k-8-text-large-${language}-${colorScheme}`)
    await page.locator('textarea').fill('Bra.')
    await onward(page)
    await page.locator('.sign').waitFor()
    await see('9-thanks')
  },
)

/** Parts of the screen that hold more than they show. */
const scrolled = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, #kiosk, .screen, main, dialog')]
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
      .map(
        (part) => `${part.localName}.${part.className} ${part.scrollHeight} > ${part.clientHeight}`,
      ),
  )

const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, .row, textarea, input:not(.row input)')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && (width < 63.9 || height < 63.9)
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  )
