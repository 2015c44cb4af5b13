import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { see } from './kiosk-screen.ts'
import { choose, enrolled, onward, openSurveys, PORTRAIT } from './tablet.ts'

const here = journeys({ prepare: openSurveys() })
const WORD = 'Planteradhemlighet'

/** A person who has come as far as writing, with larger text and high contrast. */
async function writing(page: Page) {
  await page.getByRole('button', { name: 'Dansk' }).tap()
  await page.getByRole('button', { name: 'Større tekst' }).tap()
  await page.getByRole('button', { name: 'Høj kontrast' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3]) await onward(page)
  await page.locator('textarea').fill(WORD)
}

test.each([
  { locale: 'sv-SE' },
  { locale: 'da-DK', viewport: PORTRAIT, colorScheme: 'dark' },
] as const)(
  'who goes away is asked, may stay as often as they like, and else is forgotten: $locale',
  async (setting) => {
    const { page } = await enrolled(here, setting, { clock: true })
    await writing(page)
    const question = page.getByRole('alertdialog')
    for (let times = 0; times < 12; times++) {
      await page.clock.fastForward(59_000)
      expect(await question.count()).toBe(0)
      await page.clock.fastForward(25_000)
      await question.waitFor()
      await page.getByRole('button', { name: 'Ja, jeg er her' }).tap()
      expect(await question.count()).toBe(0)
    }
    expect(await page.locator('textarea').inputValue()).toBe(WORD)
    await page.clock.fastForward(61_000)
    await question.waitFor()
    await page.getByText(/^Om 2\d sekunder bliver dine svar fjernet\.$/).waitFor()
    await see(page, `13-there-${setting.locale}`)
    // Beside the question is a touch as well, and presses nothing below.
    await page.touchscreen.tap(600, 30)
    expect(await question.count()).toBe(0)
    expect(await page.locator('textarea').inputValue()).toBe(WORD)

    await page.clock.fastForward(61_000)
    await question.waitFor()
    await page.clock.fastForward(31_000)
    await page.locator('.invitation').waitFor()
    await expectForgotten(page)
  },
)

test('after the thanks the screen begins anew by itself', async () => {
  const { page } = await enrolled(here, {}, { clock: true })
  await writing(page)
  await onward(page)
  await page.getByText(/^Startskærmen vises om 1\d sekunder\.$/).waitFor()
  await page.clock.fastForward(14_000)
  expect(await page.locator('.invitation').count()).toBe(0)
  await page.clock.fastForward(2000)
  await page.locator('.invitation').waitFor()
  await expectForgotten(page)
})

test('who gives up is asked once, and forgotten', async () => {
  const { page } = await enrolled(here)
  await writing(page)
  await page.getByRole('button', { name: 'Afslut', exact: true }).tap()
  await page.getByRole('button', { name: 'Fortsæt med at svare' }).tap()
  expect(await page.locator('textarea').inputValue()).toBe(WORD)
  await page.getByRole('button', { name: 'Afslut', exact: true }).tap()
  await page.getByRole('button', { name: 'Afslut og fjern svarene' }).tap()
  await page.locator('.invitation').waitFor()
  await expectForgotten(page)
})

test('a page that is loaded anew begins anew', async () => {
  const { page } = await enrolled(here)
  await writing(page)
  await page.reload()
  await page.locator('.invitation').waitFor()
  await expectForgotten(page)
})

/** Nothing of the person is left in what the page can reach, nor how they had the screen. */
async function expectForgotten(page: Page) {
  const { html, stored, ...rest } = await page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    const database = await read(indexedDB.open('svar-kiosk'))
    const tables = [...database.objectStoreNames]
    const rows = await Promise.all(
      tables.map((table) => read(database.transaction(table).objectStore(table).getAll())),
    )
    database.close()
    const names = await caches.keys()
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    const root = document.documentElement
    return {
      html: root.outerHTML,
      stored: JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }]),
      posts: kept.flat().filter(({ method }) => method !== 'GET').length,
      cookie: document.cookie,
      title: document.title,
      address: location.href.replace(location.origin, ''),
      state: history.state as unknown,
      look: [root.lang, root.hasAttribute('data-large'), root.hasAttribute('data-contrast')],
      fields: document.querySelectorAll('input, textarea').length,
      selected: String(getSelection()),
      focus: document.activeElement?.localName,
      scroll: [scrollX, scrollY],
    }
  })
  expect(html).not.toContain(WORD)
  expect(stored).toContain('"norr"')
  expect(stored).not.toContain(WORD)
  expect(rest).toEqual({
    posts: 0,
    cookie: '',
    title: 'Svar',
    address: '/kiosk',
    state: 'kiosk',
    look: ['sv', false, false],
    fields: 0,
    selected: '',
    focus: 'h1',
    scroll: [0, 0],
  })
  await page.goBack({ waitUntil: 'commit', timeout: 1500 }).catch(() => null)
  expect(new URL(page.url()).pathname).toBe('/kiosk')
  await page.locator('.invitation').waitFor()
}
