import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { NOON } from '../start.ts'
import { journeys } from './browser.ts'
import { kioskSurvey } from './kiosk-survey.ts'
import { addTablet, choose, enrolled, hear, LANDSCAPE, onward, openSurveys } from './tablet.ts'

const here = journeys({ prepare: openSurveys(), elsewhere: true })
const patience = { timeout: 15_000 }
let front: Server | undefined
afterEach(() => front?.close())

test('a new version comes in the background, and takes over when nobody is there', async () => {
  let newer = false
  const address = await before(here.address, (path, text) =>
    newer && path.startsWith('/kiosk')
      ? text.replaceAll(/\b[0-9a-f]{12}\b/g, 'newer-version')
      : text,
  )
  const { code } = await addTablet(here.svar)
  const page = await here.visit('about:blank', { viewport: LANDSCAPE, hasTouch: true })
  await page.clock.install({ time: NOON })
  await page.goto(`${address}/kiosk#${code}`)
  await page.locator('.invitation').waitFor()
  const version = () => page.locator('html').getAttribute('data-version')
  const old = await version()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)

  newer = true
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  const waits = () =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)
  await expect.poll(waits, patience).toBe(true)
  await page.clock.fastForward(55_000)
  await onward(page)
  await page.clock.fastForward(55_000)
  await page.getByText('Fråga 2 av').waitFor()
  expect(await version()).toBe(old)
  expect(await waits()).toBe(true)

  await page.getByRole('button', { name: 'Avsluta' }).tap()
  await page.getByRole('button', { name: 'Avsluta och ta bort' }).tap()
  await page.locator('.invitation').waitFor()
  // The word to take over is held back until somebody has begun.
  await page.evaluate(() => {
    const { postMessage } = ServiceWorker.prototype
    const held = new Promise<() => void>((resolve) => {
      ServiceWorker.prototype.postMessage = function (this: ServiceWorker, word: unknown) {
        resolve(() => postMessage.call(this, word, {}))
      }
    })
    const changed = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve)
    })
    Object.assign(window, { held, changed })
  })
  await page.clock.fastForward(121_000)
  await page.evaluate(() => (window as unknown as Held).held.then(() => undefined))
  await page.getByRole('button', { name: 'Dansk' }).tap()
  await page.getByText('Spørgsmål 1 af').waitFor()
  await page.evaluate(() => (window as unknown as Held).held.then((say) => say()))
  // The test's own ear on the old worker would keep it alive.
  const browser = await page.context().newCDPSession(page)
  await browser.send('ServiceWorker.enable')
  await browser.send('ServiceWorker.stopAllWorkers')
  await page.evaluate(() => (window as unknown as Held).changed.then(() => undefined))
  await page.getByText('Spørgsmål 1 af').waitFor()
  expect(await version()).toBe(old)

  await page.getByRole('button', { name: 'Tilbage' }).tap()
  await expect.poll(() => version().catch(() => ''), patience).toBe('newer-version')
  await page.locator('.invitation').waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual(['kiosk-newer-version'])
})

test('a survey with a kind of question that this program does not know is not begun', async () => {
  const { page } = await enrolled(here, {}, { clock: true })
  await page.locator('.invitation').waitFor()
  await page.route('**/kiosk/heartbeat', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replaceAll('"kind":"ranking"', '"kind":"picture"')
    await route.fulfill({ response, body })
  })
  // What has changed is told with all that there is.
  await here.svar.open(kioskSurvey({ id: 'senare' }), 'nord')
  await hear(page, 'Ingen enkät är öppen just nu')
})

interface Held {
  held: Promise<() => void>
  changed: Promise<unknown>
}

/** A server before the server, which changes the text of what it passes on. */
async function before(address: string, change: (path: string, text: string) => string) {
  front = createServer((asked, reply) => {
    const { method, headers, url } = asked
    const sent = { method, headers: { ...headers, 'accept-encoding': 'identity' } }
    const passed = request(`${address}${url}`, sent, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const { 'content-length': _, ...rest } = answer.headers
        const whole = Buffer.concat(parts)
        const isText = /text|json/.test(rest['content-type'] ?? '')
        reply.writeHead(answer.statusCode!, rest)
        reply.end(isText ? change(url!, whole.toString()) : whole)
      })
    })
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => front!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`
}
