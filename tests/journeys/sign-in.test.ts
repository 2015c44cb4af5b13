import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { NOON, type Started } from '../start.ts'
import { expectAccessible } from './accessible.ts'
import { journeys } from './browser.ts'
import { press, pressTo } from './keyboard.ts'

const password = 'lång och god mening'
const region = 'region-orebro-lan'
const here = journeys({ prepare, cookies: true, named: true })
const noon = Temporal.Instant.from(NOON)

async function prepare(svar: Started) {
  await loadDemo(svar.store, Date.parse(NOON))
  for (const name of ['anna', 'berit', 'cilla']) {
    await svar.addUser(`${name}@region.example`, region, password)
  }
}

async function signIn(page: Page, name: string) {
  await page.goto(`${here.address}/office/sign-in`)
  await page.locator('#email').fill(`${name}@region.example`)
  await page.locator('#password').fill(password)
  await page.locator('#password').press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** A device with a fingerprint reader, on which everything is agreed to. */
async function withReader(page: Page) {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    held: async () =>
      (await devices.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** The finger is another's from now on. */
    refuse: () =>
      devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
  }
}

test('a passkey is made, lets in without a password, and is taken away', async () => {
  const page = await here.visit('/office/sign-in')
  const reader = await withReader(page)
  await signIn(page, 'anna')
  await page.goto(`${here.address}/office/account`)
  expect(await page.getByText('kan inte skapa inloggningsnycklar').count()).toBe(0)
  const add = page.getByRole('button', { name: 'Skapa en inloggningsnyckel' })
  await page.getByLabel('Namn på nyckeln').fill('Min <dator>')
  await add.click()
  await page.getByRole('link', { name: 'Lösenordet stämmer inte' }).waitFor()
  expect(await reader.held()).toEqual([])
  expect(await page.getByLabel('Namn på nyckeln').inputValue()).toBe('Min <dator>')
  await page.locator('#passkey-present').fill(password)
  await add.click()
  await page.getByText('Inloggningsnyckeln är sparad.').waitFor()
  await page.getByText('Min <dator>', { exact: true }).waitFor()
  await expectAccessible(page)
  expect(await reader.held()).toHaveLength(1)

  await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await page.getByRole('heading', { name: 'Logga in' }).waitFor()
  const before = await page.context().cookies()
  await expectAccessible(page)
  const sent = page.waitForRequest((request) => request.url().endsWith('/office/passkey'))
  await page.getByRole('button', { name: 'Logga in med inloggningsnyckel' }).click()
  await page.getByRole('heading', { name: 'Enkäter' }).waitFor()
  const session = (all: typeof before) => all.find(({ name }) => name === 'svar-session')?.value
  expect(session(before)).toBeUndefined()
  expect(session(await page.context().cookies())).toBeDefined()
  const replayed = await page.request.post((await sent).url(), {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: (await sent).postData()!,
  })
  expect(replayed.status()).toBe(422)
  expect(await replayed.text()).toContain('Det gick inte att logga in med nyckeln')

  await page.goto(`${here.address}/office/account`)
  await page.getByText('Senast använd 1 juli 2026.').waitFor()
  await page.getByRole('button', { name: /^Ta bort.*Min <dator>$/ }).click()
  await page.getByText('Inloggningsnyckeln är borttagen.').waitFor()
  await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await page.getByRole('button', { name: 'Logga in med inloggningsnyckel' }).click()
  await page.getByText('Det gick inte att logga in med nyckeln').first().waitFor()
  await expectAccessible(page)
})

test('whoever cannot show that the device is theirs does not get in', async () => {
  const page = await here.visit('/office/sign-in')
  const reader = await withReader(page)
  await signIn(page, 'berit')
  await page.goto(`${here.address}/office/account`)
  await page.getByLabel('Namn på nyckeln').fill('Telefonen')
  await page.locator('#passkey-present').fill(password)
  await page.getByRole('button', { name: 'Skapa en inloggningsnyckel' }).click()
  await page.getByText('Inloggningsnyckeln är sparad.').waitFor()
  await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await reader.refuse()
  await page.getByRole('button', { name: 'Logga in med inloggningsnyckel' }).click()
  await page.getByText('Det avbröts').waitFor()
  expect(new URL(page.url()).pathname).toBe('/office/sign-in')
})

test('with the keyboard alone a second factor is set up, used, and used without telephone', async () => {
  const page = await here.visit('/office/sign-in')
  await signIn(page, 'cilla')
  await page.goto(`${here.address}/office/account`)
  await pressTo(page, 'Tab', 'a.button[href$="second-factor"]')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Slå på tvåstegsverifiering' }).waitFor()
  await expectAccessible(page)
  const key = (await page.locator('.typed').innerText()).replaceAll(' ', '')
  const code = (seconds: number) => {
    here.svar.setClock(noon.add({ seconds }).toString())
    return new TOTP({ secret: key }).generate({
      timestamp: noon.epochMilliseconds + seconds * 1000,
    })
  }
  await pressTo(page, 'Tab', '#code')
  await page.keyboard.type(code(0))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Dina reservkoder' }).waitFor()
  await expectAccessible(page)
  const codes = await page.locator('.recovery-codes li').allInnerTexts()
  expect(codes).toHaveLength(10)

  await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await signIn(page, 'cilla')
  await page.getByRole('heading', { name: 'Skriv koden från telefonen' }).waitFor()
  await expectAccessible(page)
  await pressTo(page, 'Tab', '#code')
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Koden stämmer inte' }).waitFor()
  await expectAccessible(page)
  await page.locator('#code').fill(code(30))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Enkäter' }).waitFor()

  await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
  await signIn(page, 'cilla')
  await pressTo(page, 'Tab', 'summary')
  await page.keyboard.press('Enter')
  await press(page, 'Tab')
  await page.keyboard.type(codes[0]!.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Enkäter' }).waitFor()
})
