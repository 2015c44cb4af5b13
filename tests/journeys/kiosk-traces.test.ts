import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seeded } from '../random.ts'
import { beginWriting, leave, makeDay, send } from './day.ts'
import { makeStand, queued } from './stand.ts'
import { filesWith, placesWith, written } from './traces.ts'

const random = seeded('kiosk, traces')
const word = () =>
  Array.from({ length: 24 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('')

test('of a person nothing is left: on the screen, in the browser, on the disk', async () => {
  const day = await makeDay('2026-07-01T12:00:00+02:00')
  const planted = word()
  const [name, sent] = [word(), `${planted} sent`]
  const address = `http://127.0.0.1:${await day.start()}/kiosk`
  const enrolling = await day.run('device', 'enrol', '--site', 'norr', '--name', name, '--json')
  const { code } = JSON.parse(enrolling) as { code: string }
  const stand = makeStand()
  let page = await stand.switchOn(`${address}#${code}`, day.now())
  await page.locator('.invitation').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  for (const [way, leaves] of Object.entries(ways)) {
    await beginWriting(page, 'sv', '')
    await page.locator('textarea').pressSequentially(`${planted} ${way}`)
    expect(await placesWith(page, planted), way).toContain('fields')
    await leaves(page)
    await page.locator('.invitation').waitFor()
    expect(await placesWith(page, planted), way).toEqual([])
  }
  await beginWriting(page, 'da', sent)
  await send(page, 'da')
  await leave(page)
  await expect.poll(() => queued(page)).toBe(0)
  await page.context().setOffline(true)
  await beginWriting(page, 'en', sent)
  await send(page, 'en')
  await leave(page)
  expect(await queued(page)).toBe(1)
  expect(await placesWith(page, planted)).toEqual([])

  await beginWriting(page, 'sv', '')
  await page.locator('textarea').pressSequentially(`${planted} killed`)
  await stand.kill()
  expect(filesWith(stand.profile, planted)).toEqual([])
  page = await stand.switchOn(address, day.now())
  await page.locator('.invitation').waitFor()
  expect(await placesWith(page, planted)).toEqual([])
  await expect.poll(() => queued(page)).toBe(0)
  await stand.switchOff()
  expect(filesWith(stand.profile, planted)).toEqual([])
  // The search itself finds what is there: the tablet's own name.
  expect(filesWith(stand.profile, name)).not.toEqual([])

  // The server has what was sent, in its database; and nothing of the others.
  expect(filesWith(day.folder, sent).every((path) => /svar\.db(-wal)?$/.test(path))).toBe(true)
  expect(filesWith(day.folder, sent)).not.toEqual([])
  for (const way of [...Object.keys(ways), 'killed']) {
    expect(filesWith(day.folder, `${planted} ${way}`), way).toEqual([])
  }
  expect(day.said()).not.toContain(planted)
})

/** How a person leaves without sending. */
const ways: Record<string, (page: Page) => Promise<void>> = {
  async stops(page) {
    await page.getByRole('button', { name: 'Avsluta', exact: true }).tap()
    await page.getByRole('button', { name: 'Avsluta och ta bort' }).tap()
  },
  async disappears(page) {
    await page.clock.fastForward(61_000)
    await page.getByRole('alertdialog').waitFor()
    await page.clock.fastForward(31_000)
  },
  async reloads(page) {
    await page.reload()
  },
  async 'goes back'(page) {
    await page.goBack({ waitUntil: 'commit', timeout: 1500 }).catch(() => null)
    await page.goto(page.url())
  },
}

test('the search sees a word however it is written', () => {
  const [utf8, utf16, ...base64] = written('planterad')
  expect(readFileSync(join(import.meta.dirname, 'kiosk-traces.test.ts')).includes(utf8!)).toBe(true)
  expect(Buffer.from('en planterad', 'utf16le').includes(utf16!)).toBe(true)
  for (const encoding of ['utf8', 'utf16le'] as const) {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const said = Buffer.from(`${before}planterad!`, encoding).toString('base64')
      expect(base64.some((form) => said.includes(form.toString()))).toBe(true)
    }
  }
})
