import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { client, startProvider } from '../identity-provider.ts'
import { NOON, type Started } from '../start.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { enter } from './office-door.ts'

const region = 'region-orebro-lan'
const anna = 'anna@region.example'
// The provider's own pages are not ours to judge.
const here = journeys({ prepare, cookies: true, named: true, elsewhere: true })
let provider: Awaited<ReturnType<typeof startProvider>>

beforeAll(async () => {
  provider = await startProvider(`${here.address}/office/sign-in/callback`)
})
afterAll(() => provider.close())

async function prepare(svar: Started) {
  await loadDemo(svar.store, Date.parse(NOON))
  await svar.addUser(anna, region)
}

async function through(page: Page, login: string) {
  await page.goto(`${here.address}/office/sign-in`)
  await page.getByRole('link', { name: 'Logga in med Region Örebro län' }).click()
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill('x')
  await page.locator('[type=submit]').click()
  await page.waitForURL((url) => url.href.startsWith(here.address))
}

test('an administrator connects the service, tries it, and a planner comes in by it', async () => {
  const page = await here.visit('/office/sign-in', { viewport: { width: 1440, height: 900 } })
  await enter(page, here.svar, `${here.address}/office`, anna)
  await page.getByRole('link', { name: 'Organisationen' }).click()
  await page.getByRole('link', { name: 'Bestäm hur ni loggar in' }).click()
  await page.getByLabel('Tjänstens adress').fill(provider.issuer)
  await page.getByLabel('Klient-id').fill(client.id)
  await page.getByLabel('Klienthemlighet').fill(client.secret)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('link', { name: 'Skriv minst en grupp' }).click()
  await page.keyboard.type('planerare')
  await page.getByLabel('Roll i Svar, rad 1').selectOption({ label: 'Planerare' })
  await page.getByText('Platser för planerare och reception, rad 1').click()
  await page.getByRole('checkbox', { name: 'Karolina vårdcentral' }).first().check()
  await page.getByLabel('Klienthemlighet').fill(client.secret)
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Inloggningstjänsten är sparad.').waitFor()
  await page.getByRole('button', { name: 'Pröva' }).click()
  await page.getByText('Tjänsten svarar som den ska.').waitFor()
  await expectAccessible(page)

  const person = { email: 'pia@region.example', email_verified: true, name: 'Pia Plan' }
  provider.people.set('pia', { ...person, groups: ['planerare'] })
  provider.people.set('nils', { ...person, email: 'nils@region.example', groups: [] })
  const pia = await here.visit('/office/sign-in')
  await through(pia, 'pia')
  await pia.getByRole('heading', { name: 'Enkäter' }).waitFor()
  await pia.getByText('Pia Plan').waitFor()
  expect(await pia.locator('.rooms a').allInnerTexts()).toEqual(['Enkäter'])
  const nils = await here.visit('/office/sign-in')
  await through(nils, 'nils')
  await nils.getByText('Du har ingen roll i Svar.').waitFor()
  await expectAccessible(nils)

  await page.goto(`${here.address}/office/audit`)
  const rows = await page.locator('tbody tr').allInnerTexts()
  expect(rows[0]).toMatch(/Pia Plan\s+Kom in genom inloggningstjänsten/)
  expect(rows[1]).toMatch(/Sparade inloggningstjänsten/)
})
