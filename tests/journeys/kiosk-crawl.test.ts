import { expect, test } from 'vitest'
import type { Question } from '../../src/survey/questionnaire.ts'
import { journeys } from './browser.ts'
import { crawl } from './crawl.ts'
import { kioskSurvey, questions } from './kiosk-survey.ts'
import { addTablet, LANDSCAPE, openSurveys } from './tablet.ts'
import { watchWaysOut } from './ways-out.ts'

// Each question is asked, may be skipped, and any answer leads on.
const asked = questions.map((one): Question => {
  const question = { ...one }
  delete question.showIf
  const free = { ...question, required: false }
  // Options are alike, and steps are: three of them are as good as seven.
  if ('options' in free) free.options = free.options.slice(0, 3)
  if (free.kind === 'scale') free.to = free.from + 2
  return free.kind === 'choices' ? { ...free, none: false, max: 4 } : free
})
const survey = kioskSurvey({ languages: ['sv'], questions: asked })
const here = journeys({ prepare: openSurveys([survey]) })

async function tablet(site?: string) {
  const { code, pin } = await addTablet(here.svar, site)
  const setting = { viewport: LANDSCAPE, hasTouch: true, reducedMotion: 'reduce' as const }
  const page = await here.visit('about:blank', setting)
  const found = await watchWaysOut(page, here.address)
  await page.goto(`${here.address}/kiosk#${code}`)
  await page.locator(START).waitFor()
  found.splice(0)
  return { page, pin, found }
}

const START = '.invitation, main.calm'

test('whatever a person touches, they stay in the survey', { timeout: 180_000 }, async () => {
  const { page, found } = await tablet()
  const home = async () => {
    await page.reload()
    await page.locator(START).waitFor()
  }
  const headings = asked.map(({ text }) => text['sv']!)
  const others = ['Tre frågor om din vårdcentral', 'Vill du avsluta?', 'Tack för ditt svar!']
  const all = [...headings, ...others, 'Skriv vad du tänker på']
  const screens = await crawl(page, home, found, all)
  expect(found).toEqual([])
  expect(screens).toEqual(expect.arrayContaining(all))
})

test('whatever the staff touches, they stay on the tablet', { timeout: 180_000 }, async () => {
  const site = 'utan-enkat'
  const { page, found, ...first } = await tablet(site)
  let { pin } = first
  /** To the settings by the staff's door; a tablet that was given up is connected again. */
  async function home() {
    await page.reload()
    await page.locator(`${START}, #code`).waitFor()
    if ((await page.locator('#code').count()) > 0) {
      const other = await addTablet(here.svar, site)
      await page.locator('#code').fill(other.code)
      await page.locator('.ways [type=submit]').tap()
      await page.locator(START).waitFor()
      pin = other.pin
    }
    await page.keyboard.press('Control+Alt+Shift+KeyS')
    for (const digit of pin) await page.keyboard.press(digit)
    await page.keyboard.press('Enter')
    await page.locator('.facts').waitFor()
  }
  const knock = async () => {
    await page.reload()
    await page.locator(START).waitFor()
    await page.keyboard.press('Control+Alt+Shift+KeyS')
    await page.locator('.pad').waitFor()
  }
  const outside = ['För personalen', 'Ingen enkät är öppen just nu']
  const before = await crawl(page, knock, found, outside)
  expect(before).toEqual(expect.arrayContaining(outside))
  const all = ['Surfplattan', 'Koppla från surfplattan?', 'Anslut surfplattan']
  const screens = await crawl(page, home, found, all)
  expect(screens).toEqual(expect.arrayContaining(all))
  expect(found).toEqual([])
})
