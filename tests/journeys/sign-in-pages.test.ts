import { expect, test } from 'vitest'
import { loadDemo } from '../../src/commands/demo.ts'
import { NOON, type Started } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys, PHONE } from './browser.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const region = 'region-orebro-lan'
const here = journeys({ prepare, cookies: true, named: true })
const [anna, berit] = ['anna@region.example', 'berit@region.example']
const act = { by: anna, at: '2026-06-01T10:00:00Z' }

async function prepare({ store, addUser }: Started) {
  await loadDemo(store, Date.parse(NOON))
  for (const email of [anna, berit]) await addUser(email, region)
  const key = { publicKey: Buffer.from('x'), counter: 0, transports: [], addedAt: act.at }
  await store.addPasskey(region, anna, { ...key, id: 'x', name: 'Jobbdatorn' }, act)
  const factor = { secret: 'x', step: 1, codes: [Buffer.from('a')] }
  await store.turnOnSecondFactor(region, berit, factor, act)
  const mapping = [{ value: 'svar-plan', role: 'planner' as const, sites: ['karolina'] }]
  const issuer = 'https://login.region.example/realms/en-lang-adress-till-tjansten'
  const provider = { issuer, clientId: 'svar', secret: 'x', claim: 'groups', passwords: true }
  await store.saveProvider(region, { ...provider, mapping }, act)
}

const account = '/office/account'
const looks = [
  { language: 'sv', size: PHONE, colorScheme: 'light' },
  { language: 'sv', size: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { language: 'da', size: PHONE, colorScheme: 'dark' },
  { language: 'da', size: { width: 768, height: 1024 }, colorScheme: 'light' },
] as const

test.each([
  ['sign-in', '/office/sign-in', undefined],
  ['refusal', '/office/sign-in/callback', undefined],
  ['account', account, anna],
  ['set-up', `${account}/second-factor`, anna],
  ['factor', `${account}/second-factor`, berit],
  ['organisation', '/office/organisation/sign-in?check=unreachable', anna],
  ['person', `/office/people/${berit}`, anna],
])('%s at every width, in two languages, light and dark', async (name, path, user) => {
  const page = await here.visit('/office/sign-in', { reducedMotion: 'reduce' })
  if (user) await enter(page, here.svar, `${here.address}/office`, user)
  for (const { language, size, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    const url = new URL(path, here.address)
    url.searchParams.set('lang', language)
    await page.goto(url.href)
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true
    })
    await expectAccessible(page)
    await shoot(page, `sign-in-${name}-${language}-${colorScheme}`)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page), `${language}: 320 px`).toEqual([])
  }
})
