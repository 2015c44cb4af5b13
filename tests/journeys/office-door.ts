import type { Page } from 'playwright-core'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { NOON, type Started } from '../start.ts'

/** Opens a page of the office as someone who signed in before: passwords have their own journeys. */
export async function enter(page: Page, svar: Started, address: string, user: string) {
  const token = makeSecret()
  await svar.store.openSession(hashSecret(token), user, Date.parse(NOON))
  const { hostname: domain } = new URL(address)
  const cookie = { name: 'svar-session', value: token, domain, path: '/office' }
  await page.context().addCookies([cookie])
  await page.goto(address)
}
