import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { see } from './kiosk-screen.ts'
import { addTablet, LANDSCAPE, openSurveys, PORTRAIT } from './tablet.ts'

const here = journeys({ prepare: openSurveys() })
const office = [
  { locale: 'sv-SE', viewport: LANDSCAPE, colorScheme: 'light' },
  { locale: 'da-DK', viewport: PORTRAIT, colorScheme: 'dark' },
  { locale: 'da-DK', viewport: LANDSCAPE, colorScheme: 'light' },
  { locale: 'sv-SE', viewport: PORTRAIT, colorScheme: 'light' },
] as const

test.each(office)(
  'the staff sets up, looks and gives up: $locale $viewport.width',
  async (setting) => {
    const language = setting.locale.slice(0, 2)
    const look = (name: string) => see(page, `${name}-${language}-${setting.colorScheme}`)
    const page = await here.visit('/kiosk', { hasTouch: true, reducedMotion: 'reduce', ...setting })
    await page.locator('#code').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await look('0-enrol')
    await page.locator('#code').fill('ABC')
    await page.locator('.ways [type=submit]').tap()
    expect(await page.locator('#code:focus').count()).toBe(1)
    await page.locator('#code').fill('ABCD-2345')
    await page.locator('.ways [type=submit]').tap()
    await page.locator('.wrong').waitFor()
    await look('0-enrol-fault')

    const { code, pin } = await addTablet(here.svar)
    await page.locator('#code').fill(` ${code.toLowerCase().slice(0, 4)}-${code.slice(4)} `)
    await page.locator('.ways [type=submit]').tap()
    await page.locator('.invitation').waitFor()

    await page.keyboard.press('Control+Alt+Shift+KeyS')
    await page.locator('.pad').waitFor()
    await look('10-pin')
    const keys = await page.locator('.pad').boundingBox()
    await type(page, '000000')
    await page.locator('.wrong:not(:empty)').waitFor()
    expect(await page.locator('.pad').boundingBox()).toEqual(keys)
    await look('10-pin-wrong')
    await type(page, pin)
    await page.locator('.facts').waitFor()
    expect(await page.locator('.facts').innerText()).toMatch(/^\d{1,3}\s[GM]B$/m)
    await look('11-settings')
    await page.locator('.acts .button').nth(2).tap()
    await page.locator('dialog').waitFor()
    await look('12-leaving')
    await page.locator('dialog .button').nth(1).tap()
    await page.locator('#code').waitFor()
  },
)

async function type(page: Page, pin: string) {
  for (const digit of pin) await page.locator('.pad').getByText(digit, { exact: true }).tap()
  await page.locator('.ways .button').nth(1).tap()
}
