import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { press, pressTo } from './keyboard.ts'
import { follow } from './stored.ts'

const here = journeys()
const danish = { locale: 'da-DK', viewport: { width: 1024, height: 768 } }

test('a whole survey with the keyboard alone', async () => {
  const added = follow(here.svar, 'sammen-om-sundhed')
  const page = await here.visit('/s/sammen-om-sundhed', danish)
  expect(await page.locator('html').getAttribute('lang')).toBe('da')
  await press(page, 'Tab')
  expect(await page.locator(':focus').textContent()).toBe('Gå til indholdet')
  await press(page, 'Enter')
  expect(await page.locator('#main:focus').count()).toBe(1)

  await pressTo(page, 'Tab', '[name=site]')
  await press(page, 'Space', 'ArrowDown')
  await press(page, 'Tab', 'Space', 'ArrowUp')
  const words = page.getByLabel('Skriv, hvad du tænker på').first()
  await words.waitFor()
  await pressTo(page, 'Tab', '[name="hjaelp.other"]')
  await page.keyboard.type('Fysioterapeuten')

  await press(page, 'Enter')
  expect(await page.locator('[data-problems]:focus li').allTextContents()).toEqual([
    'Hvor let er det at få hjælp, når du har brug for det? – Vælg et svar på skalaen.',
  ])
  expect(await page.locator('html').getAttribute('lang')).toBe('da')
  await press(page, 'Tab', 'Enter')
  expect(await page.locator(':focus').getAttribute('id')).toBe('q.lethed.1')

  const followUp = page.getByRole('group', { name: 'Hvad gør det svært?' })
  expect(await followUp.isVisible()).toBe(false)
  await press(page, 'Space', 'ArrowRight')
  expect(await followUp.isVisible()).toBe(true)
  await pressTo(page, 'Tab', '[name=svaert]')
  await press(page, 'Space', 'Tab', 'Space')
  await pressTo(page, 'Shift+Tab', '[name=lethed]')
  await press(page, 'ArrowRight', 'ArrowRight')
  expect(await followUp.isVisible()).toBe(false)

  await pressTo(page, 'Tab', 'textarea')
  await page.keyboard.type('Flere tider om aftenen.')
  await press(page, 'Tab')
  expect(await page.locator(':focus').textContent()).toBe('Send svar')
  const sending = page.waitForRequest((request) => request.method() === 'POST')
  await page.keyboard.press('Enter')
  expect((await sending).postData()).not.toContain('svaert')
  await page.getByRole('heading', { name: 'Tak for dit svar!' }).waitFor()
  expect(await added()).toEqual([
    {
      site: 'aabybro',
      channel: 'web',
      language: 'da',
      date: '2026-07-01',
      answers: {
        hjaelp: 'other',
        'hjaelp.other': 'Fysioterapeuten',
        lethed: 4,
        ideer: 'Flere tider om aftenen.',
      },
    },
  ])
})

test('a follow-up stands where it is asked, and Enter in a text field sends', async () => {
  const added = follow(here.svar, 'sammen-om-sundhed')
  const page = await here.visit('/s/sammen-om-sundhed?site=pandrup', danish)
  expect(await page.getByText('Svar kun, hvis du valgte').count()).toBe(0)
  await pressTo(page, 'Tab', '[name=hjaelp]')
  await press(page, 'Space')
  await pressTo(page, 'Tab', '[name=lethed]')
  await press(page, 'Space')
  await press(page, 'Tab', 'Space')
  expect(await page.locator(':focus').getAttribute('id')).toBe('q.svaert.telefon')
  await pressTo(page, 'Tab', '[value=other]')
  await press(page, 'Space', 'Tab')
  await page.keyboard.type('Bussen')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/thanks?lang=da*')
  expect(await added()).toMatchObject([
    {
      site: 'pandrup',
      channel: 'qr',
      answers: {
        hjaelp: 'laege',
        lethed: 1,
        svaert: ['telefon', 'other'],
        'svaert.other': 'Bussen',
      },
    },
  ])
})
