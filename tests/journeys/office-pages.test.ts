import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { hashSecret } from '../../src/secrets.ts'
import { loadDemo } from '../../src/commands/demo.ts'
import { ACT, NOON, type Started } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const code = 'a-code-of-the-tests-only'

const here = journeys({ prepare, cookies: true, together: true })
let page: Page
beforeAll(async () => {
  page = await here.visit('about:blank', { reducedMotion: 'reduce' })
})

async function prepare({ store, addUser }: Started) {
  await loadDemo(store, Date.parse(NOON))
  await store.finalise('nara-vard', NOON)
  for (const { id } of await store.organisations()) await addUser(`${id}@svar.example`, id)
  await store.saveOrganisation({ id: 'ny', name: 'Ny kommun', accent: '#0b5f66', demo: false }, ACT)
  await addUser('ny@svar.example', 'ny')
  await store.saveWelcome('vastkom', hashSecret(code))
}

interface Scene {
  path: string
  /** whose pages they are; absent: nobody has signed in */
  organisation?: string
  act?: (page: Page) => Promise<unknown>
}

const scenes: Record<string, Scene> = {
  'sign-in': { path: '/office/sign-in' },
  'sign-in-wrong': {
    path: '/office/sign-in',
    act: (page) => page.locator('main form').evaluate(submit),
  },
  welcome: { path: `/office/welcome/${code}` },
  'welcome-faulty': {
    path: `/office/welcome/${code}`,
    act: (page) => page.locator('main form').evaluate(submit),
  },
  'welcome-gone': { path: '/office/welcome/no-code-of-anyone-here' },
  surveys: { path: '/office', organisation: 'region-orebro-lan' },
  'surveys-none': { path: '/office', organisation: 'ny' },
  karlskoga: { path: '/office/surveys/karlskoga', organisation: 'region-orebro-lan', act: unfold },
  delmal: { path: '/office/surveys/delmal', organisation: 'orebro-samverkan' },
  'nara-vard': { path: '/office/surveys/nara-vard', organisation: 'vastkom', act: unfold },
  jammerbugt: { path: '/office/surveys/sammen-om-sundhed', organisation: 'jammerbugt' },
  unknown: { path: '/office/surveys/nej', organisation: 'ny' },
}

const visits = Object.entries(scenes).map(([name, scene], index) => ({ name, scene, index }))

const small = { width: 360, height: 740 }
const large = { width: 1440, height: 900 }

test.each(visits)('$name', async ({ name, scene: { path, organisation, act }, index }) => {
  await page.context().clearCookies()
  if (organisation) {
    await enter(page, here.svar, `${here.address}/office`, `${organisation}@svar.example`)
  }
  for (const [turn, language] of ['sv', 'da'].entries()) {
    await page.goto(`${here.address}${path}?lang=${language}`)
    await act?.(page)
    await page.locator('h1').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    for (const [place, colorScheme] of (['light', 'dark'] as const).entries()) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize((index + turn + place) % 2 === 0 ? small : large)
      await expectAccessible(page)
      await shoot(page, `office-${name}-${language}-${colorScheme}`)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page), `${language}: 320 px`).toEqual([])
  }
})

/** Without what the browser itself would refuse. */
function submit(form: SVGElement | HTMLElement) {
  HTMLFormElement.prototype.submit.call(form)
}

async function unfold(page: Page) {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })
}
