import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { follow } from './stored.ts'

const here = journeys()
const plain = { javaScriptEnabled: false }

const send = (page: Page) => page.locator('#send').click()
const problems = (page: Page) => page.locator('[data-problems] li').allTextContents()
const typed = 'Rad ett.\n\n  Rad "två" <b>& tre</b>'

test('faults and languages keep what was answered, and it is one response', async () => {
  const added = follow(here.svar, 'karlskoga')
  const page = await here.visit('/s/karlskoga?site=karolina', plain)
  const id = await page.locator('[name=submission]').inputValue()
  expect(await page.getByLabel('Karolina vårdcentral').isChecked()).toBe(true)
  for (const id of ['tid', 'samma', 'kvall', 'nara']) {
    await page.locator(`[id="q.viktigast.${id}"]`).check()
  }
  await page.locator('[name="viktigast.other"]').fill('Parkering')
  await page.locator('textarea').fill(typed)
  const reply = page.waitForResponse((response) => response.request().method() === 'POST')
  await send(page)

  expect((await reply).status()).toBe(422)
  expect(await page.title()).toMatch(/^Fel: /)
  expect(await problems(page)).toEqual([
    'Vad är viktigast för dig på din vårdcentral? – Välj högst tre svar.',
    'Hur lätt är det att få en tid när du behöver det snabbt? – Välj ett svar på skalan.',
  ])
  expect(await page.locator('[data-problems]:focus').count()).toBe(1)
  expect(await sticksOut(page)).toEqual([])
  await page.locator('[data-problems] a').nth(1).click()
  expect(new URL(page.url()).hash).toBe('#q.kontakt.1')
  await expectKept(page, id)

  for (const [language, name] of [
    ['da', 'Dansk'],
    ['en', 'English'],
  ] as const) {
    await page.getByRole('button', { name }).click()
    await page.locator(`html[lang=${language}]`).waitFor()
    expect(await page.locator('[data-problems]').count()).toBe(0)
    await expectKept(page, id)
  }
  expect(await added()).toEqual([])

  await correct(page)
  await page.locator('[name="viktigast.other"]').press('Enter')
  await page.getByRole('heading', { name: 'Thank you for your answers' }).waitFor()
  await page.goBack()
  await correct(page)
  await send(page)
  await page.getByRole('heading', { name: 'Thank you for your answers' }).waitFor()
  expect(await added()).toEqual([
    {
      site: 'karolina',
      channel: 'qr',
      language: 'en',
      date: '2026-07-01',
      answers: {
        viktigast: ['tid', 'kvall', 'other'],
        'viktigast.other': 'Parkering',
        kontakt: 5,
        eget: typed,
      },
    },
  ])
})

async function correct(page: Page) {
  await page.getByLabel('Seeing the same doctor').uncheck()
  await page.getByLabel('Being close to home').uncheck()
  await page.getByLabel('5 Very easy').check()
}

async function expectKept(page: Page, id: string) {
  expect(await page.locator('[name=submission]').inputValue()).toBe(id)
  const boxes = page.locator('[name=viktigast]:checked')
  expect(await boxes.evaluateAll((all) => all.map(({ id }) => id.split('.')[2]))).toEqual([
    'tid',
    'samma',
    'nara',
    'kvall',
  ])
  expect(await page.locator('[name="viktigast.other"]').inputValue()).toBe('Parkering')
  expect(await page.locator('textarea').inputValue()).toBe(typed)
  expect(await page.locator('[name=site]:checked').inputValue()).toBe('karolina')
}

test('after the thanks the next person answers anew, by the link or by going back', async () => {
  const added = follow(here.svar, 'karlskoga')
  const page = await here.visit('/s/karlskoga', plain)
  const id = () => page.locator('[name=submission]').inputValue()
  const ids = new Set<string>()
  for (const [kontakt, onward] of [
    ['2', () => page.goBack()],
    ['3', () => page.getByRole('link', { name: 'Låt någon annan svara' }).click()],
    ['4', () => page.reload()],
  ] as const) {
    ids.add(await id())
    expect(await page.locator(':checked').count()).toBe(0)
    await page.locator('[id="q.viktigast.tid"]').check()
    await page.locator(`[name="kontakt"][value="${kontakt}"]`).check()
    await send(page)
    await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
    await onward()
  }
  expect(ids.size).toBe(3)
  const answers = (await added()).map((response) => response.answers['kontakt'])
  expect(answers.toSorted()).toEqual([2, 3, 4])
})

test('reading how data are handled loses nothing', async () => {
  const page = await here.visit('/s/karlskoga', plain)
  await page.locator('textarea').fill(typed)
  const other = page.waitForEvent('popup')
  const name = 'Så behandlar vi dina uppgifter (öppnas i en ny flik)'
  await page.getByRole('link', { name }).click()
  await (await other).getByRole('heading', { name: 'Så behandlar vi dina uppgifter' }).waitFor()
  expect(await page.locator('textarea').inputValue()).toBe(typed)
})

test('places are given by lists, and a follow-up says whom it is for', async () => {
  const added = follow(here.svar, 'delmal')
  const page = await here.visit('/s/delmal', plain)
  await page
    .getByText('Svara bara om du valde ”Ja” på frågan ”Har du eller någon nära dig')
    .waitFor()
  const place = (id: string) => page.locator(`[name="delmal.${id}"]`)
  const order = ['nara', 'halsa', 'vardskador', 'komplexa']
  for (const [index, id] of order.entries()) await place(id).selectOption(`Plats ${index + 1}`)
  await place('rehab').selectOption('Plats 4')
  await page.locator('[id="q.bada.nej"]').check()
  // Answered though it is not asked: a step that counts for nothing.
  await page.locator('[id="q.samarbete.1"]').check()
  await send(page)
  expect(await problems(page)).toEqual([
    'Rangordna de fem delmålen. Vilket är viktigast för dig? – Plats 4 finns på flera alternativ. Använd varje plats en gång.',
  ])
  expect(await place('vardskador').inputValue()).toBe('3')
  await place('rehab').selectOption('Plats 5')
  await send(page)
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  expect(await added()).toMatchObject([{ answers: { delmal: [...order, 'rehab'], bada: 'nej' } }])
  expect(Object.keys((await added())[0]!.answers)).toEqual(['delmal', 'bada'])
})
