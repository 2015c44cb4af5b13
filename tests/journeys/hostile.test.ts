import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hostile } from '../hostile/words.ts'
import { numbersFrom, seeded } from '../random.ts'
import type { Started } from '../start.ts'
import { tree } from '../survey/tree.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ prepare, cookies: true })
const act = { by: 'test', at: '2026-06-30T10:00:00Z' }
const random = numbersFrom(Math.floor(seeded('hostile words in a browser')() * 2 ** 31))
const bad = '</script></textarea><img src=x onerror="alert(1)"><svg/onload=alert(2)>\'"{{7*7}}'
const say = (longest = 90) => `${hostile(random, longest - 10)}`

async function prepare({ store, addUser }: Started) {
  const both = () => ({ sv: `${bad} ${say()}`, da: say() })
  await store.saveOrganisation({ id: 'nord', name: bad, accent: '#0b5f66', demo: false }, act)
  await addUser('anna@nord.example')
  await store.rename('nord', 'anna@nord.example', bad, act)
  const rows = Array.from({ length: 40 }, (_, index) => ({
    id: `plats-${index}`,
    name: `${index === 7 ? bad : say(70).replaceAll(/\s+/g, ' ')} ${index}`,
    group: bad,
  }))
  await store.takeSites('nord', rows, act)
  const sites = rows.slice(0, 5).map(({ id }) => ({ id, name: both() }))
  const questions = (tree()['questions'] as object[]).map((one) => ({ ...one, text: both() }))
  const more = { title: both(), intro: both(), sites, questions }
  await store.addDraft('nord', 'prov-1', tree(more), act)
}

/** Says whatever runs on a page that should not. */
async function watched(page: Page) {
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()}: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return ran
}

const survey = '/office/surveys/prov-1'
const rooms = ['', '/sites', '/sites/groups', '/people', '/people/new', '/tablets/new', '/audit']
const own = ['/account', '/organisation', '/organisation/sign-in']
const parts = ['/edit', '/open', '/review', '/preview', '/notice', '/posters', '/state']

test('hostile words in every room of the office run nothing', async () => {
  const page = await here.visit('about:blank', { viewport: { width: 1440, height: 900 } })
  const ran = await watched(page)
  await enter(page, here.svar, `${here.address}/office`, 'anna@nord.example')
  const paths = [...[...rooms, ...own].map((path) => `/office${path}`), ...parts.map(at)]
  for (const path of paths) {
    const reply = await page.goto(here.address + path)
    expect(reply!.status(), path).toBe(200)
    expect(await page.locator('img[src=x], [onerror], [onload]').count(), path).toBe(0)
  }
  await page.goto(here.address + at('/edit'))
  await page.locator('.ed-bar').waitFor()
  await page.getByRole('heading', { name: 'Platser: 5' }).click()
  await page.locator('#seek-sites').fill('alert')
  await page.keyboard.press('Enter')
  await page.locator('.ed-offers li').first().waitFor()
  await page.getByRole('button', { name: 'Surfplatta' }).click()
  await page.frameLocator('.ed-screen').getByRole('button').first().waitFor()
  expect(await page.locator('img[src=x], [onerror], [onload]').count()).toBe(0)
  expect(ran).toEqual([])
})

const still = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' as const }
const at = (part: string) => survey + part

test('a site is looked for among many by keyboard, and what was chosen stays', async () => {
  const page = await here.visit('about:blank', still)
  const ran = await watched(page)
  await enter(page, here.svar, `${here.address}/office/people/new`, 'anna@nord.example')
  await page.getByLabel('Namn', { exact: true }).fill('Pia')
  await page.getByRole('radio', { name: /^Planerare/ }).check()
  await page.getByLabel('Sök på namn eller id').fill('plats-7')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'onerror' }).check()
  await page.getByLabel('Sök på namn eller id').fill('plats-3')
  await page.keyboard.press('Enter')
  await page.locator('input[name="sites"][value="plats-39"]').waitFor()
  expect(await page.locator('input[value="plats-7"]').isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: /^Planerare/ }).isChecked()).toBe(true)
  expect(await page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Pia')
  for (const [scheme, width] of schemes) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await shoot(page, 'evidence-person-new')
  }
  await page.goto(`${here.address}/office/tablets/new?lang=da`)
  await page.locator('#site').fill('plats-3')
  await page.keyboard.press('Enter')
  await page.locator('input[name="site"][value="plats-39"]').check()
  await expectAccessible(page)
  await shoot(page, 'evidence-tablet-new')
  expect(ran).toEqual([])
})

const schemes = [
  ['light', 1440],
  ['dark', 768],
  ['light', 360],
] as const
