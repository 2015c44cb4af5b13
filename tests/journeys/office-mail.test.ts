import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { linkIn, startSmtp } from '../smtp.ts'
import { NOON, type Started } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys, PHONE } from './browser.ts'
import { pressTo } from './keyboard.ts'
import { eachLook } from './looks.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const password = 'lång och god mening'
const region = 'region-orebro-lan'
const anna = 'anna@region.example'
const people = '/office/people'
const smtp = await startSmtp()
afterAll(() => smtp.close())
const here = journeys({ prepare, cookies: true, environment: { SMTP_URL: smtp.url } })
const desk = { viewport: { width: 1440, height: 900 } }

async function prepare(svar: Started) {
  await loadDemo(svar.store, Date.parse(NOON))
  await svar.addUser(anna, region, password)
  await svar.addUser('per@region.example', region, password, { role: 'planner', sites: [] })
}

/** What the letters lead to, on the address at which the test's server listens. */
async function nextLink() {
  await here.svar.post!.sendDue()
  return here.address + linkIn(smtp.received.at(-1)!)
}

test('a colleague is invited by mail, follows the link and signs in', async () => {
  const page = await here.visit('/office/sign-in', desk)
  await enter(page, here.svar, `${here.address}${people}/new`, anna)
  await page.getByLabel('Namn').fill('Britta Öst')
  await page.getByLabel('E-postadress').fill('britta@region.example')
  await page.getByRole('radio', { name: /Redaktör/ }).check()
  await page.getByRole('radio', { name: 'Dansk' }).check()
  await page.getByRole('button', { name: 'Bjud in' }).click()
  await page.getByText('Ett mejl med länken går nu till britta@region.example.').waitFor()
  await expectAccessible(page)

  const britta = await here.visit(await nextLink(), { locale: 'en-GB' })
  await britta.getByRole('heading', { name: 'Velkommen til Region Örebro län' }).waitFor()
  await britta.getByLabel('Adgangskode').fill('sommeren2026!')
  await britta.getByRole('button', { name: 'Gem og log ind' }).click()
  await britta.getByRole('link', { name: /nem at gætte/ }).waitFor()
  await britta.getByLabel('Adgangskode').fill(password)
  await britta.getByRole('button', { name: 'Gem og log ind' }).click()
  await britta.getByRole('heading', { name: 'Undersøgelser' }).waitFor()
  await britta.getByRole('button', { name: 'Log ud' }).click()
  await signIn(britta, 'britta@region.example', password)
  await britta.getByRole('heading', { name: 'Undersøgelser' }).waitFor()
})

test('a letter fits a phone, also the address that it has in full', async () => {
  const page = await here.visit('about:blank')
  const html = smtp.received[0]!.letter.html!
  // A token without a place to break at, as some have.
  await page.setContent(html.replaceAll(/[\w-]{20,}/g, 'f'.repeat(48)))
  await page.getByText('f'.repeat(48)).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
})

test('with the keyboard alone a forgotten password is replaced, and the new one lets in', async () => {
  const page = await here.visit('/office/sign-in')
  await pressTo(page, 'Tab', 'a[href="/office/forgotten"]')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Har du glömt lösenordet?' }).waitFor()
  await pressTo(page, 'Tab', '#email')
  await page.keyboard.type('per@region.example')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Titta i din e-post' }).waitFor()
  await page.goBack()
  await page.goForward()
  await page.goto(await nextLink())
  await pressTo(page, 'Tab', '#password')
  await page.keyboard.type('en helt annan mening')
  await page.keyboard.press('Enter')
  await page.getByText('Lösenordet är sparat. Logga in med det.').waitFor()
  await signIn(page, 'per@region.example', 'en helt annan mening')
  await page.getByRole('heading', { name: 'Enkäter' }).waitFor()
  await here.svar.post!.sendDue()
  expect(smtp.received.at(-1)!.letter.subject).toBe('Ditt lösenord i Svar är bytt')
})

async function signIn(page: Page, email: string, secret: string) {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(secret)
  await page.locator('#password').press('Enter')
}

interface Scene {
  path: string | (() => Promise<string>)
  inside?: boolean
  act?: (page: Page) => Promise<unknown>
}

const scenes: Record<string, Scene> = {
  'sign-in-after': { path: '/office/sign-in?done=password' },
  forgotten: { path: '/office/forgotten' },
  'forgotten-faulty': { path: '/office/forgotten', act: send },
  'forgotten-sent': { path: '/office/forgotten?done=sent' },
  reset: { path: resetPath },
  'reset-faulty': { path: resetPath, act: send },
  'reset-gone': { path: '/office/reset/nej' },
  invite: { path: `${people}/new`, inside: true },
  'invite-sent': { path: `${people}/new`, inside: true, act: invite },
  again: { path: invitedPath, inside: true },
  'by-hand': { path: `${people}/per@region.example`, inside: true },
}

const visits = Object.entries(scenes).map(([name, scene], index) => ({ name, scene, index }))

test.each(visits)(
  '$name at every width, in two languages, light and dark',
  async ({ name, scene: { path, inside, act }, index }) => {
    const page = await here.visit('about:blank', { reducedMotion: 'reduce' })
    const address = here.address + (typeof path === 'string' ? path : await path())
    if (inside) await enter(page, here.svar, address, anna)
    for (const [turn, language] of ['sv', 'da'].entries()) {
      const url = new URL(address)
      url.searchParams.set('lang', language)
      await page.goto(url.href)
      await act?.(page)
      await page.locator('h1').waitFor()
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element) => void ((element as HTMLDetailsElement).open = true))
      }
      await eachLook(page, index + turn, async (colorScheme) => {
        await expectAccessible(page)
        await shoot(page, `mail-${name}-${language}-${colorScheme}`)
      })
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await sticksOut(page), `${language}: 320 px`).toEqual([])
    }
  },
)

/** Without what the browser itself would refuse. */
function send(page: Page) {
  return page.locator('main form').evaluate((form) => {
    HTMLFormElement.prototype.submit.call(form)
  })
}

let invited = 0
async function invite(page: Page) {
  invited += 1
  await page.locator('#name').fill('Cecilia Alexandra von Långnamn-Efternamnsson')
  await page
    .locator('#email')
    .fill(`cecilia.alexandra.von.langnamn.${invited}@regionorebrolan.example`)
  await page.locator('#role').check()
  await page.locator('main form button').click()
  await page.locator('output').waitFor()
}

async function invitedPath() {
  const act = { by: anna, at: '2026-07-01T10:00:00Z' }
  const asked = {
    id: 'cia',
    name: 'Cia Berg',
    email: 'cia@region.example',
    role: 'editor',
  } as const
  const holds = { code: Buffer.from('c'), codeUntil: Date.parse(NOON) + 1000 }
  await here.svar.store.invite(region, { ...asked, ...holds, sites: [] }, act)
  return `${people}/cia`
}

async function resetPath() {
  const { store, post } = here.svar
  const now = Date.parse(NOON)
  const letter = { kind: 'reset', organisation: region, person: anna } as const
  await store.enqueue({ id: `r${now}`, letter, language: 'sv', at: now, until: now + 1000 })
  await post!.sendDue()
  return linkIn(smtp.received.at(-1)!).split('?')[0]!
}
