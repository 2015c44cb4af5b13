import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask, content, sites, text } from '../make.ts'
import { NOON, type Started } from '../start.ts'
import { addTablet } from '../tablet.ts'
import type { journeys } from './browser.ts'
import { queued } from './stand.ts'
import { storedRows } from './stored.ts'
import { LANDSCAPE } from './tablet.ts'

/** A survey that is quickly answered, at a site of its own and one to move to. */
export const quick = (id: string, more: Parameters<typeof content>[1] = {}) =>
  content([ask.choice('val'), ask.text('eget')], {
    id,
    title: text(`Enkät ${id}`),
    sites: sites(id, `${id}-2`),
    ...more,
  })

/** A tablet of that survey on its stand, which would start without network. */
export async function stood(
  here: ReturnType<typeof journeys>,
  id: string,
  { now = NOON, time = now }: { now?: string; time?: string } = {},
) {
  const { svar, address } = here
  await svar.open(quick(id))
  const tablet = await addTablet(svar, now, 'nord', id)
  const setting = { viewport: LANDSCAPE, hasTouch: true, reducedMotion: 'reduce' as const }
  const page = await here.visit('about:blank', setting)
  await page.clock.install({ time })
  await page.goto(`${address}/kiosk#${tablet.code}`)
  await page.locator('.invitation').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return {
    ...tablet,
    page,
    setOffline: (now: boolean) => page.context().setOffline(now),
    isSent: () => expect.poll(() => queued(page), { timeout: 20_000 }).toBe(0),
  }
}

/** What was stored, by its words. */
export const storedBy = ({ folder }: Started, id: string) =>
  Object.fromEntries(
    storedRows(folder, id).map(({ answers, date, questionnaire, site }) => [
      (JSON.parse(answers) as { eget: string }).eget,
      { date, questionnaire, site },
    ]),
  )

/** The tablet hears from the server, and looks at what is open. */
export async function hear(page: Page) {
  // The first may be one that was under way, and answered before.
  for (const _ of [1, 2]) {
    const heard = page.waitForResponse('**/kiosk/heartbeat')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await (await heard).finished()
  }
  await page.clock.fastForward(6000)
}
