import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { enter } from './office-door.ts'

/** What a server sends before it waits for a phone: ten packets of 1460 bytes. */
const FIRST_BURST = 14_600

/** What the editor's script may weigh on its way to an office laptop, headers and all. */
const EDITOR = 60_000

const here = journeys({ cookies: true })

test.each([
  ['karlskoga', 'sv'],
  ['karlskoga', 'da'],
  ['sammen-om-sundhed', 'da'],
  ['delmal', 'sv'],
])('the first view of %s in %s comes in the first burst of packets', async (survey, language) => {
  const page = await here.visit('about:blank')
  const fetched = await weighed(page)
  const address = `${here.address}/s/${survey}?lang=${language}`
  await page.goto(address, { waitUntil: 'networkidle' })

  const [html, script, ...more] = fetched.values()
  expect(html!.url).toBe(address)
  expect(script!.url).toMatch(new RegExp(`^${here.address}/assets/citizen-.*\\.js$`))
  expect(more).toEqual([])
  // Compressed, and counted with their headers: as much as each must at least be.
  expect(html!.bytes).toBeGreaterThan(4000)
  expect(script!.bytes).toBeGreaterThan(1500)
  expect(html!.bytes + script!.bytes).toBeLessThanOrEqual(FIRST_BURST)
})

test('the editor comes with less script than its budget', async () => {
  await here.svar.addUser('anna@region.example', 'region-orebro-lan')
  const page = await here.visit('about:blank')
  const edit = `${here.address}/office/surveys/karlskoga/edit`
  const fetched = await weighed(page)
  await enter(page, here.svar, edit, 'anna@region.example')
  await page.locator('.ed-bar').waitFor()
  await page.waitForLoadState('networkidle')
  const scripts = [...fetched.values()].filter(({ url }) => url.endsWith('.js'))
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(EDITOR)
})

/** Everything that a page fetches from now on, with its bytes on the way. */
async function weighed(page: Page) {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const fetched = new Map<string, { url: string; bytes: number }>()
  network.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
    if (!url.startsWith('data:')) fetched.set(requestId, { url, bytes: 0 })
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = fetched.get(requestId)
    if (found) found.bytes = encodedDataLength
  })
  return fetched
}
