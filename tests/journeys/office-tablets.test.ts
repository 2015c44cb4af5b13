import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { NOON, type Started } from '../start.ts'
import { post } from '../tablet.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { stand } from './fleet.ts'
import { press, pressTo } from './keyboard.ts'
import { eachLook } from './looks.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const password = 'lång och god mening'
const here = journeys({ prepare, cookies: true })
const desk = { viewport: { width: 1440, height: 900 } }

const region = 'region-orebro-lan'
const kommune = 'jammerbugt'

async function prepare(svar: Started) {
  await loadDemo(svar.store, Date.parse(NOON))
  for (const { id } of await svar.store.organisations()) {
    await svar.addUser(`${id}@svar.example`, id)
  }
  const gigabyte = 1024 ** 3
  await stand(svar, region, NOON, [
    {
      name: 'Receptionen',
      site: 'karolina',
      heard: 1,
      report: { version: '1.4.0', survey: 'karlskoga', storageLeft: 2.1 * gigabyte },
    },
    {
      name: 'Väntrummet vid provtagningen, plan 2, bredvid vattenautomaten',
      site: 'karolina',
      heard: 170,
      report: { survey: 'karlskoga', queued: 12, oldest: '2026-06-30', storageLeft: gigabyte },
    },
    { name: 'Lånesurfplattan', site: 'karolina' },
    {
      name: 'Entrén',
      site: 'brickegarden',
      heard: 0,
      report: {
        survey: 'karlskoga',
        queued: 3,
        oldest: '2026-06-28',
        storageLeft: 30 * 1024 ** 2,
        clock: Date.parse(NOON) + 3 * 24 * 3600_000,
      },
      refused: 4,
    },
    { name: 'Gamla', site: 'brickegarden', heard: 600, report: { queued: 2 }, revoked: true },
  ])
  await stand(svar, kommune, NOON, [
    { name: 'Skranken', site: 'pandrup', heard: 2, report: { storageLeft: 3 * gigabyte } },
    {
      name: 'Venteværelset',
      site: 'aabybro',
      heard: 65,
      report: { survey: 'sammen-om-sundhed', queued: 1, oldest: '2026-07-01', storageLeft: null },
      refused: 1,
    },
  ])
}

async function signIn(page: Page, email: string) {
  await page.goto(`${here.address}/office/sign-in`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('#password').press('Enter')
  await page.waitForURL('**/office')
}

test('by keyboard a tablet is added, handed over, found in order, and blocked', async () => {
  const page = await here.visit('/office/sign-in', desk)
  await signIn(page, 'vastkom@svar.example')
  await pressTo(page, 'Tab', '.rooms a[href="/office/tablets"]')
  await page.keyboard.press('Enter')
  await page.getByText('Här finns inga surfplattor än.').waitFor()
  await expectAccessible(page)
  await pressTo(page, 'Tab', 'a.button')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Lägg till en surfplatta' }).waitFor()
  await pressTo(page, 'Tab', '#site')
  await page.keyboard.type('Skövde')
  await press(page, 'Tab')
  await page.keyboard.type('Receptionen')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Koppla in surfplattan' }).waitFor()
  await expectAccessible(page)

  const code = (await page.locator('.handover-code .spelt').textContent())!
  const pin = (await page.locator('.handover-pin .spelt').textContent())!
  await page.reload()
  expect(await page.locator('.spelt').allTextContents()).toEqual([code, pin])
  expect((await post(here.svar, '/kiosk/enrol', { code })).statusCode).toBe(200)
  await page.reload()
  expect(await page.locator('.spelt').allTextContents()).toEqual([pin])

  await pressTo(page, 'Tab', '.way-back a')
  await page.keyboard.press('Enter')
  await page.locator('.lede').getByText('I ordning').waitFor()
  await expectAccessible(page)
  await pressTo(page, 'Tab', 'details:last-of-type summary')
  await page.keyboard.press('Enter')
  await pressTo(page, 'Tab', '.danger')
  await page.keyboard.press('Enter')
  await page.getByText('Surfplattan är spärrad.').waitFor()
  await pressTo(page, 'Tab', 'details:last-of-type summary')
  await page.keyboard.press('Enter')
  await pressTo(page, 'Tab', '.danger')
  await page.keyboard.press('Enter')
  await page.getByText('Här finns inga surfplattor än.').waitFor()
})

test.each(['sv', 'da'])('the code fits on one printed page (%s)', async (language) => {
  const page = await here.visit('/office/sign-in', desk)
  await signIn(page, `${kommune}@svar.example`)
  await page.goto(`${here.address}/office/tablets/new?site=pandrup&lang=${language}`)
  await addOne(page)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

interface Scene {
  organisation: string
  path?: string
  act?: (page: Page) => Promise<unknown>
}

const scenes: Record<string, Scene> = {
  fleet: { organisation: region },
  'fleet-da': { organisation: kommune },
  empty: { organisation: 'vastkom' },
  'no-sites': { organisation: 'orebro-samverkan' },
  new: { organisation: region, path: '/new?site=karolina' },
  'new-faulty': {
    organisation: region,
    path: '/new',
    act: (page) => page.getByRole('main').getByRole('button').click(),
  },
  handover: { organisation: region, path: '/new?site=karolina', act: addOne },
  device: { organisation: region, act: (page) => open(page, 'Väntrummet') },
  waiting: { organisation: region, act: (page) => open(page, 'Lånesurfplattan') },
  revoked: { organisation: region, act: (page) => open(page, 'Gamla') },
}

const visits = Object.entries(scenes).map(([name, scene], index) => ({ name, scene, index }))

test.each(visits)('$name', async ({ name, scene: { organisation, path = '', act }, index }) => {
  const page = await here.visit('about:blank', { ...desk, reducedMotion: 'reduce' })
  await enter(page, here.svar, `${here.address}/office/tablets`, `${organisation}@svar.example`)
  for (const [turn, language] of ['sv', 'da'].entries()) {
    const url = new URL(`/office/tablets${path}`, here.address)
    url.searchParams.set('lang', language)
    await page.goto(url.href)
    await act?.(page)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await eachLook(page, index + turn, async (colorScheme) => {
      await expectAccessible(page)
      await shoot(page, `tablets-${name}-${language}-${colorScheme}`)
    })
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page), `${language}: 320 px`).toEqual([])
    await page.setViewportSize(desk.viewport)
  }
})

let made = 0

async function addOne(page: Page) {
  made += 1
  await page.locator('#name').fill(`Mottagning ${made}`)
  await page.getByRole('main').getByRole('button').click()
  await page.locator('.qr').waitFor()
}

async function open(page: Page, name: string) {
  await page.locator('.listing').getByRole('link', { name }).click()
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })
}
