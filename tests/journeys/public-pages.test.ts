import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import { askSubscriber, tokenFor } from '../../src/subscriber.ts'
import { ask, content, options, sites, text } from '../make.ts'
import { ACT, SECRET, type Started } from '../start.ts'
import { expectAccessible, sticksOut, tooSmall } from './accessible.ts'
import { journeys, PHONE } from './browser.ts'
import { press, pressTo } from './keyboard.ts'
import { shoot } from './screenshots.ts'

const languages = ['sv', 'da', 'en']
const wide = { width: 1440, height: 900 }
const here = journeys({ prepare, environment: { SMTP_URL: 'smtp://127.0.0.1:9' } })
const { words } = makeInterface()
let someone: Buffer

/** Closed surveys, one with published results and one whose results were withdrawn. */
async function prepare(svar: Started) {
  for (const id of ['prov', 'bort']) {
    await published(svar, id)
    svar.setClock('2026-07-01T12:00:00+02:00')
  }
  await svar.store.withdraw('nord', 'bort', { seen: 1, note: all('Siffrorna var fel.') }, ACT)
  svar.setClock('2026-09-10T12:00:00+02:00')
  const clock = () => Date.parse('2026-09-10T12:00:00+02:00')
  const asking = { survey: 'prov', email: 'asa@example.se', language: 'sv' }
  await askSubscriber({ subscriptions: svar.subscriptions, secret: SECRET, clock }, asking)
  someone = (await svar.subscriptions.claimLetter(clock(), clock()))!.subscription
}

const all = (words: string) => text(words, languages)

async function published(svar: Started, id: string) {
  const val = options('a', 'b').map((one) => ({ ...one, text: all(`Alternativet ${one.id}`) }))
  const made = content([ask.choice('val', { text: all('Vad är viktigast?'), options: val })], {
    id,
    languages,
    title: all('Vården nära dig'),
    intro: all('Vi frågar.'),
    sites: sites('norr', 'vik').map((site) => ({ ...site, name: all(site.id) })),
  })
  const { retainUntil, ...told } = made.privacy
  const privacy = Object.entries(told).map(([name, said]) => [name, all(said['sv']!)])
  await svar.open({ ...made, privacy: { ...Object.fromEntries(privacy), retainUntil } })
  for (let turn = 0; turn < 24; turn += 1) {
    const site = turn % 2 ? 'norr' : 'vik'
    await svar.send(id, { submission: `sending-${id}-${turn}`, site, val: turn % 3 ? 'a' : 'b' })
  }
  await svar.store.finalise(id, '2026-09-08T00:00:00Z')
  const edition = {
    questions: [{ id: 'val', sites: true }],
    quotes: [],
    summary: all('Ni vill vänta kortare.'),
    licence: 'CC-BY-4.0',
  } as const
  await svar.store.saveEdition('nord', id, { revision: 0, edition: edition as never }, ACT)
  await svar.store.publish('nord', id, { seen: 0, revision: 1, note: {} }, ACT)
  const [said, did] = [all('Det är svårt att få tid.'), all('Vi öppnar en kväll i veckan.')]
  const body = { said, did, goal: {}, state: 'underway', on: '2026-09-09' } as const
  await svar.store.saveUndertaking('nord', id, { id: 'kvallsoppet', version: 1, body }, ACT)
}

const link = (purpose: 'confirm' | 'leave') =>
  `/subscription/${purpose}/${tokenFor(SECRET, purpose, someone)}`
/** Of those that are looked at elsewhere in each language, only the way through by keyboard. */
const elsewhere = new Set(['closed', 'subscribe', 'privacy', 'accessibility'])
const scenes: Record<string, [path: () => string, says: string]> = {
  results: [() => '/s/prov/results', 'publishing:did.title'],
  withdrawn: [() => '/s/bort/results', 'publishing:withdrawn.title'],
  closed: [() => '/s/prov', 'closed.results'],
  subscribe: [() => '/s/prov/subscribe', 'subscription:send'],
  confirm: [() => link('confirm'), 'subscription:confirm.send'],
  leave: [() => link('leave'), 'subscription:leave.send'],
  privacy: [() => '/s/prov/privacy', 'privacy.title'],
  accessibility: [() => '/accessibility', 'accessibility.title'],
}

test('each public page of a survey that is over, in each language', async () => {
  const page = await here.visit('about:blank', { reducedMotion: 'reduce' })
  for (const [turn, [name, [path, says]]] of Object.entries(scenes).entries()) {
    const looked = elsewhere.has(name) ? languages.slice(0, 1) : languages
    for (const [place, language] of looked.entries()) {
      await page.setViewportSize((turn + place) % 2 ? PHONE : wide)
      await page.emulateMedia({ colorScheme: place % 2 ? 'dark' : 'light' })
      await page.goto(`${here.address}${path()}?lang=${language}`)
      await page.getByText(words(language)(says)).first().waitFor()
      if (looked === languages) await expectAccessible(page)
      expect(await tooSmall(page), `${name} ${language}`).toEqual([])
      if (place === 0) expect(await unreached(page), name).toEqual([])
      await shootAll(page, `over-${name}-${language}`)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page), name).toEqual([])
  }
})

async function shootAll(page: Page, name: string) {
  if (process.env['SCREENSHOTS'] !== '1') return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const size of [PHONE, wide]) {
      await page.setViewportSize(size)
      await shoot(page, `${name}-${colorScheme}`)
    }
  }
}

/** By Tab from the top, with a mark at each step: what is never reached. */
async function unreached(page: Page): Promise<string[]> {
  const controls = ':is(a[href], button, input:not([type=hidden]), summary):not([tabindex="-1"])'
  const every = await page
    .locator(controls)
    .evaluateAll((found) => found.map(({ outerHTML }) => outerHTML.slice(0, 120)))
  const seen: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (const _ of every) {
    await press(page, 'Tab')
    seen.push(await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 120)))
  }
  return every.filter((html) => !seen.includes(html))
}

test('from results to letters and out of them again, by keyboard alone', async () => {
  const page = await here.visit('/s/prov/results?lang=sv')
  const { subscriptions } = here.svar
  const say = words('sv')
  await pressTo(page, 'Tab', 'a[href*="/subscribe"]')
  await page.keyboard.press('Enter')
  await page.getByLabel(say('subscription:email')).waitFor()
  await pressTo(page, 'Tab', '[name=email]')
  await page.keyboard.type('bo@example.se')
  await page.keyboard.press('Enter')
  await page.getByText(say('subscription:sent.title')).first().waitFor()
  await page.goto(`${here.address}${link('confirm')}?lang=sv`)
  await pressTo(page, 'Tab', 'main button')
  await page.keyboard.press('Enter')
  await page.getByText(say('subscription:confirmed.title')).first().waitFor()
  expect(await subscriptions.confirmed('prov')).toBe(1)
  await page.goto(`${here.address}${link('leave')}?lang=sv`)
  await pressTo(page, 'Tab', 'main button')
  await page.keyboard.press('Enter')
  await page.getByText(say('subscription:left.title')).first().waitFor()
  expect(await subscriptions.confirmed('prov')).toBe(0)
})
