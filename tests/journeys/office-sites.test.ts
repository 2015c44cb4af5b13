import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { ACT, NOON, type Started } from '../start.ts'
import { scannedPng } from '../routes/scanning.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { eachLook } from './looks.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ prepare, cookies: true, together: true })
const owner = 'jammerbugt'
const large = { width: 1440, height: 900 }
const survey = '/office/surveys/sammen-om-sundhed'

let page: Page
beforeAll(async () => {
  page = await here.visit('about:blank', { reducedMotion: 'reduce' })
  await enter(page, here.svar, `${here.address}/office/sites`, 'chef@jammerbugt.example')
})

async function prepare({ store, addUser }: Started) {
  await loadDemo(store, Date.parse(NOON))
  await addUser('chef@jammerbugt.example', owner)
  const rows = Array.from({ length: 120 }, (_, index) => ({
    id: `sted-${index}`,
    name: `Sundhedshuset nummer ${index}`,
    listed: 1000 + 37 * index,
    ...(index % 3 === 0 && { group: 'Hjørring Kommune' }),
  }))
  await store.takeSites(owner, rows, ACT)
  await store.retireSite(owner, 'sted-7', ACT)
  const good = 'aabybro,Lægehuset i Aabybro,7400\nny-1,Nyt hus,120'
  const text = `id,name,listed\n${good}\nfejl id,Navn,1\n,Uden id,2\nx-1,Navn,tolv\nx-2,"Åben,3`
  const held = { text, encoding: 'windows-1252' }
  await store.holdSiteFile(owner, 'fil', held, ACT.at)
}

const pages: Record<string, string> = {
  sites: '/office/sites',
  new: '/office/sites/new',
  site: '/office/sites/site/aabybro',
  groups: '/office/sites/groups',
  group: '/office/sites/groups/hjorring-kommune?q=nummer+1',
  import: '/office/sites/import',
  report: '/office/sites/import/fil',
  posters: `${survey}/posters`,
  'posters-fault': `${survey}/posters.pdf?size=A4&which=some`,
  organisation: '/office/organisation',
}

test.each(Object.entries(pages).map(([name, path], index) => ({ name, path, index })))(
  '$name',
  async ({ name, path, index }) => {
    for (const [turn, language] of ['sv', 'da'].entries()) {
      await page.goto(`${here.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      await page.locator('h1').waitFor()
      await eachLook(page, index + turn, async (colorScheme) => {
        await expectAccessible(page)
        await shoot(page, `sites-${name}-${language}-${colorScheme}`)
      })
    }
  },
)

test('by keyboard: a site is found, renamed and kept', async () => {
  await page.goto(`${here.address}/office/sites?lang=sv`)
  await page.locator('#q').focus()
  await page.keyboard.type('nummer 42')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Sundhedshuset nummer 42' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('#name').focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' i Brovst')
  await page.keyboard.press('Enter')
  await page.getByText('Ändringen är sparad.').waitFor()
  expect(await page.locator('h1').textContent()).toBe('Sundhedshuset nummer 42 i Brovst')
})

test('a file is chosen, looked through and taken', async () => {
  await page.goto(`${here.address}/office/sites/import?lang=da`)
  const buffer = Buffer.from('id;name\nfra-fil;Fra en fil\nfra fil;Forkert\n')
  await page.locator('#file').setInputFiles({ name: 'steder.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Gennemgå filen' }).click()
  await page.getByRole('button', { name: 'Gem 1 sted' }).click()
  await page.getByText('1 sted er gemt.').waitFor()
  await page.goBack()
  await page.goto(`${here.address}/office/sites?lang=da&q=fra-fil`)
  await page.getByRole('link', { name: 'Fra en fil', exact: true }).waitFor()
})

test('the code as a drawing leads where it says, on any screen', async () => {
  const code = `${here.address}${survey}/qr.svg?site=aabybro&language=da`
  const svg = await page.evaluate(async (address) => (await fetch(address)).text(), code)
  const shown = await here.visit('about:blank', { viewport: { width: 600, height: 600 } })
  await shown.setContent(svg)
  const picture = await shown.locator('svg').screenshot()
  expect(scannedPng(picture)).toBe(`${here.address}/s/sammen-om-sundhed?site=aabybro&lang=da`)
})

test('the editor takes a group and a site from the register', async () => {
  await page.setViewportSize(large)
  await page.goto(`${here.address}${survey}/edit?lang=sv`)
  await page.getByRole('heading', { name: 'Platser: 4' }).click()
  await page.locator('#seek-sites').fill('hjørring')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lägg till alla i Hjørring Kommune' }).click()
  await page.getByRole('heading', { name: 'Platser: 44' }).waitFor()
  await page.locator('#seek-sites').fill('nummer 1')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lägg till Sundhedshuset nummer 1', exact: true }).click()
  await page.getByRole('heading', { name: 'Platser: 45' }).waitFor()
  await page.getByText('Sparat').first().waitFor()
  await expectAccessible(page)
  const tree = (await here.svar.store.draftTree(owner, 'sammen-om-sundhed')) as { sites: object[] }
  const name = { da: 'Sundhedshuset nummer 1', sv: 'Sundhedshuset nummer 1' }
  expect(tree.sites.at(-1)).toEqual({ id: 'sted-1', name, listed: 1037 })
})
