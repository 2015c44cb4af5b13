import { expect, test } from 'vitest'
import { ask, content } from '../make.ts'
import { expectAccessible } from './accessible.ts'
import { journeys, PHONE } from './browser.ts'
import { shoot } from './screenshots.ts'

const here = journeys({
  prepare: (svar) =>
    svar.open(content([ask.choice('val'), ask.text('ord')], { languages: ['sv'] })),
})

test('with script: the code is shown once, is filled in from a camera, and takes the response back', async () => {
  const page = await here.visit('/s/prov', { viewport: PHONE })
  await page.getByLabel('Val b').check()
  await page.getByRole('textbox').fill('Bänken är trasig.')
  await page.getByRole('button', { name: 'Skicka svar' }).click()
  await page.getByRole('heading', { name: 'Spara din kvittokod' }).waitFor()
  expect(new URL(page.url()).search).toBe('?lang=sv')
  await page.getByText('Ta med koden i en annan telefon').click()
  await expectAccessible(page)
  await shoot(page, 'receipt-thanks')
  const code = (await page.locator('.code').textContent())!
  await page.getByRole('link', { name: /^Se eller ta tillbaka ditt svar/ }).click()
  expect(await page.locator('.code').textContent()).toBe(code)
  await page.reload()
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  expect(await page.locator('.code').count()).toBe(0)

  await page.goto(`${here.address}/receipt#${code.replaceAll('-', '')}`)
  expect(await page.getByLabel('Din kvittokod').inputValue()).toBe(code.replaceAll('-', ''))
  expect(page.url()).toBe(`${here.address}/receipt`)
  await page.getByLabel('Din kvittokod').press('Enter')
  await page.getByRole('heading', { name: 'Ditt svar', exact: true }).waitFor()
  expect(await page.locator('dl').textContent()).toContain('Bänken är trasig.')
  await expectAccessible(page)
  await shoot(page, 'receipt-own')
  await page.getByRole('button', { name: 'Ta tillbaka svaret' }).press('Enter')
  await page.getByRole('heading', { name: 'Vill du ta tillbaka ditt svar?' }).waitFor()
  await expectAccessible(page)
  await shoot(page, 'receipt-sure')
  await page.getByRole('button', { name: 'Ja, ta tillbaka svaret' }).press('Enter')
  await page.getByRole('heading', { name: 'Du har tagit tillbaka ditt svar' }).waitFor()
  await shoot(page, 'receipt-done')
  expect((await here.svar.store.participation('nord', 'prov'))!.responses).toBe(0)
})
