import { expect, test } from 'vitest'
import type { Started } from '../start.ts'
import { tree } from '../survey/tree.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { press } from './keyboard.ts'
import { enter } from './office-door.ts'

const here = journeys({ prepare, cookies: true })
const act = { by: 'test', at: '2026-06-30T10:00:00Z' }

async function prepare({ store, addUser }: Started) {
  await store.saveOrganisation({ id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }, act)
  await addUser('anna@nord.example')
  await store.addDraft('nord', 'prov-1', tree(), act)
}

const draft = async () => (await here.svar.store.draft('nord', 'prov-1'))!
const declared = async () => ((await draft()).tree as { breakdowns?: string[] }).breakdowns

test('with the keyboard alone breakdowns are declared, and taken away', async () => {
  const page = await here.visit('about:blank', { viewport: { width: 1440, height: 900 } })
  await enter(page, here.svar, `${here.address}/office/surveys/prov-1/edit`, 'anna@nord.example')
  await page.locator('.ed-bar').waitFor()
  const part = page.locator('details.ed-part', { has: page.locator('.ed-breakdowns') })
  await part.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  const boxes = page.locator('.ed-breakdowns input')
  const change = async (...keys: string[]) => {
    const before = (await draft()).revision
    await press(page, ...keys)
    await page.locator(`[data-status="saved"]:not([data-revision="${before}"])`).waitFor()
  }
  await page.keyboard.press('Tab')
  // A field for dates has stops of its own, at which Chromium does not say where the focus is.
  for (
    let stop = 0;
    stop < 20 && (await page.locator('.ed-breakdowns input:focus').count()) === 0;
  ) {
    await page.keyboard.press('Tab')
    stop += 1
  }
  expect(await boxes.first().evaluate((box) => box === document.activeElement)).toBe(true)
  await change('Space')
  await change('Tab', 'Space')
  expect(await declared()).toEqual(['channel', 'language'])
  await change('Tab', 'Space')
  const [, , background] = (await declared())!
  const { questions } = (await draft()).tree as { questions: { id: string }[] }
  expect(questions.map(({ id }) => id)).toContain(background)
  await expectAccessible(page)
  await change('Shift+Tab', 'Space')
  expect(await declared()).toEqual(['channel', background])
  await page.reload()
  await page.locator('.ed-bar').waitFor()
  const checked = await boxes.evaluateAll((all) =>
    all.map((box) => (box as HTMLInputElement).checked),
  )
  expect(checked.slice(0, 3)).toEqual([true, false, true])
})
