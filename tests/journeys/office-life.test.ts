import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Started } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ prepare, cookies: true })
const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]

async function prepare({ store, addUser }: Started) {
  const act = { by: 'test', at: '2026-06-30T10:00:00Z' }
  await store.saveOrganisation({ id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }, act)
  await addUser('anna@nord.example')
}

/** The page as it stands, in every size and both schemes. */
async function look(page: Page, name: string) {
  for (const [turn, viewport] of sizes.entries()) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: turn === 1 ? 'dark' : 'light' })
    await expectAccessible(page)
    await shoot(page, `life-${name}`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sticksOut(page), `${name}: 320 px`).toEqual([])
  await page.setViewportSize(sizes[2]!)
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const done = (page: Page, words: string) =>
  page.locator('output.notice', { hasText: words }).waitFor()

async function fill(page: Page, label: string, words: string) {
  const field = page.getByLabel(label, { exact: true })
  await field.evaluate((element) => {
    const part = element.closest('details')
    if (part) part.open = true
  })
  await field.fill(words)
}

test('from a template to the archive, with one answer between', async () => {
  const page = await here.visit('about:blank', { viewport: sizes[2]!, reducedMotion: 'reduce' })
  await enter(page, here.svar, `${here.address}/office`, 'anna@nord.example')
  await page.getByRole('link', { name: 'Ny enkät' }).click()
  await look(page, 'new')
  await page.getByLabel('Hur var ditt besök?').check()
  await page.getByLabel('Dansk').check()
  await press(page, 'Gör enkäten')
  await page.locator('.ed-bar').waitFor()
  expect(new URL(page.url()).pathname).toBe('/office/surveys/hur-var-ditt-besok/edit')

  await page.goto(`${here.address}/office/surveys/hur-var-ditt-besok/open`)
  await look(page, 'checklist')

  await page.goto(`${here.address}/office/surveys/hur-var-ditt-besok/duties`)
  await look(page, 'duties')
  await page.goto(`${here.address}/office/surveys/hur-var-ditt-besok/open`)
  await page.getByRole('link', { name: 'Personuppgifter, Personuppgiftsansvarig, danska' }).click()
  await page.locator('.ed-bar').waitFor()
  const focused = () => page.evaluate('document.activeElement.id')
  expect(await focused()).toBe('f-privacy.controller.da')

  for (const [label, words] of Object.entries(facts)) await fill(page, label, words)
  await page.locator('[data-status="saved"]').waitFor()
  await page.getByRole('button', { name: 'Surfplatta' }).click()
  await tryTablet(page)
  await look(page, 'kiosk-preview')

  await page.goto(`${here.address}/office/surveys/hur-var-ditt-besok/open`)
  await press(page, 'Enkäten ska inte ha några platser')
  await page.getByText('Allt är klart.').waitFor()
  await look(page, 'ready')
  await press(page, 'Öppna enkäten nu')
  await done(page, 'Enkäten är öppen. Affischer och enkätens sida finns i länkarna nedan.')
  await look(page, 'state')

  const citizen = await here.visit('/s/hur-var-ditt-besok')
  const late = await here.visit('/s/hur-var-ditt-besok')
  for (const one of [citizen, late]) await one.locator('input[name="besok"][value="5"]').check()
  await citizen.locator('#send').click()
  await citizen.waitForURL(/\/thanks/)

  await page.getByText('Pausa', { exact: true }).click()
  await page.getByLabel('Paus till och med').fill('2026-07-10')
  await look(page, 'pausing')
  await press(page, 'Pausa enkäten')
  await done(page, 'Enkäten är pausad.')
  await late.locator('#send').click()
  await late.getByText('Dina svar är inte sparade, men de är kvar här').waitFor()
  expect(await late.locator('input[name="besok"]:checked').getAttribute('value')).toBe('5')
  await expectAccessible(late)
  const passing = await here.visit('/s/hur-var-ditt-besok?lang=da')
  await passing.getByText('til og med den 10. juli 2026').waitFor()
  await expectAccessible(passing)
  await shoot(passing, 'life-paused')

  await page.getByText('Avsluta pausen', { exact: true }).click()
  await press(page, 'Ta emot svar igen')
  await late.locator('#send').click()
  await late.waitForURL(/\/thanks/)

  await page.getByText('Stäng nu', { exact: true }).click()
  await press(page, 'Stäng enkäten')
  await done(page, 'Enkäten är stängd.')
  await page.getByText('Öppna igen', { exact: true }).click()
  await press(page, 'Öppna enkäten igen')
  await done(page, 'Enkäten är öppnad igen.')
  await page.getByText('Stäng nu', { exact: true }).click()
  await press(page, 'Stäng enkäten')
  await page.getByText('Lägg i arkivet', { exact: true }).click()
  await press(page, 'Arkivera enkäten')
  await done(page, 'Enkäten ligger i arkivet.')
  await look(page, 'archived')
  await page.goto(`${here.address}/office?lang=da`)
  await page.getByRole('link', { name: '1 undersøgelse i arkivet' }).click()
  await page.getByRole('link', { name: 'Hvordan var dit besøg?' }).first().waitFor()
  await look(page, 'archive')
  const { responses } = (await here.svar.store.participation('nord', 'hur-var-ditt-besok'))!
  expect(responses).toBe(2)
})

const facts = {
  Öppnar: '2026-07-01',
  Stänger: '2026-08-31',
  'Personuppgiftsansvarig (Svenska)': 'Nämnden',
  'Personuppgiftsansvarig (Dansk)': 'Udvalget',
  'Kontakt (Svenska)': 'kontakt@nord.example',
  'Kontakt (Dansk)': 'kontakt@nord.example',
  'Beslut om gallring (nummer) (Svenska)': '26-1',
  'Beslut om gallring (nummer) (Dansk)': '26-1',
  'Svaren gallras': '2027-08-31',
}

/** A person's whole way on the previewed tablet; nothing of it is sent or kept. */
async function tryTablet(page: Page) {
  const tablet = page.frameLocator('.ed-screen')
  await tablet.getByRole('button', { name: /Dansk/ }).click()
  await tablet.getByText('Hvordan var dit besøg i dag?').waitFor()
  await tablet.getByText('4', { exact: true }).click()
  await tablet.getByRole('button', { name: 'Næste' }).click()
  await tablet.getByRole('button', { name: 'Spring over' }).click()
  await tablet.getByRole('button', { name: 'Send svar' }).click()
  await tablet.getByText('Tak for dit svar!').waitFor()
  const stored = await page.evaluate('indexedDB.databases()')
  expect(stored).toEqual([])
}
