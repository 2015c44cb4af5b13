import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { locales } from '../../src/i18n.ts'
import { askSubscriber, tokenFor } from '../../src/subscriber.ts'
import {
  CLOSED,
  edition,
  fill,
  publish,
  publishes,
  signedIn,
  undertaking,
} from '../routes/publishing.ts'
import { ACT, SECRET, type Started } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { arabicSurvey } from './arabic-survey.ts'
import { journeys } from './browser.ts'
import { looked } from './looks.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ prepare, environment: { SMTP_URL: 'smtp://127.0.0.1:9' } })
let someone: Buffer

/** A survey that is open, and one whose results are published in every way that there is. */
async function prepare(svar: Started) {
  await svar.open(arabicSurvey({ id: 'nu' }))
  await fill(svar, { norr: 12, soder: 14 }, arabicSurvey({ id: 'prov' }))
  svar.setClock(CLOSED)
  const office = await signedIn(svar)
  await svar.store.saveTheme(
    'nord',
    'prov',
    { id: 'tid', name: 'Väntetid', description: '', key: '1' },
    ACT,
  )
  const { comments } = (await svar.store.comments('nord', 'prov'))!
  for (const { id } of comments.slice(0, 12)) {
    await svar.store.code({ organisation: 'nord', survey: 'prov', text: id }, ['tid'], ACT)
  }
  const quote = comments.flatMap(({ id, quotable }) => (quotable ? [id] : [])).slice(0, 3)
  const words = { 'summary.ar': 'تريدون انتظاراً أقصر.\n\nاستمعنا إليكم.', 'note.ar': 'تصحيح خطأ.' }
  await publishes(office, { ...edition, ...words, quote, themes: ['ord'] })
  await office.get(publish)
  const told = { 'said.ar': 'يصعب الحصول على موعد.', 'did.ar': 'نفتح مساءً يوماً في الأسبوع.' }
  await office.submit(`${publish}/undertakings/sak-nummer-1`, { ...undertaking, ...told })
  const clock = () => Date.parse(CLOSED)
  const asking = { survey: 'prov', email: 'asa@example.se', language: 'ar' }
  await askSubscriber({ subscriptions: svar.subscriptions, secret: SECRET, clock }, asking)
  someone = (await svar.subscriptions.claimLetter(clock(), clock()))!.subscription
}

const link = (purpose: 'confirm' | 'leave') =>
  `/subscription/${purpose}/${tokenFor(SECRET, purpose, someone)}`

test('every public page in Arabic says all that it says in Arabic', async () => {
  const page = await here.visit('about:blank', { locale: 'ar', reducedMotion: 'reduce' })
  const paths = {
    start: '/',
    results: '/s/prov/results',
    closed: '/s/prov',
    subscribe: '/s/prov/subscribe',
    confirm: link('confirm'),
    leave: link('leave'),
    privacy: '/s/prov/privacy',
    accessibility: '/accessibility/nord',
    receipt: '/receipt',
    nowhere: '/s/nowhere',
  }
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(`${here.address}${path}`)
    expect(await page.locator('html').getAttribute('dir'), name).toBe('rtl')
    expect(await rawKeys(page), name).toEqual([])
    expect(await sticksOut(page), name).toEqual([])
    for (const bar of await page.locator('.strip .bar').all()) {
      expect(await bar.evaluate((one) => getComputedStyle(one).transform)).toMatch(/^matrix\(-1,/)
    }
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true
    })
    await expectAccessible(page)
    await shoot(page, `arabic-${name}`)
  }
})

test('results in Arabic, at every width', async () => {
  const page = await here.visit('/s/prov/results', { locale: 'ar', reducedMotion: 'reduce' })
  await looked(page, 'arabic-results', ['ar'], `${here.address}/s/prov/results`)
})

/** What is printed where a language lacks a word: its key. */
async function rawKeys(page: Page): Promise<string[]> {
  const shown = await page.content()
  return keys.filter((key) => shown.includes(key))
}

const keys = Object.entries(locales['sv']!).flatMap(([, words]) => keysOf(words, ''))

function keysOf(words: object, start: string): string[] {
  return Object.entries(words)
    .flatMap(([key, value]) => {
      const path = start ? `${start}.${key}` : key
      return typeof value === 'string'
        ? [path.replace(/_(zero|one|other)$/, '')]
        : keysOf(value, path)
    })
    .filter((path) => path.includes('.'))
}
