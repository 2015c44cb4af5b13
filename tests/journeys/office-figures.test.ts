import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { NOON, type Started } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { press, pressTo } from './keyboard.ts'
import { eachLook } from './looks.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ prepare, cookies: true })
const user = 'anna@svar.example'
const karlskoga = '/office/surveys/karlskoga'
const desk = { viewport: { width: 1440, height: 900 } }

async function prepare({ store, addUser }: Started) {
  await loadDemo(store, Date.parse(NOON))
  await addUser(user, 'region-orebro-lan')
  await addUser('ensam@svar.example', 'region-orebro-lan', 'lång och god mening', {
    role: 'planner',
    sites: ['karolina'],
  })
}

let address: string
beforeAll(() => {
  address = here.address + karlskoga
})

test('with the keyboard alone a planner chooses sites and weights, and goes back', async () => {
  const page = await here.visit('about:blank', desk)
  await enter(page, here.svar, address, user)
  await page.getByText('Uppdateras live').waitFor()
  await pressTo(page, 'Tab', '.view summary')
  await page.keyboard.press('Enter')
  await pressTo(page, 'Tab', 'input[name=site][value=karolina]')
  await page.keyboard.press('Space')
  await pressTo(page, 'Tab', 'input[name=weighted]')
  await page.keyboard.press('Space')
  await pressTo(page, 'Tab', '.view button')
  await page.keyboard.press('Enter')
  await page.waitForURL(/site=karolina/)
  expect(new URL(page.url()).searchParams.get('weighted')).toBe('yes')
  await page.getByText('Viktat efter antal listade:').first().waitFor()
  expect(await page.locator('.comparison').first().textContent()).not.toContain('Baggängen')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Dansk', exact: true }).click()
  await page.getByText('Vægtet efter antal tilmeldte:').first().waitFor()
  expect(new URL(page.url()).searchParams.get('site')).toBe('karolina')
  await press(page, 'Tab')
  await page.goBack()
  await page.goBack()
  await page.getByText('Viktat efter').first().waitFor({ state: 'detached' })
})

test('on paper there is nothing to press, every table is open, and the page is light', async () => {
  const page = await here.visit('about:blank', { ...desk, colorScheme: 'dark' })
  await enter(page, here.svar, address, user)
  const table = page.locator('.by-site table').first()
  expect(await table.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await table.isVisible()).toBe(true)
  expect(await page.locator('nav:visible, button:visible, main a:visible').count()).toBe(0)
  const { color, ink } = await page.evaluate(() => ({
    color: getComputedStyle(document.body).color,
    ink: getComputedStyle(document.documentElement).getPropertyValue('--ink'),
  }))
  expect([color, ink]).toEqual(['rgb(32, 38, 42)', '#20262a'])
})

test('a figure is taken along as PNG, as large and as full as its SVG', async () => {
  const page = await here.visit('about:blank', { ...desk, acceptDownloads: true })
  await enter(page, here.svar, address, user)
  const question = page.locator('.question').first()
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Hämta som PNG Fråga 1', exact: true }).click(),
  ])
  expect(png.suggestedFilename()).toBe('karlskoga-viktigast-figure.png')
  const picture = PNG.sync.read(readFileSync((await png.path())!))
  expect(picture.width).toBe(1600)
  const teal = [0x0b, 0x6e, 0x78]
  const painted = Array.from({ length: picture.width * picture.height }, (_, index) => index * 4)
  const found = painted.filter((at) =>
    teal.every((part, place) => picture.data[at + place] === part),
  )
  expect(found.length).toBeGreaterThan(5000)
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('link', { name: 'Hämta som SVG Fråga 1', exact: true }).click(),
  ])
  expect(svg.suggestedFilename()).toBe('karlskoga-viktigast-figure.svg')
})

test('figures by site and the choice of view need no script', async () => {
  const page = await here.visit('about:blank', { ...desk, javaScriptEnabled: false })
  await enter(page, here.svar, address, user)
  expect(await page.locator('.comparison svg rect').count()).toBeGreaterThan(20)
  expect(await page.locator('.comparison figure').first().getAttribute('aria-label')).toMatch(/\.$/)
  expect(await page.locator('[data-picture]:visible').count()).toBe(0)
  await page.locator('.view summary').click()
  await page.getByLabel('Fråga', { exact: true }).selectOption('kontakt')
  await page.getByRole('button', { name: 'Visa' }).click()
  expect(await page.locator('.question').count()).toBe(1)
})

const looks: [string, string, string][] = [
  ['weighted', `${karlskoga}?site=karolina&site=baggangen&weighted=yes&over=channel`, user],
  ['by-site', `${karlskoga}?over=site&question=kontakt`, user],
  ['unknown', `${karlskoga}?site=nej&over=language`, user],
  ['limited', karlskoga, 'ensam@svar.example'],
]
const visits = looks.map(([name, path, whose], index) => ({ name, path, whose, index }))

test.each(visits)('$name is there for everyone', async ({ name, path, whose, index }) => {
  const page = await here.visit('about:blank', { reducedMotion: 'reduce' })
  await enter(page, here.svar, here.address + path, whose)
  for (const [turn, language] of ['sv', 'da'].entries()) {
    await page.goto(`${here.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
    await unfold(page)
    await eachLook(page, index + turn, async (colorScheme) => {
      await expectAccessible(page)
      await shoot(page, `figures-${name}-${language}-${colorScheme}`)
    })
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page)).toEqual([])
  }
})

async function unfold(page: Page) {
  await page.locator('.view, .comparison details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })
}
