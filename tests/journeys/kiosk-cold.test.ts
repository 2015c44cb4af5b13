import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { start, type Started } from '../start.ts'
import { flags } from '../chromium.ts'
import { addTablet, choose, LANDSCAPE, onward, openSurveys } from './tablet.ts'

let svar: Started
let address: string
let profile: string
let context: BrowserContext | undefined

beforeEach(async () => {
  svar = await start()
  await openSurveys()(svar)
  address = await svar.app.listen({ port: 0, host: '127.0.0.1' })
  profile = mkdtempSync(join(tmpdir(), 'svar-profile-'))
})
afterEach(async () => {
  await context?.close()
  await svar.close()
  rmSync(profile, { recursive: true, force: true })
})

/** The tablet's browser as it starts: what is on its disk is all that it has. */
async function switchOn(path: string): Promise<Page> {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: inject('chromium'),
    args: flags,
    viewport: LANDSCAPE,
    hasTouch: true,
    reducedMotion: 'reduce',
    locale: 'sv-SE',
  })
  const page = context.pages()[0]!
  await page.goto(`${address}${path}`)
  return page
}

test('a tablet that starts without network takes answers in each language', async () => {
  const { code } = await addTablet(svar)
  const first = await switchOn(`/kiosk#${code}`)
  await first.locator('.invitation').waitFor()
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context!.close()
  await svar.app.close()

  const page = await switchOn('/kiosk')
  const failed: string[] = []
  page.on('requestfailed', (request) => request.method() === 'GET' && failed.push(request.url()))
  await page.getByRole('heading', { name: 'Tre frågor om din vårdcentral' }).waitFor()
  for (const [button, thanks, done] of [
    ['Svenska', 'Tack för ditt svar!', 'Klar'],
    ['Dansk', 'Tak for dit svar!', 'Færdig'],
  ] as const) {
    await page.getByRole('button', { name: button }).tap()
    await choose(page, 0)
    await onward(page)
    await choose(page, 4)
    for (const _ of [1, 2, 3, 4]) await onward(page)
    await page.getByRole('heading', { name: thanks }).waitFor()
    await page.getByRole('button', { name: done }).tap()
  }
  expect(failed).toEqual([])
  await page.reload()
  await page.locator('.invitation').waitFor()
  expect(await accent(page)).not.toBe('')
  await context!.close()

  const again = await switchOn('/kiosk')
  await again.locator('.invitation').waitFor()
  expect(await queued(again)).toBe(2)
})

test('the worker keeps what the tablet starts with, and nothing else', async () => {
  const { code } = await addTablet(svar)
  const page = await switchOn(`/kiosk#${code}`)
  await page.locator('.invitation').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.locator('.invitation').waitFor()
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ method, url }) => `${method} ${new URL(url).pathname}`)
  })
  const needed = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/assets/')),
  )
  expect(needed.length).toBeGreaterThanOrEqual(2)
  expect(kept).toEqual(expect.arrayContaining(needed.map((path) => `GET ${path}`)))
  const others = kept.filter(
    (entry) => !/^GET \/(kiosk|assets\/(?!citizen|dashboard|editor|office))/.test(entry),
  )
  expect(others).toEqual([])
  expect(kept).toContain('GET /kiosk')
  expect(kept).not.toContain('GET /kiosk/worker.js')
})

const accent = (page: Page) =>
  page.evaluate(() => document.documentElement.style.getPropertyValue('--accent-by-day'))

const queued = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('svar-kiosk')
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('items').objectStore('items').count()
          counting.addEventListener('success', () => resolve(counting.result))
        })
      }),
  )
