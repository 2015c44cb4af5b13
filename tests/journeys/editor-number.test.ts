import { expect, test } from 'vitest'
import { contentOf, tree } from '../survey/tree.ts'
import type { Started } from '../start.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { enter } from './office-door.ts'

const here = journeys({ prepare, cookies: true })
const act = { by: 'test', at: '2026-06-30T10:00:00Z' }

async function prepare({ store, addUser }: Started) {
  await store.saveOrganisation({ id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }, act)
  await addUser('anna@nord.example')
  await store.addDraft('nord', 'prov-1', { ...tree(), questions: [] }, act)
}

test('a number gets its bounds, its unit and its ranges, as they are written', async () => {
  const page = await here.visit('about:blank', { viewport: { width: 1440, height: 900 } })
  await enter(page, here.svar, `${here.address}/office/surveys/prov-1/edit`, 'anna@nord.example')
  await page.locator('.ed-bar').waitFor()
  await page.getByLabel('Typ av fråga').selectOption({ label: 'Tal' })
  await page.getByLabel(/^Frågan på /).fill('Hur långt har du hit?')
  await page.keyboard.press('Enter')
  await page.getByText('Intervallen är nu 0–19, 20–39, 40–59, 60–79 och 80–100.').waitFor()

  await page.getByLabel('Decimaler').selectOption({ label: 'Högst en decimal' })
  await page.getByLabel('Högsta tal som går att svara').fill('40')
  await page.getByLabel(/^Enhet .*Svenska/).fill('kilometer')
  const bins = page.getByLabel('Intervall som svaren räknas i')
  await bins.pressSequentially('0; 1; 0,5')
  const listed = page.getByText('Fråga 1, intervall, 3: Intervallen måste stå i ordning')
  await listed.waitFor({ state: 'attached' })
  expect(await bins.inputValue()).toBe('0; 1; 0,5')
  await expectAccessible(page)
  for (let sign = 0; sign < 8; sign += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('; 2,5; 10')
  await page.getByText('Intervallen är nu 0–2,4, 2,5–9,9 och 10–40 kilometer.').waitFor()
  // In the middle as well the caret stays where it is.
  for (let sign = 0; sign < 4; sign += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('; 5')
  expect(await bins.inputValue()).toBe('0; 2,5; 5; 10')

  const stored = async () => (await here.svar.store.draft('nord', 'prov-1'))!.tree as object
  await expect
    .poll(async () => contentOf((await stored()) as never).questions[0], { timeout: 15_000 })
    .toMatchObject({ kind: 'number', from: 0, to: 40, decimals: 1, bins: [0, 2.5, 5, 10] })
})
