import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { follow } from './stored.ts'

const here = journeys()

const faults = (page: Page) => page.locator('[data-problems] li').allTextContents()
const chosen = (page: Page, name: string) =>
  page
    .locator(`[name="${name}"]:checked`)
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))
const send = (page: Page) => page.getByRole('button', { name: 'Skicka svar' })

function sendings(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  return sent
}

test('from the start page to the thanks, with every mistake on the way', async () => {
  const added = follow(here.svar, 'karlskoga')
  const page = await here.visit('/', { hasTouch: true, isMobile: true })
  const sent = sendings(page)
  await page.getByRole('link', { name: 'Tre frågor om din vårdcentral i Karlskoga' }).tap()
  await page.waitForURL('**/s/karlskoga?lang=sv')
  expect(await page.title()).toBe('Tre frågor om din vårdcentral i Karlskoga – Region Örebro län')
  await page
    .getByText('Region Örebro län frågar. Du kan svara till och med 10 augusti 2026.')
    .waitFor()

  await send(page).tap()
  expect(await faults(page)).toEqual([
    'Vad är viktigast för dig på din vårdcentral? – Välj minst ett svar.',
    'Hur lätt är det att få en tid när du behöver det snabbt? – Välj ett svar på skalan.',
  ])
  expect(await page.title()).toMatch(/^Fel: Tre frågor/)
  expect(await page.locator('[data-problems]:focus').count()).toBe(1)
  await expectAccessible(page)

  await page.locator('[data-problems] a').nth(1).tap()
  expect(await page.locator(':focus').getAttribute('id')).toBe('q.kontakt.1')
  const legend = await page.locator('[data-field=kontakt] legend').boundingBox()
  expect(legend!.y).toBeGreaterThanOrEqual(0)

  for (const id of ['tid', 'samma', 'telefon', 'lyssnar']) await tapEdge(page, `q.viktigast.${id}`)
  await tapEdge(page, 'q.kontakt.2')
  await send(page).tap()
  expect(await faults(page)).toEqual([
    'Vad är viktigast för dig på din vårdcentral? – Välj högst tre svar.',
  ])
  await page.getByLabel('Inget av detta').check()
  expect(await chosen(page, 'viktigast')).toEqual(['none'])
  await page.getByLabel('Att träffa samma läkare').check()
  expect(await chosen(page, 'viktigast')).toEqual(['samma'])

  const words = page.getByLabel('Skriv vad du tänker på')
  expect(await words.isVisible()).toBe(false)
  await page.getByLabel('Annat, skriv gärna vad').check()
  await send(page).tap()
  expect(await faults(page)).toEqual([
    'Vad är viktigast för dig på din vårdcentral? – Skriv vad du tänker på, eller ta bort valet ”Annat”.',
  ])
  await page.locator('[data-problems] a').tap()
  await page.keyboard.type('Parkering')
  expect(await words.inputValue()).toBe('Parkering')

  const own = page.getByLabel('Vad vill du säga till dem som tar fram förslaget?')
  await own.fill('å'.repeat(1001))
  expect(await page.locator('.count').textContent()).toBe('Texten är 1 tecken för lång.')
  await send(page).tap()
  expect(await faults(page)).toEqual([
    'Vad vill du säga till dem som tar fram förslaget? – Skriv högst 1\u{a0}000 tecken.',
  ])
  await own.fill('Behåll den, eller ring 070-123 45 67.')
  expect(await page.locator('.count').textContent()).toBe('Du har 963 tecken kvar.')
  await page.getByLabel('Karolina vårdcentral').check()
  expect(sent).toEqual([])
  await send(page).tap()

  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  await page.getByText('Vi tog bort telefonnummer ur det du skrev innan vi sparade.').waitFor()
  expect(sent).toHaveLength(1)
  expect(await added()).toEqual([
    {
      site: 'karolina',
      channel: 'web',
      language: 'sv',
      date: '2026-07-01',
      answers: {
        viktigast: ['samma', 'other'],
        'viktigast.other': 'Parkering',
        kontakt: 2,
        eget: 'Behåll den, eller ring [telefon].',
      },
    },
  ])
})

test('two quick presses, a reload and a step back are one response; the next person starts anew', async () => {
  const added = follow(here.svar, 'karlskoga')
  const page = await here.visit('/')
  await page.getByRole('link', { name: /Karlskoga/ }).click()
  await page.waitForURL('**/s/karlskoga?**')
  await answer(page)
  const sent = sendings(page)
  await send(page).dblclick()
  await page.waitForURL('**/thanks?**')
  await page.reload()
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  expect(sent).toHaveLength(1)
  expect(await added()).toHaveLength(1)

  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/')
  await page.getByRole('link', { name: /Karlskoga/ }).click()
  await page.waitForURL('**/s/karlskoga?**')
  expect(await page.locator(':checked').count()).toBe(0)
  expect(await page.locator('textarea').inputValue()).toBe('')
  expect(await added()).toHaveLength(1)
  await answer(page)
  await send(page).click()
  await page.waitForURL('**/thanks?**')
  expect(await added()).toHaveLength(2)
})

async function answer(page: Page) {
  await page.getByLabel('Att komma fram på telefon').check()
  await page.getByLabel('Vet inte').check()
  await page.locator('textarea').fill('Bra.')
}

/** Far from the mark: all of a row is its target. */
async function tapEdge(page: Page, id: string) {
  const row = page.locator(`label[for="${id}"]`)
  const { width, height } = (await row.boundingBox())!
  expect(height).toBeGreaterThanOrEqual(44)
  await row.tap({ position: { x: width - 3, y: height - 3 } })
}
