import { expect, onTestFinished, test } from 'vitest'
import { NOON, start } from '../start.ts'
import { addTablet } from '../tablet.ts'
import { answer, leave, send } from './day.ts'
import { quick, storedBy } from './quick.ts'
import { makeStand, queued } from './stand.ts'
import { choose, onward } from './tablet.ts'

const PATIENCE = { timeout: 30_000 }

test('where the browser grants no more, the staff is asked for before anyone starts', async () => {
  const svar = await start()
  onTestFinished(() => svar.close())
  await svar.open(quick('fullt'))
  const { code } = await addTablet(svar, NOON, 'nord', 'fullt')
  const address = await svar.app.listen({ port: 0, host: '127.0.0.1' })
  const stand = makeStand()
  const first = await stand.switchOn(`${address}/kiosk#${code}`)
  await first.locator('.invitation').waitFor()
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const used = await first.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  await stand.switchOff()

  // What a browser believes to have left it asks for anew when it starts.
  const page = await stand.switchOn('about:blank', Date.parse(NOON))
  const cdp = await page.context().newCDPSession(page)
  const grant = (more: object) =>
    cdp.send('Storage.overrideQuotaForOrigin', { origin: address, ...more })
  await grant({ quotaSize: used + 150_000 })
  await page.goto(`${address}/kiosk`)
  await page.locator('.invitation').waitFor()
  await page.context().setOffline(true)
  const asked = page.getByText('Be personalen om hjälp')
  const begin = page.getByRole('button', { name: 'Svenska' })
  const given: string[] = []
  while (given.length < 40) {
    if ((await asked.count()) > 0) break
    await begin.tap()
    await page.locator('.row').first().or(asked).first().waitFor()
    if ((await asked.count()) > 0) break
    await choose(page, 0)
    await onward(page)
    await page.locator('textarea').fill(`Svar ${given.length}`)
    await send(page, 'sv')
    given.push(`Svar ${given.length}`)
    await leave(page)
  }
  await asked.waitFor()
  expect(given.length).toBeGreaterThan(0)
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
