import { expect, test } from 'vitest'
import { journeys } from './browser.ts'

/** What a server sends before it waits for a phone: ten packets of 1460 bytes. */
const FIRST_BURST = 14_600

const here = journeys()

test.each([
  ['karlskoga', 'sv'],
  ['karlskoga', 'da'],
  ['sammen-om-sundhed', 'da'],
  ['delmal', 'sv'],
])('the first view of %s in %s comes in the first burst of packets', async (survey, language) => {
  const page = await here.visit('about:blank')
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
