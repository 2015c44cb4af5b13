import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import { NOON } from '../start.ts'
import { expectAccessible, sticksOut, tooSmall } from './accessible.ts'
import { journeys } from './browser.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ together: true, environment: { SMTP_URL: 'smtp://127.0.0.1:9' } })
let page: Page
beforeAll(async () => {
  page = await here.visit('about:blank', { reducedMotion: 'reduce' })
})
const { words } = makeInterface()
afterEach(() => here.svar.setClock(NOON))

// When Karlskoga has not opened, Västkom has not closed, and everything has.
const EARLY = '2026-06-01T12:00:00+02:00'
const JUNE = '2026-06-19T12:00:00+02:00'
const LATE = '2026-12-01T12:00:00+01:00'

interface Scene {
  path: string
  /** a key of the words by which one knows that it is the page that is meant */
  says: string
  languages: string[]
  now?: string
  /** leads from the path to the page */
  act?: (page: Page) => Promise<unknown>
}

const nordic = ['sv', 'da']
const all = ['sv', 'da', 'en']
const scenes: Record<string, Scene> = {
  start: { path: '/', says: 'start.title', languages: all },
  karlskoga: { path: '/s/karlskoga?site=karolina', says: 'send', languages: all },
  jammerbugt: { path: '/s/sammen-om-sundhed', says: 'send', languages: nordic, act: fill },
  delmal: { path: '/s/delmal', says: 'send', languages: ['sv'] },
  vastkom: { path: '/s/nara-vard', says: 'send', languages: ['sv'], now: JUNE, act: fill },
  faulty: { path: '/s/karlskoga', says: 'problems.title', languages: all, act: submit },
  places: { path: '/s/delmal', says: 'problems.title', languages: ['sv'], act: submit },
  thanks: { path: '/s/karlskoga/thanks?masked=email', says: 'thanks.done', languages: nordic },
  receipt: { path: '/receipt', says: 'receipt:ask.send', languages: nordic },
  receiptFaulty: {
    path: '/receipt',
    says: 'receipt:fault.missing',
    languages: nordic,
    act: submit,
  },
  subscribe: { path: '/s/karlskoga/subscribe', says: 'subscription:send', languages: all },
  subscribeFaulty: {
    path: '/s/karlskoga/subscribe',
    says: 'subscription:fault.missing',
    languages: nordic,
    act: submit,
  },
  subscribed: {
    path: '/s/karlskoga/subscribe?done=sent',
    says: 'subscription:sent.title',
    languages: nordic,
  },
  stale: { path: '/subscription/confirm/x', says: 'subscription:stale.title', languages: nordic },
  left: { path: '/subscription/leave/x', says: 'subscription:left.title', languages: nordic },
  closed: { path: '/s/karlskoga', says: 'closed.title', languages: all, now: LATE },
  late: { path: '/s/sammen-om-sundhed', says: 'closed.yours', languages: nordic, act: sendLate },
  early: { path: '/s/karlskoga', says: 'notYet.title', languages: nordic, now: EARLY },
  unknown: { path: '/s/nej', says: 'notFound.title', languages: nordic },
  large: {
    path: '/s/karlskoga',
    says: 'refused.too-large.title',
    languages: nordic,
    act: sendLarge,
  },
  odd: {
    path: '/s/karlskoga',
    says: 'refused.type-unknown.title',
    languages: nordic,
    act: sendPlain,
  },
  privacy: { path: '/s/karlskoga/privacy', says: 'privacy.title', languages: all },
  accessibility: { path: '/accessibility', says: 'accessibility.title', languages: all },
  was: { path: '/was', says: 'accessibility.title', languages: nordic },
  statement: {
    path: '/was/region-orebro-lan',
    says: 'duties:accessibility.partial',
    languages: all,
  },
}

const sizes = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
]
const visits = Object.entries(scenes).map(([name, scene], index) => ({ name, scene, index }))

test.each(visits)('$name', async ({ name, scene: { path, says, languages, now, act }, index }) => {
  for (const [turn, language] of languages.entries()) {
    here.svar.setClock(now ?? NOON)
    await page.goto(`${here.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
    await act?.(page)
    await page.getByText(words(language)(says)).first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('h1').count()).toBe(1)

    for (const [place, colorScheme] of (['light', 'dark'] as const).entries()) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(sizes[(index + turn + place) % sizes.length]!)
      await expectAccessible(page)
      expect(await tooSmall(page), `${language}: targets`).toEqual([])
      await shoot(page, `${name}-${language}-${colorScheme}`)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page), `${language}: 320 px`).toEqual([])
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      expect(await sticksOut(page), `${language}: text of twice the size, ${width} px`).toEqual([])
      expect(await cramped(page), `${language}: text of twice the size, ${width} px`).toEqual([])
    }
    await shoot(page, `${name}-${language}-large`)
  }
})

/** Options whose words have less than half of a small screen: they would be broken in pieces. */
const cramped = (page: Page) =>
  page.locator('.option:not(.scale *) label').evaluateAll((all) =>
    all.flatMap((label) => {
      const { paddingLeft, paddingRight } = getComputedStyle(label)
      const room = label.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
      const seen = label.clientWidth > 0
      return seen && room < Math.min(innerWidth, 360) / 2 ? [`${label.textContent}: ${room}`] : []
    }),
  )

async function fill(page: Page) {
  for (const group of await page.getByRole('radiogroup').all()) {
    await group.getByRole('radio').first().check()
  }
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.locator('textarea').fill('å'.repeat(3000))
}

/** As a page sends whose script has not come. */
async function submit(page: Page) {
  await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.forms[0]))
}

async function sendLate(page: Page) {
  await page.getByRole('radio').nth(2).check()
  await page.locator('textarea').fill(`Ett långt ord: ${'x'.repeat(200)}`)
  here.svar.setClock(LATE)
  await submit(page)
}

async function sendLarge(page: Page) {
  await page.locator('textarea').fill('x'.repeat(600_000))
  await submit(page)
}

async function sendPlain(page: Page) {
  await page.evaluate(() => (document.forms[0]!.enctype = 'text/plain'))
  await submit(page)
}
