import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { NOON } from '../start.ts'
import { journeys } from './browser.ts'
import { follow } from './stored.ts'

const here = journeys()
afterEach(() => here.svar.setClock(NOON))

const send = (page: Page) => page.getByRole('button', { name: 'Skicka svar' })
const thanks = (page: Page) => page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
const survey = '/s/sammen-om-sundhed?lang=sv'

/** Ids that leave the page, whether or not they arrive. */
function idsSent(page: Page) {
  const ids: (string | null)[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST') return
    ids.push(new URLSearchParams(request.postData() ?? '').get('submission'))
  })
  return ids
}

async function answer(page: Page) {
  await page.getByLabel('Hemsjukvården').check()
  await page.getByLabel('1 Mycket svårt').check()
  await page.getByLabel('Jag får vänta för länge på en tid').check()
  await page.locator('textarea').fill('Fler tider.\nTack!')
}

async function expectKept(page: Page) {
  const checked = page.locator(':checked')
  expect(await checked.evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    'q.hjaelp.hjemmesygepleje',
    'q.lethed.1',
    'q.svaert.ventetid',
  ])
  expect(await page.locator('textarea').inputValue()).toBe('Fler tider.\nTack!')
  expect(await send(page).getAttribute('aria-disabled')).not.toBe('true')
}

test('without a network the answers stay, and are sent once when it is back', async () => {
  const added = follow(here.svar, 'sammen-om-sundhed')
  const page = await here.visit(survey)
  const ids = idsSent(page)
  await answer(page)
  await page.context().setOffline(true)
  await send(page).click()
  await page
    .getByRole('alert')
    .getByText('Nätet verkar vara nere. Dina svar är kvar här.')
    .waitFor()
  await expectKept(page)
  await page.context().setOffline(false)

  // It arrives, but the reply is lost.
  await page.route('**/s/*', async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  const lost = page.waitForEvent('requestfailed')
  await send(page).click()
  await lost
  await page
    .getByRole('alert')
    .getByText('Nätet verkar vara nere. Dina svar är kvar här.')
    .waitFor()
  await expectKept(page)
  expect(await added()).toHaveLength(1)

  await page.unroute('**/s/*')
  await send(page).click()
  await thanks(page)
  expect(new Set(ids).size).toBe(1)
  expect(ids).toHaveLength(3)
  expect(await added()).toMatchObject([
    { answers: { hjaelp: 'hjemmesygepleje', lethed: 1, svaert: ['ventetid'] } },
  ])
})

test('a store that cannot promise, and a proxy’s own page, leave the answers where they are', async () => {
  const added = follow(here.svar, 'sammen-om-sundhed')
  const page = await here.visit(survey)
  const ids = idsSent(page)
  await answer(page)
  const body = '<!doctype html><h1>Bad Gateway</h1>'
  await page.route('**/s/*', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body }),
  )
  await send(page).click()
  await page.getByRole('alert').getByText('Vi kan inte spara dina svar just nu').waitFor()
  await expectKept(page)
  await page.unroute('**/s/*')

  const other = new Database(join(here.svar.folder, 'svar.db'))
  other.exec('BEGIN IMMEDIATE')
  const reply = page.waitForResponse((response) => response.request().method() === 'POST')
  await send(page).click()
  expect((await reply).status()).toBe(503)
  await page.getByRole('heading', { name: 'Vi kan inte spara dina svar just nu' }).waitFor()
  expect(await page.locator('[data-problems]:focus').count()).toBe(1)
  await expectKept(page)
  other.exec('ROLLBACK')
  other.close()
  expect(await added()).toEqual([])

  // The page came anew from the server; it is as helpful as the first.
  await page.getByLabel('4', { exact: true }).check()
  expect(await page.getByRole('group', { name: 'Vad gör det svårt?' }).isVisible()).toBe(false)
  await send(page).click()
  await thanks(page)
  expect(new Set(ids).size).toBe(1)
  expect(await added()).toMatchObject([{ answers: { hjaelp: 'hjemmesygepleje', lethed: 4 } }])
})

test.each([
  [413, 'Svaret är för stort. Dina svar är kvar här på sidan. Korta din text och skicka igen.'],
  [404, 'Enkäten tar inte emot svar. Dina svar är inte sparade, men de är kvar här på sidan.'],
  [410, 'Enkäten tar inte emot svar. Dina svar är inte sparade, men de är kvar här på sidan.'],
])('a refusal by %i is told as what it is, beside the answers', async (status, words) => {
  const page = await here.visit(survey)
  await answer(page)
  const body = '<!doctype html><h1>No</h1>'
  await page.route('**/s/*', (route) => route.fulfill({ status, contentType: 'text/html', body }))
  await send(page).click()
  await page.getByRole('alert').getByText(words).waitFor()
  await expectKept(page)
})

test('while answers are on their way, the languages wait', async () => {
  const page = await here.visit(survey)
  await answer(page)
  const ids = idsSent(page)
  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route('**/s/*', async (route) => {
    await held
    await route.continue()
  })
  await send(page).click()
  const danish = page.getByRole('button', { name: 'Dansk' })
  expect(await danish.getAttribute('aria-disabled')).toBe('true')
  await danish.click({ force: true })
  expect(await page.locator('html').getAttribute('lang')).toBe('sv')
  go()
  await thanks(page)
  expect(ids).toHaveLength(1)
})

test('who sends after closing may read the answers, which are not counted', async () => {
  const added = follow(here.svar, 'sammen-om-sundhed')
  const late = await here.visit(survey)
  const known = await here.visit(survey)
  await answer(late)
  await answer(known)
  await known.route('**/s/*', async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await send(known).click()
  await known.getByText('Nätet verkar vara nere.').waitFor()
  await known.unroute('**/s/*')

  here.svar.setClock('2026-07-27T00:00:00+02:00')
  await send(late).click()
  await late.getByRole('heading', { name: 'Enkäten är stängd' }).waitFor()
  expect(await late.title()).toBe('Enkäten är stängd – Jammerbugt Kommune')
  await late
    .getByText('Den var öppen från och med 3 juni 2026 till och med 26 juli 2026.')
    .waitFor()
  expect(await late.locator('dd').allTextContents()).toEqual([
    'Hemsjukvården',
    '1 (Mycket svårt)',
    'Jag får vänta för länge på en tid',
    'Fler tider.',
    'Tack!',
  ])

  await send(known).click()
  await thanks(known)
  expect(await added()).toHaveLength(1)
})
