import { expect, test } from 'vitest'
import {
  edition,
  fill,
  CLOSED,
  publish,
  publishes,
  signedIn,
  undertaking,
} from '../routes/publishing.ts'
import type { Started } from '../start.ts'
import { expectAccessible } from './accessible.ts'
import { journeys, PHONE } from './browser.ts'
import { looked } from './looks.ts'
import { shoot } from './screenshots.ts'

const many = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`plats${index}`, index < 38 ? 10 + (index % 4) : 3]),
)
const here = journeys({ prepare, cookies: true })
const summary = (words: string) => `${words}\n\n${'Telefonen och tidboken nämns mest. '.repeat(6)}`
let session = ''

async function prepare(svar: Started) {
  await fill(svar, many)
  svar.setClock(CLOSED)
  const office = await signedIn(svar)
  session = office.cookies.get('svar-session')!
  const { comments } = (await svar.store.comments('nord', 'prov'))!
  const quote = comments.flatMap(({ id, quotable }) => (quotable ? [id] : [])).slice(0, 3)
  const words = {
    'summary.sv': summary('Ni vill vänta kortare.'),
    'summary.da': summary('I vil vente kortere.'),
  }
  await publishes(office, { ...words, quote })
  await publishes(office, { ...words, revision: '1', quote: quote.slice(1) })
  for (const [turn, state] of ['decided', 'underway', 'done', 'declined'].entries()) {
    await office.get(publish)
    await office.submit(`${publish}/undertakings/sak-nummer-${turn}`, { ...undertaking, state })
  }
}

test('published results of forty sites, at every width', { timeout: 120_000 }, async () => {
  const page = await here.visit('/s/prov/results', { reducedMotion: 'reduce' })
  await looked(page, 'results', ['sv', 'da'], `${here.address}/s/prov/results`)
  await page.setViewportSize(PHONE)
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })
  await expectAccessible(page)
  await shoot(page, 'results-unfolded')
  expect(await page.context().cookies()).toEqual([])
})

test('the office’s pages for publishing', { timeout: 120_000 }, async () => {
  const page = await here.visit('/', { reducedMotion: 'reduce' })
  const { hostname: domain } = new URL(here.address)
  const cookie = { name: 'svar-session', value: session, domain, path: '/office' }
  await page.context().addCookies([cookie])
  await looked(page, 'publish', ['sv', 'da'], `${here.address}${publish}`)
  await looked(page, 'undertaking', ['sv'], `${here.address}${publish}/undertakings/sak-nummer-1`)
})

test('publishing by keyboard alone', async () => {
  const page = await here.visit('/', {})
  const { hostname: domain } = new URL(here.address)
  const cookie = { name: 'svar-session', value: session, domain, path: '/office' }
  await page.context().addCookies([cookie])
  await page.goto(`${here.address}${publish}?lang=sv`)
  await page.getByLabel('Sammanfattning på svenska').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Skrivet utan mus.')
  await page.getByRole('button', { name: 'Spara utkastet' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Utkastet är sparat.').waitFor()
  await page.getByLabel('Vad har ändrats? Skriv på svenska').focus()
  await page.keyboard.type('Kortare.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Kortere.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Resultatet är publicerat.').waitFor()
  const { steps } = await here.svar.store.published('prov')
  expect(steps.at(-1)!.edition!.summary['sv']).toBe('Skrivet utan mus.')
  expect(steps.at(-1)!.edition!.summary['da']).not.toBe(edition['summary.da'])
})
