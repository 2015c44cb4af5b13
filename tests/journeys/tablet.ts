import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { prepareDevice } from '../../src/enrolment.ts'
import type { Content } from '../../src/survey/questionnaire.ts'
import { ACT, NOON, type Started } from '../start.ts'
import type { journeys } from './browser.ts'
import { kioskSurvey } from './kiosk-survey.ts'

export const LANDSCAPE = { width: 1280, height: 800 }
export const PORTRAIT = { width: 800, height: 1280 }

/** A server with surveys for tablets. */
export const openSurveys =
  (surveys: Content[] = [kioskSurvey()]) =>
  async (svar: Started) => {
    for (const survey of surveys) await svar.open(survey, 'nord')
  }

/** A tablet that the office has added; it waits for its code. */
export async function addTablet({ store }: Started, site = 'norr') {
  const name = 'Väntrummet'
  const { device, code, pin } = await prepareDevice({ site, name }, Date.parse(NOON))
  await store.addDevice('nord', device, ACT)
  return { id: device.id, code, pin }
}

interface Standing {
  site?: string
  /** the page's clock stands still but for what the test lets pass */
  clock?: boolean
}

/** A tablet on its stand, at its start screen. */
export async function enrolled(
  here: ReturnType<typeof journeys>,
  options: Parameters<typeof here.visit>[1] = {},
  { site, clock }: Standing = {},
) {
  const tablet = await addTablet(here.svar, site)
  const setting = { viewport: LANDSCAPE, hasTouch: true, reducedMotion: 'reduce' as const }
  const page = await here.visit('about:blank', { ...setting, ...options })
  if (clock) await page.clock.install({ time: NOON })
  await page.goto(`${here.address}/kiosk#${tablet.code}`)
  await page.locator('.invitation, .choosing, .calm').first().waitFor()
  return { page, ...tablet }
}

/** Onward with the button in the thumb zone, whatever it says. */
export const onward = (page: Page) => page.locator('.ways [type=submit]').tap()

/** Touches the nth row of the question. */
export const choose = (page: Page, nth: number) => page.locator('.row').nth(nth).tap()

/** The tablet speaks with the server at once, until what it hears is seen. */
export async function hear(page: Page, sign: string) {
  const heard = async () => {
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.clock.fastForward(6000)
    return page.getByText(sign).first().isVisible()
  }
  await expect.poll(heard, { timeout: 15_000, interval: 250 }).toBe(true)
}
