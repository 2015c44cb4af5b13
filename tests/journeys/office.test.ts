import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import type { Release } from '../../src/survey/release.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { press, pressTo } from './keyboard.ts'

const password = 'lång och god mening'
const region = 'region-orebro-lan'
const dashboard = '/office/surveys/karlskoga'

const here = journeys({ cookies: true })
const desk = { viewport: { width: 1440, height: 900 } }

test('the welcome link makes the first user, who sees what may be shown and signs out', async () => {
  const code = makeSecret()
  await here.svar.store.saveWelcome(region, hashSecret(code))
  const page = await here.visit(`/office/welcome/${code}`, desk)
  await page.getByRole('heading', { name: 'Välkommen till Region Örebro län' }).waitFor()
  await page.getByLabel('Ditt namn').fill('Anna Ek')
  await page.getByLabel('E-postadress').fill('anna@region.example')
  await page.getByLabel('Lösenord').fill('kort')
  await page.getByRole('button', { name: 'Spara och fortsätt' }).click()
  await page.getByRole('link', { name: 'Lösenordet är för kort.' }).waitFor()
  expect(await page.locator('[role=alert]:focus').count()).toBe(1)
  expect(await page.getByLabel('E-postadress').inputValue()).toBe('anna@region.example')
  await page.getByLabel('Lösenord').fill(password)
  await page.getByRole('button', { name: 'Spara och fortsätt' }).click()

  await page.getByRole('heading', { name: 'Enkäter' }).waitFor()
  await expectAccessible(page)
  const survey = 'Tre frågor om din vårdcentral i Karlskoga'
  await page.getByRole('link', { name: survey, exact: true }).click()
  await page.waitForURL(`**${dashboard}`)
  const release = (await here.svar.store.release(region, 'karlskoga'))!
  expect(await card(page, 'Inkomna svar')).toBe('420')
  expect(await card(page, 'Svar i redovisningen')).toBe(String(release.released))
  for (const id of ['viktigast', 'kontakt']) {
    expect(await countsOf(page, id)).toEqual(released(release, id))
  }
  await expectDrawn(page)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Logga ut' }).click()
  await page.getByRole('heading', { name: 'Logga in' }).waitFor()
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/office/sign-in')
  await page.goto(here.address + dashboard)
  expect(new URL(page.url()).pathname).toBe('/office/sign-in')
  const again = await page.goto(`${here.address}/office/welcome/${code}`)
  expect(again!.status()).toBe(410)
})

test('with the keyboard alone a colleague signs in, and sees a response as it comes', async () => {
  const { store } = here.svar
  await here.svar.addUser('bo@region.example', region, password)
  const page = await here.visit(dashboard, desk)
  await pressTo(page, 'Tab', '#email')
  await page.keyboard.type('bo@region.example')
  await press(page, 'Tab')
  await page.keyboard.type('inte det här lösenordet')
  await page.keyboard.press('Enter')
  await page.getByText('E-postadressen och lösenordet hör inte ihop.').waitFor()
  await pressTo(page, 'Tab', '#password')
  await page.keyboard.type(password)
  await press(page, 'Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Inloggad som bo@region.example').waitFor()
  await pressTo(page, 'Tab', '.surveys a')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${dashboard}`)

  await page.getByText('Uppdateras live').waitFor()
  const before = (await store.participation(region, 'karlskoga'))!
  const today = before.byDay['2026-07-01']!
  const fields = { submission: 'live-response', site: 'karolina', viktigast: 'tid', kontakt: '3' }
  expect((await here.svar.send('karlskoga', fields)).statusCode).toBe(303)
  await cardOf(page, 'Inkomna svar')
    .getByText(String(before.responses + 1))
    .waitFor()
  expect(await card(page, 'Inkomna i dag')).toBe(String(today + 1))
  expect((await store.check()).faults).toEqual([])
})

const cardOf = (page: Page, name: string) =>
  page.locator('.card').filter({ has: page.getByText(name, { exact: true }) })
const card = (page: Page, name: string) => cardOf(page, name).locator('.big').textContent()

/** The counts of a figure's table, in the questionnaire's order. */
const countsOf = async (page: Page, question: string) => {
  const rows = page.locator(
    `section[aria-labelledby="question-${question}"] [data-figure] tbody tr`,
  )
  const cells = await rows.evaluateAll((all) => all.map((row) => row.children[1]!.textContent))
  return cells.map(Number)
}

const released = ({ groups }: Release, question: string) =>
  groups[0]!.questions.find(({ id }) => id === question)!.options.map(({ count }) => count)

/** Every figure has a name, and something is drawn in it. */
async function expectDrawn(page: Page) {
  const canvases = page.getByRole('img')
  expect(await canvases.count()).toBe(await page.locator('[data-figure]').count())
  const empty = await canvases.evaluateAll(
    (all) =>
      (all as HTMLCanvasElement[]).filter((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        return !canvas.ariaLabel || !data.some((value) => value > 0)
      }).length,
  )
  expect(empty).toBe(0)
}
