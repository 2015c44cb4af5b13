import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { NOON, type Started } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { press, pressTo } from './keyboard.ts'
import { eachLook } from './looks.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const password = 'lång och god mening'
const region = 'region-orebro-lan'
const here = journeys({ prepare, cookies: true })
const desk = { viewport: { width: 1440, height: 900 } }

async function prepare(svar: Started) {
  await loadDemo(svar.store, Date.parse(NOON))
  await svar.addUser('anna@region.example', region, password)
}

async function signIn(page: Page, email: string) {
  await page.goto(`${here.address}/office/sign-in`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('#password').press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

test('a colleague comes in by a printed link, and sees what a planner of one site may', async () => {
  const anna = await here.visit('/office/sign-in', desk)
  await signIn(anna, 'anna@region.example')
  await anna.getByRole('link', { name: 'Kollegor' }).click()
  await anna.getByRole('link', { name: 'Bjud in en kollega' }).click()
  await anna.getByLabel('Namn').fill('Britta Öst')
  await anna.getByLabel('E-postadress').fill('britta@region.example')
  await anna.getByRole('button', { name: 'Ta fram länken' }).click()
  await anna.getByRole('link', { name: 'Välj en roll.' }).click()
  await anna.getByRole('radio', { name: /Planerare/ }).check()
  await anna.getByRole('checkbox', { name: 'Karolina vårdcentral' }).check()
  await anna.getByRole('button', { name: 'Ta fram länken' }).click()
  await anna.getByRole('heading', { name: 'Länk till Britta Öst' }).waitFor()
  await expectAccessible(anna)
  await shoot(anna, 'people-link')
  await anna.emulateMedia({ media: 'print' })
  await shoot(anna, 'people-link-printed')
  const printed = (await anna.locator('main').innerText()).match(/http\S+invited\S+/)![0]
  expect(await anna.getByText('Så kommer du in').isVisible()).toBe(true)
  expect(await anna.getByRole('button').filter({ visible: true }).count()).toBe(0)

  const britta = await here.visit(printed)
  await britta.getByRole('heading', { name: 'Välkommen till Region Örebro län' }).waitFor()
  await expectAccessible(britta)
  await shoot(britta, 'people-invited')
  expect(await britta.getByLabel('E-postadress').inputValue()).toBe('britta@region.example')
  await britta.getByLabel('Lösenord').fill(password)
  await britta.getByRole('button', { name: 'Spara och logga in' }).click()
  await britta.getByRole('heading', { name: 'Enkäter' }).waitFor()
  expect(await britta.locator('.rooms a').allInnerTexts()).toEqual(['Enkäter'])
  await britta.getByRole('link', { name: 'Tre frågor om din vårdcentral i Karlskoga' }).click()
  await britta.getByText('Du ser siffrorna för Karolina vårdcentral').waitFor()
  await expectAccessible(britta)
  const seen = await britta.locator('body').innerText()
  for (const other of ['Brickegården', 'Baggängen']) expect(seen).not.toContain(other)
  await britta.goto(`${here.address}/office/people`)
  await britta.getByRole('heading', { name: 'Det här ingår inte i din roll' }).waitFor()
  await expectAccessible(britta)
  expect((await britta.goto(printed))!.status()).toBe(410)

  await anna.emulateMedia({ media: 'screen' })
  await anna.goto(`${here.address}/office/people`)
  await anna.getByRole('link', { name: 'Britta Öst' }).click()
  await anna.getByText('Stäng av tillfälligt').click()
  await anna.getByRole('button', { name: 'Stäng av' }).click()
  await anna.getByText('Kollegan är avstängd.').waitFor()
  await britta.goto(`${here.address}/office`)
  await britta.getByRole('heading', { name: 'Logga in' }).waitFor()
})

test('with the keyboard alone a colleague is invited and removed, and the log tells of it', async () => {
  const page = await here.visit('/office/sign-in', desk)
  await signIn(page, 'anna@region.example')
  await page.goto(`${here.address}/office/people/new`)
  await pressTo(page, 'Tab', '#name')
  await page.keyboard.type('Kim Tangent')
  await press(page, 'Tab')
  await page.keyboard.type('kim@region.example')
  await press(page, 'Tab', 'ArrowDown', 'ArrowUp', 'ArrowDown')
  expect(await page.locator('[name=role]:checked').inputValue()).toBe('editor')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Länk till Kim Tangent' }).waitFor()
  await pressTo(page, 'Tab', '.way-back a')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Kim Tangent' }).waitFor()
  await pressTo(page, 'Shift+Tab', '.doing:last-child summary')
  await page.keyboard.press('Enter')
  await press(page, 'Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Kollegan är borttagen.').waitFor()
  await page.goto(`${here.address}/office/audit`)
  const rows = await page.locator('tbody tr').allInnerTexts()
  expect(rows[0]).toMatch(/anna@region\.example\s+Tog bort kollega\s+Kim Tangent/)
  expect(rows[1]).toMatch(/Bjöd in kollega\s+Kim Tangent/)
})

const places = ['', '/new', '/cia', '/anna@region.example'].map((tail) => `/office/people${tail}`)

const all = [...places, '/office/account', '/office/audit', '/office/invited/nej']

test.each(all.map((path, index) => ({ path, index })))(
  '$path at every width, in two languages, light and dark',
  async ({ path, index }) => {
    await colleagues()
    const page = await here.visit('about:blank', { reducedMotion: 'reduce' })
    await enter(page, here.svar, here.address + path, 'anna@region.example')
    for (const [turn, language] of ['sv', 'da'].entries()) {
      await page.goto(`${here.address}${path}?lang=${language}`)
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element) => void ((element as HTMLDetailsElement).open = true))
      }
      await eachLook(page, index + turn, async (colorScheme) => {
        await expectAccessible(page)
        const name = path.replaceAll(/\W+/g, '-')
        await shoot(page, `people${name}-${language}-${colorScheme}`)
      })
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await sticksOut(page), `${language}: 320 px`).toEqual([])
    }
  },
)

/** Colleagues in every state, some with long names. */
async function colleagues() {
  const { store, addUser } = here.svar
  if ((await store.colleagues(region)).some(({ id }) => id === 'cia')) return
  const act = { by: 'anna@region.example', at: '2026-07-01T10:00:00Z' }
  const sites = ['karolina', 'brickegarden']
  await addUser('planerare@region.example', region, password, { role: 'planner', sites })
  await addUser('avstangd@region.example', region, password, { role: 'reception', sites: [] })
  await store.suspend(region, 'avstangd@region.example', act)
  const invite = { role: 'editor' as const, sites: [], codeUntil: Date.parse(NOON) + 1000 }
  const name = 'Cecilia Alexandra von Långnamn-Efternamnsson'
  const email = 'cecilia.alexandra.von.langnamn-efternamnsson@regionorebrolan.example'
  await store.invite(region, { ...invite, id: 'cia', name, email, code: Buffer.from('c') }, act)
  const old = { ...invite, id: 'dan', name: 'Dan', email: 'dan@region.example', codeUntil: 1000 }
  await store.invite(region, { ...old, code: Buffer.from('d') }, act)
}
