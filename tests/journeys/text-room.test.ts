import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { press } from './keyboard.ts'
import { enter } from './office-door.ts'
import { codingsIn, commentsIn, nameOf, prepareTextRoom, room } from './text-room-setting.ts'

const here = journeys({ prepare: prepareTextRoom, cookies: true })
const desk = { viewport: { width: 1440, height: 900 } }

async function signedIn(name: string, options = {}) {
  const page = await here.visit('/office/sign-in', { ...desk, ...options })
  await enter(page, here.svar, `${here.address}${room}/texts`, `${name}@region.example`)
  return page
}

const ofCoder = async (name: string) =>
  (await codingsIn(here.svar)).filter(({ coder }) => coder === `${name}@region.example`)

/** Keys for the comment of a turn, and what they stand for. */
const keys = ['1', '2', 'v', '3', '12']
const given = (turn: number) =>
  [...keys[turn % keys.length]!].map((key) => `tema-nr-${'123v'.indexOf(key)}`)

/** Its script listens to the keys, too. */
async function standsAt(page: Page, turn: number) {
  await page.getByText(`Svar ${turn} av`).waitFor()
  await page.waitForLoadState()
}

test('twenty comments are sorted with the keyboard alone, and two coders compared', async () => {
  const anna = await signedIn('anna')
  await anna.getByRole('link', { name: 'Sortera i teman' }).click()
  const seen: string[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    await standsAt(anna, turn + 1)
    expect(await anna.locator('.theme-pick input:focus').count()).toBe(1)
    seen.push(await anna.locator('blockquote').innerText())
    await press(anna, ...keys[turn % keys.length]!)
    await anna.keyboard.press(turn % 2 === 0 ? 'Enter' : 'ArrowRight')
    await standsAt(anna, turn + 2)
  }
  expect(new Set(seen).size).toBe(20)
  const own = await ofCoder('anna')
  expect(own.map(({ themes }) => themes)).toEqual(seen.map((_, turn) => given(turn)))
  await anna.keyboard.press('ArrowLeft')
  await anna.getByText('Svar 20 av').waitFor()
  const chosen = anna.locator('.theme-pick input:checked')
  expect(
    await chosen.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value)),
  ).toEqual(given(19))
  await expectAccessible(anna)

  const bo = await signedIn('bo')
  await bo.goto(`${here.address}${room}/coding`)
  for (let turn = 0; turn < 20; turn += 1) {
    await standsAt(bo, turn + 1)
    expect(await bo.locator('.theme-pick input:checked').count()).toBe(0)
    await bo.keyboard.press(turn < 15 ? keys[turn % keys.length]![0]! : '3')
    await bo.keyboard.press('Enter')
  }
  await bo.getByText('Svar 21 av').waitFor()
  await bo.getByRole('link', { name: 'Teman', exact: true }).click()
  await bo.getByText('20 svar är sorterade av minst två').waitFor()
  expect(await bo.locator('.alphas tbody tr').count()).toBe(5)
  await expectAccessible(bo)
})

test('keys are a theme’s only while the focus is among the themes', async () => {
  const page = await signedIn('anna')
  await page.goto(`${here.address}${room}/coding?q=läkare`)
  const box = page.locator('[data-key="1"]')
  const before = await box.isChecked()
  await page.locator('h1').click()
  await page.keyboard.press('1')
  expect(await box.isChecked()).toBe(before)
  await box.focus()
  await page.keyboard.press('Control+1')
  expect(await box.isChecked()).toBe(before)
  await page.keyboard.press('1')
  expect(await box.isChecked()).toBe(!before)
})

test('words are selected by keyboard and by mouse, and hidden', async () => {
  const one = (await commentsIn(here.svar)).find(({ text }) => text.includes('telefon'))!
  const page = await signedIn('anna')
  await page.goto(`${here.address}${room}/texts/${one.id}`)
  await page.getByLabel('Svaret som det visas').focus()
  await page.keyboard.press('Control+Home')
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  const words = await page.getByLabel('Ord att dölja').inputValue()
  expect(one.text.startsWith(words)).toBe(true)
  expect(words.split(' ')).toHaveLength(3)
  await page.getByLabel('Ord att dölja').press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Orden är dolda.').waitFor()
  const rest = one.text.slice(words.length)
  expect(await page.locator('blockquote').innerText()).toBe(`[dolda ord]${rest}`)

  await page.getByLabel('Svaret som det visas').dblclick({ position: { x: 100, y: 20 } })
  const word = await page.getByLabel('Ord att dölja').inputValue()
  expect(rest).toContain(word)
  await page.getByRole('button', { name: 'Dölj orden' }).click()
  await page.getByText('Ställe 2').waitFor()
  await expectAccessible(page)
  while ((await page.getByRole('button', { name: /^Visa igen/ }).count()) > 0) {
    await page
      .getByRole('button', { name: /^Visa igen/ })
      .first()
      .click()
    await page.getByText('Orden visas igen.').waitFor()
  }
  expect(await page.locator('blockquote').innerText()).toBe(one.text)
})

test('all of it works without the script', async () => {
  const page = await signedIn('bo', { javaScriptEnabled: false })
  const one = (await commentsIn(here.svar)).find(({ text }) => text.includes('läkare'))!
  await page.goto(`${here.address}${room}/texts/${one.id}`)
  expect(await page.getByLabel('Svaret som det visas').isVisible()).toBe(false)
  await page.getByLabel('Ord att dölja').fill('läkare')
  await page.getByRole('button', { name: 'Dölj orden' }).click()
  await page.getByText('Orden är dolda.').waitFor()
  await page.getByRole('radio', { name: 'Hot, hat eller förolämpning' }).check()
  await page.getByRole('button', { name: 'Dölj svaret' }).click()
  await page.getByRole('heading', { name: 'Svaret är dolt' }).waitFor()
  await page.getByRole('button', { name: 'Visa svaret igen' }).click()
  await page.getByText('Svaret visas igen.').waitFor()
  await page.goto(`${here.address}${room}/texts/${one.id}/coding`)
  await page.getByRole('checkbox', { name: 'Bemötande' }).setChecked(true)
  await page.getByRole('button', { name: 'Spara och nästa' }).click()
  await page.getByText(/^Svar \d+ av/).waitFor()
  const own = (await ofCoder('bo')).find(({ text }) => text === one.id)!
  expect(own.themes).toContain('tema-nr-2')
  const at = (await commentsIn(here.svar)).find(({ id }) => id === one.id)!
  const act = { by: 'test', at: '2026-07-01T10:00:00Z' }
  for (const { from } of at.maskings) await here.svar.store.unmaskText(nameOf(one.id), from, act)
})
