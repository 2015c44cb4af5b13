import { expect, onTestFinished, test } from 'vitest'
import { NOON, start } from '../start.ts'
import { addTablet } from '../tablet.ts'
import { answer, leave } from './day.ts'
import { quick, storedBy } from './quick.ts'
import { makeStand, queued } from './stand.ts'

const PATIENCE = { timeout: 30_000 }

test('where the browser grants no more, the staff is asked for before anyone starts', async () => {
  const svar = await start()
  onTestFinished(() => svar.close())
  await svar.open(quick('fullt'))
  const { code } = await addTablet(svar, NOON, 'nord', 'fullt')
  const address = await svar.app.listen({ port: 0, host: '127.0.0.1' })
  const stand = makeStand()
  const first = await stand.switchOn(`${address}/kiosk#${code}`, Date.parse(NOON))
  await first.locator('.invitation').waitFor()
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await first.context().setOffline(true)
  const given = ['ett', 'två', 'tre']
  for (const text of given) {
    await answer(first, 'sv', text)
    await leave(first)
  }
  const used = await first.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  await stand.switchOff()

  // What a browser believes to have left it asks for anew when it starts.
  const page = await stand.switchOn('about:blank', Date.parse(NOON))
  const cdp = await page.context().newCDPSession(page)
  const grant = (more: object) =>
    cdp.send('Storage.overrideQuotaForOrigin', { origin: address, ...more })
  await grant({ quotaSize: used })
  await page.context().setOffline(true)
  await page.goto(`${address}/kiosk`)
  await page.getByText('Be personalen om hjälp').waitFor()
  expect(await queued(page)).toBe(given.length)

  // What is there is sent all the same, and with room there are people again.
  await page.context().setOffline(false)
  await expect.poll(() => queued(page), PATIENCE).toBe(0)
  expect(Object.keys(storedBy(svar, 'fullt')).toSorted()).toEqual(given.toSorted())
  await grant({})
  await page.clock.fastForward(16_000)
  await answer(page, 'sv', 'efter')
  await expect.poll(() => queued(page), PATIENCE).toBe(0)
  expect(Object.keys(storedBy(svar, 'fullt'))).toContain('efter')
})
