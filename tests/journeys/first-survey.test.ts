import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { svar } from '../process/product.ts'
import { sheetsOf } from '../routes/scanning.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { hand } from './hand.ts'

const MOST = 40
const email = 'anna@nord.example'
const centres = 'id,name,listed\nnorr,Norra vårdcentralen,4100\nost,Östra vårdcentralen,3900\n'
const file = `${centres}vast,Västra vårdcentralen,5200\n`

// Nothing is there: no organisation, nobody, no survey.
const here = journeys({ prepare: async () => {}, cookies: true, commanded: true })

test('from nothing to an open survey in two languages with its posters, and an answer', async () => {
  const made = await svar(here.svar.folder, [
    'user',
    'add',
    email,
    '--organisation',
    'nord',
    '--json',
  ])
  expect(made.code, made.err).toBe(0)
  const { password } = JSON.parse(made.out) as { password: string }
  const page = await here.visit('/office', { viewport: { width: 1440, height: 900 } })
  const anna = hand(page)

  await anna.types('E-postadress', email)
  await anna.types('Lösenord', password)
  await anna.presses('Logga in')

  await anna.follows('Organisationen')
  await anna.types('Namn', 'Region Nord')
  await anna.presses('Spara')

  await anna.follows('Platser')
  await anna.follows('Läs in en fil')
  await anna.hands('Fil med platser', 'vardcentraler.csv', file)
  await anna.presses('Granska filen')
  await anna.presses('Spara 3 platser')

  await anna.follows('Enkäter')
  await anna.follows('Ny enkät')
  await anna.ticks('Tre frågor om din vårdcentral')
  await anna.ticks('Dansk')
  await anna.presses('Gör enkäten')

  await anna.opens('Platser: 0')
  await anna.presses('Sök')
  for (const name of ['Norra', 'Östra', 'Västra']) {
    await anna.presses(`Lägg till ${name} vårdcentralen`)
  }
  await anna.opens('Tid och regler')
  await anna.types('Öppnar', '2026-07-01')
  await anna.types('Stänger', '2026-08-31')
  await anna.opens('Personuppgifter')
  for (const [label, words] of Object.entries(facts)) await anna.types(label, words)
  await page.locator('[data-status="saved"]').waitFor()

  await anna.follows('Granska och öppna')
  await page.getByText('Allt är klart.').waitFor()
  await anna.presses('Öppna enkäten nu')
  await anna.follows('Affischer')
  await expectAccessible(page)
  const [poster] = await Promise.all([page.waitForEvent('download'), anna.presses('Hämta som PDF')])
  console.log(`${anna.count} interactions`)
  expect(anna.count).toBeGreaterThan(20)
  expect(anna.count).toBeLessThan(MOST)

  const sheets = await sheetsOf(readFileSync(await poster.path()))
  const scanned = sheets.map(({ link }) => link ?? '')
  const survey = 'tre-fragor-om-din'
  const codes = ['norr', 'vast', 'ost'].flatMap((site) =>
    ['sv', 'da'].map((lang) => `${here.address}/s/${survey}?site=${site}&lang=${lang}`),
  )
  expect(sheets[0]!.text).toContain('Region Nord')
  expect(scanned.toSorted()).toEqual(codes.toSorted())

  await answer(scanned.find((code) => code.endsWith('site=ost&lang=da'))!)
  const { responses, bySite } = (await here.svar.store.participation('nord', survey))!
  expect([responses, bySite['ost']]).toEqual([1, 1])
})

const facts = {
  'Personuppgiftsansvarig (Svenska)': 'Hälso- och sjukvårdsnämnden',
  'Personuppgiftsansvarig (Dansk)': 'Sundhedsudvalget',
  'Kontakt (Svenska)': 'fraga@nord.example',
  'Kontakt (Dansk)': 'fraga@nord.example',
  'Beslut om gallring (nummer) (Svenska)': '2026-114',
  'Beslut om gallring (nummer) (Dansk)': '2026-114',
  'Svaren gallras': '2027-08-31',
}

/** A citizen whose phone has read the code off the wall. */
async function answer(address: string) {
  const page = await here.visit(address)
  expect(await page.locator('html').getAttribute('lang')).toBe('da')
  await page.getByText('Östra vårdcentralen').first().waitFor()
  await page.getByLabel('At få en tid hurtigt, når jeg har brug for det').check()
  await page.locator('input[name="kontakt"][value="4"]').check()
  await page.locator('#send').click()
  await page.waitForURL(/\/thanks/)
}
