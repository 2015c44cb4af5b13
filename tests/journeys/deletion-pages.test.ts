import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { purgeDue } from '../../src/purging.ts'
import { fill, CLOSED, publish, publishes, signedIn } from '../routes/publishing.ts'
import type { Started } from '../start.ts'
import { journeys } from './browser.ts'
import { looked } from './looks.ts'

const here = journeys({ prepare, cookies: true })
const WEEK_BEFORE = '2027-08-24T12:00:00+02:00'
const THE_DAY = '2027-08-31T12:00:00+02:00'
const survey = '/office/surveys/prov'
let session = ''

async function prepare(svar: Started) {
  await fill(svar, { norr: 12, soder: 14 })
  svar.setClock(CLOSED)
  const office = await signedIn(svar)
  const { comments } = (await svar.store.comments('nord', 'prov'))!
  const quote = comments.flatMap(({ id, quotable }) => (quotable ? [id] : [])).slice(0, 2)
  await publishes(office, { quote })
  svar.setClock(WEEK_BEFORE)
  const again = await signedIn(svar, 'bo@nord.example', 'nord', WEEK_BEFORE)
  session = again.cookies.get('svar-session')!
}

async function visit(): Promise<Page> {
  const page = await here.visit('/', { reducedMotion: 'reduce' })
  const { hostname: domain } = new URL(here.address)
  const cookie = { name: 'svar-session', value: session, domain, path: '/office' }
  await page.context().addCookies([cookie])
  return page
}

const languages = process.env['SCREENSHOTS'] === '1' ? ['sv', 'da', 'en'] : ['da']

test('before a deletion: in the list and at the survey', { timeout: 120_000 }, async () => {
  const page = await visit()
  await looked(page, 'deletion-soon-list', languages, `${here.address}/office`)
  await looked(page, 'deletion-soon', languages, `${here.address}${survey}/state`)
})

test('after it, everywhere; the record by keyboard alone', { timeout: 120_000 }, async () => {
  here.svar.setClock(THE_DAY)
  await purgeDue(here.svar.store, Date.parse(THE_DAY))
  const office = await signedIn(here.svar, 'cy@nord.example', 'nord', THE_DAY)
  session = office.cookies.get('svar-session')!
  const page = await visit()
  await looked(page, 'deletion-gone-list', languages, `${here.address}/office`)
  await looked(page, 'deletion-dashboard', languages, `${here.address}${survey}`)
  await looked(page, 'deletion-publish', languages, `${here.address}${publish}`)
  await looked(page, 'deletion-results', languages, `${here.address}/s/prov/results`)
  await looked(page, 'deletion-texts', languages, `${here.address}${survey}/texts`)
  const link = page.getByRole('main').getByRole('link').last()
  await link.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/deletion/)
  await looked(page, 'deletion-record', languages, `${here.address}${survey}/deletion`)
})
