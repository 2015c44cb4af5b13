import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { choose, enrolled, onward, openSurveys } from './tablet.ts'

const here = journeys({ prepare: openSurveys() })
const pad = (page: Page) => page.locator('.pad')

async function enter(page: Page, pin: string) {
  for (const digit of pin) await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
}

const knock = (page: Page) => page.keyboard.press('Control+Alt+Shift+KeyS')

test('a finger that is held in the corner for three seconds opens, a shorter one does not', async () => {
  const { page } = await enrolled(here, {}, { clock: true })
  await page.mouse.move(20, 20)
  await page.mouse.down()
  await page.clock.fastForward(2500)
  await page.mouse.up()
  await page.clock.fastForward(2000)
  expect(await pad(page).count()).toBe(0)
  await page.mouse.down()
  await page.mouse.move(400, 20)
  await page.clock.fastForward(4000)
  expect(await pad(page).count()).toBe(0)
  await page.mouse.up()
  await page.mouse.move(20, 20)
  await page.mouse.down()
  await page.clock.fastForward(3100)
  await pad(page).waitFor()
  await page.clock.fastForward(91_000)
  await page.locator('.invitation').waitFor()
})

test('after five wrong PINs not even the right one is taken, until the wait is over', async () => {
  const { page, pin } = await enrolled(here, {}, { clock: true })
  await knock(page)
  for (let times = 0; times < 5; times++) {
    await enter(page, '123')
    await expect.poll(() => page.locator('.typed > span').textContent()).toBe('\u00a0')
  }
  await page.getByText(/Vänta (30|29) sekunder/).waitFor()
  await page.getByRole('button', { name: 'Tillbaka' }).tap()
  await knock(page)
  await enter(page, pin)
  await page.getByText(/Vänta 2\d sekunder/).waitFor()
  expect(await page.locator('.facts').count()).toBe(0)
  await page.clock.fastForward(31_000)
  await page.getByRole('button', { name: 'Öppna' }).tap()
  await page.locator('.facts').waitFor()
})

test('the staff sees nobody’s answers, and the person nobody’s settings', async () => {
  const { page, pin } = await enrolled(here)
  await page.getByRole('button', { name: 'Dansk' }).tap()
  await choose(page, 2)
  await knock(page)
  await pad(page).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('sv')
  await page.getByRole('button', { name: 'Tillbaka' }).tap()
  await page.getByText('Spørgsmål 1 af').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('da')
  expect(await page.getByRole('radio').nth(2).isChecked()).toBe(true)
  await knock(page)
  await enter(page, pin)
  await page.locator('.facts').waitFor()
  expect(await page.locator('.row').count()).toBe(0)
  await page.getByRole('button', { name: 'Till startskärmen' }).tap()
  await page.locator('.invitation').waitFor()
})

test('a tablet with answers is given up only by who says that they may be lost', async () => {
  const { page, pin } = await enrolled(here)
  await page.route('**/kiosk/*', (route) => route.abort())
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3, 4]) await onward(page)
  await page.getByRole('button', { name: 'Klar' }).tap()
  await knock(page)
  await enter(page, pin)
  await page.getByRole('button', { name: 'Skicka nu' }).tap()
  await page.getByText('1 svar kunde inte skickas nu.').waitFor()
  await page.getByRole('button', { name: 'Koppla från' }).tap()
  await page.locator('dialog').getByRole('button', { name: 'Koppla från' }).tap()
  await page.getByText('1 svar är inte skickat än.').waitFor()
  await page.getByRole('button', { name: 'Avbryt' }).tap()
  await page.getByRole('button', { name: 'Koppla från' }).tap()
  await page.locator('dialog').getByRole('button', { name: 'Koppla från' }).tap()
  await page.getByRole('button', { name: 'Koppla från och förlora 1 svar' }).tap()
  await page.locator('#code').waitFor()
})
