import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { follow } from './stored.ts'
import { choose, enrolled, onward, openSurveys } from './tablet.ts'

const here = journeys({ prepare: openSurveys() })

test('from the code to two answers, in Swedish and Danish', async () => {
  const added = follow(here.svar, 'vard')
  const { page, code } = await enrolled(here)
  expect(page.url()).toBe(`${here.address}/kiosk`)
  await page.getByRole('heading', { name: 'Tre frågor om din vårdcentral' }).waitFor()
  const danish = page.getByText('Tre spørgsmål om dit lægehus')
  expect(await danish.getAttribute('lang')).toBe('da')

  await page.getByRole('button', { name: 'Svenska' }).tap()
  await page.getByText('Fråga 1 av 5').waitFor()
  await page.getByLabel('Att komma fram på telefon').tap()
  await onward(page)
  await page.getByLabel('1 Mycket svårt').tap()
  await onward(page)
  await page.getByText('Fråga 3 av 6').waitFor()
  await page.getByLabel('Det är långt dit').tap()
  await page.getByLabel('Inget av detta').tap()
  expect(await page.getByLabel('Det är långt dit').isChecked()).toBe(false)
  await page.getByLabel('Annat, skriv gärna vad').tap()
  expect(await page.getByLabel('Inget av detta').isChecked()).toBe(false)
  await onward(page)
  await page.getByLabel('Skriv vad du tänker på').fill('Parkering')
  await onward(page)
  await page.getByLabel('9', { exact: true }).tap()
  await onward(page)
  for (const nth of [4, 0, 2]) await choose(page, nth)
  await choose(page, 0)
  await choose(page, 3)
  await page.getByRole('button', { name: 'Plats 3: Att kunna boka tid' }).waitFor()
  await onward(page)
  await page.locator('textarea').fill('Bra.\nRing 070-123 45 67!')
  await page.getByRole('button', { name: 'Skicka svar' }).tap()
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  await page.getByText('Personnummer, telefonnummer').waitFor()
  await page.getByRole('button', { name: 'Klar' }).tap()

  await page.getByRole('button', { name: 'Dansk' }).tap()
  await page.getByText('Spørgsmål 1 af 5').waitFor()
  await choose(page, 0)
  await onward(page)
  await page.getByLabel('Ved ikke').tap()
  await onward(page)
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Spring over' }).tap()
  await page.getByRole('button', { name: 'Send svar' }).tap()
  await page.getByRole('heading', { name: 'Tak for dit svar!' }).waitFor()
  expect(await page.getByText('Personnumre').count()).toBe(0)

  await expect.poll(async () => (await added()).length, { timeout: 15_000 }).toBe(2)
  const common = { site: 'norr', channel: 'kiosk', date: '2026-07-01' }
  expect((await added()).toSorted((a, b) => (a.language < b.language ? 1 : -1))).toEqual([
    {
      ...common,
      language: 'sv',
      answers: {
        viktigast: 'telefon',
        latt: 1,
        svart: ['other'],
        'svart.other': 'Parkering',
        troligt: 9,
        ordning: ['nara', 'telefon', 'digitalt'],
        eget: 'Bra.\nRing [telefon]!',
      },
    },
    { ...common, language: 'da', answers: { viktigast: 'tid', latt: 'dontknow' } },
  ])
  expect(await page.content()).not.toContain(code)
})

test('an answer that no longer counts is dropped', async () => {
  const added = follow(here.svar, 'vard')
  const { page } = await enrolled(here)
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 0)
  await onward(page)
  await page.getByLabel('Det är långt dit').tap()
  await onward(page)
  await page.getByText('Fråga 4 av 6').waitFor()
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Tillbaka' }).tap()
  await choose(page, 4)
  await onward(page)
  for (const _ of [1, 2, 3]) await onward(page)
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  await expect.poll(async () => (await added()).length, { timeout: 15_000 }).toBe(1)
  expect(await added()).toMatchObject([{ answers: { viktigast: 'tid', latt: 5 } }])
})

test('who writes before the screen has come to rest is not interrupted', async () => {
  const { page } = await enrolled(here, {}, { clock: true })
  await page.clock.pauseAt('2026-07-01T12:30:00+02:00')
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3]) await onward(page)
  await page.locator('textarea').tap()
  await page.clock.runFor(1000)
  expect(await page.locator('textarea:focus').count()).toBe(1)
})

test('all of it with a keyboard', async () => {
  const { page } = await enrolled(here)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('Tab', 'Enter')
  await page.getByText('Fråga 1 av 5').waitFor()
  await press('Tab', 'Space', 'ArrowDown', 'Enter')
  await page.getByText('Fråga 2 av 5').waitFor()
  await press('Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await page.getByText('Fråga 3 av 5').waitFor()
  await press('Enter')
  expect(await page.getByText('Fråga 3 av 5').count()).toBe(1)
  await press('Tab', 'Enter')
  await page.getByText('Fråga 4 av 5').waitFor()
})
