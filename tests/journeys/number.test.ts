import { expect, test } from 'vitest'
import { ask, content, text } from '../make.ts'
import { expectAccessible, sticksOut, tooSmall } from './accessible.ts'
import { journeys, PHONE } from './browser.ts'
import { press, pressTo } from './keyboard.ts'
import { see } from './kiosk-screen.ts'
import { shoot } from './screenshots.ts'
import { follow } from './stored.ts'
import { enrolled, onward, PORTRAIT } from './tablet.ts'

const languages = ['sv', 'da']
const survey = content(
  [
    ask.number('vantan', {
      text: {
        sv: 'Hur länge väntade du i telefon senast?',
        da: 'Hvor længe ventede du i telefonen sidst?',
      },
      unit: { sv: 'minuter', da: 'minutter' },
      bins: [0, 5, 15, 30, 60],
      required: true,
    }),
    ask.number('resa', {
      text: { sv: 'Hur långt har du till mottagningen?', da: 'Hvor langt har du til klinikken?' },
      unit: { sv: 'kilometer', da: 'kilometer' },
      to: 500,
      decimals: 1,
      bins: [0, 1, 5, 10, 50],
    }),
  ],
  {
    languages,
    sites: [{ id: 'norr', name: text('Norr', languages) }],
    title: { sv: 'Två frågor om att komma fram', da: 'To spørgsmål om at komme frem' },
    intro: text('…', languages),
  },
)
const here = journeys({ prepare: ({ open }) => open(survey) })

test('with the keyboard alone, and with every mistake, a number is written and its bin kept', async () => {
  const added = follow(here.svar, 'prov')
  const page = await here.visit('/s/prov?lang=da&site=norr', { locale: 'da-DK' })
  const field = page.getByLabel('Hvor længe ventede du i telefonen sidst?')
  expect(await field.getAttribute('inputmode')).toBe('numeric')
  await expectAccessible(page)
  const send = () => page.getByRole('button', { name: 'Send svar' }).press('Enter')
  await send()
  const problems = page.locator('[data-problems] li')
  expect(await problems.allTextContents()).toEqual([
    'Hvor længe ventede du i telefonen sidst? – Skriv et tal.',
  ])
  await pressTo(page, 'Tab', '[data-problems] a')
  await press(page, 'Enter')
  await page.keyboard.type('et kvarter')
  await send()
  await page.getByText('– Skriv kun et tal, med cifre.').waitFor()
  expect(await field.inputValue()).toBe('et kvarter')
  const heard = await field.evaluate((input) =>
    input
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText),
  )
  expect(heard).toEqual([
    'minutter',
    'Skriv et helt tal fra 0 til 600\u00a0minutter. Vi gemmer ikke tallet, kun hvilket interval det ligger i.',
    'Skriv kun et tal, med cifre.',
  ])
  await expectAccessible(page)
  await shoot(page, 'number-fault')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sticksOut(page)).toEqual([])
  await page.setViewportSize(PHONE)
  expect(await tooSmall(page)).toEqual([])
  await field.fill('15 minutter')
  await page.getByLabel('Hvor langt har du til klinikken?').fill('4,5')
  await send()
  await page.getByRole('heading', { name: 'Tak for dit svar!' }).waitFor()
  expect(await added()).toMatchObject([{ answers: { vantan: '15..29', resa: '1..4.9' } }])
})

test('on the tablet a number has its keyboard, its unit and words for what is wrong', async () => {
  const added = follow(here.svar, 'prov')
  const { page } = await enrolled(here)
  await page.getByRole('button', { name: 'Svenska' }).tap()
  const field = page.getByLabel('Hur länge väntade du i telefon senast?')
  await see(page, 'number')
  await onward(page)
  await page.getByText('Skriv ett tal.').waitFor()
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type('601')
  await onward(page)
  await page.getByText('Skriv ett tal från 0 till 600.', { exact: true }).waitFor()
  await see(page, 'number-fault')
  await page.setViewportSize(PORTRAIT)
  await see(page, 'number-portrait')
  await field.fill('60')
  await onward(page)
  const distance = page.getByLabel('Hur långt har du till mottagningen?')
  expect(await distance.getAttribute('inputmode')).toBe('decimal')
  await page
    .getByText('Skriv ett tal från 0 till 500\u00a0kilometer, med högst en decimal.')
    .waitFor()
  await distance.fill('0,4')
  await onward(page)
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  await expect
    .poll(added, { timeout: 15_000 })
    .toMatchObject([{ channel: 'kiosk', answers: { vantan: '60..600', resa: '0..0.9' } }])
})
