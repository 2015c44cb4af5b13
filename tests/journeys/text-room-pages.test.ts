import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ACT } from '../start.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { eachLook } from './looks.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'
import { commentsIn, nameOf, prepareTextRoom, room } from './text-room-setting.ts'

let marked = ''
let hidden = ''
const here = journeys({ prepare, cookies: true })

async function prepare(svar: typeof here.svar) {
  await prepareTextRoom(svar)
  const { store } = svar
  const texts = await commentsIn(svar)
  for (const coder of ['anna', 'bo']) {
    const act = { ...ACT, by: `${coder}@region.example` }
    for (const [turn, { id }] of texts.entries()) {
      const at = turn % 5
      const themes = coder === 'bo' && turn % 7 === 0 ? ['tema-nr-2'] : [`tema-nr-${at}`]
      if (turn % 6 !== 5) await store.code(nameOf(id), themes, act)
    }
  }
  const act = { ...ACT, by: 'anna@region.example' }
  marked = texts.find(({ text }) => text.includes('läkare'))!.id
  hidden = texts[1]!.id
  await store.maskText(nameOf(marked), 'läkare', undefined, act)
  await store.hideText(nameOf(hidden), 'identifies', act)
}

const scenes: Record<string, { path: () => string; act?: (page: Page) => Promise<unknown> }> = {
  list: { path: () => `${room}/texts`, act: unfold },
  search: { path: () => `${room}/texts?q=l%C3%A4kare+telefon` },
  found: { path: () => `${room}/texts?q=l%C3%A4kare` },
  hidden: { path: () => `${room}/texts?state=hidden` },
  review: { path: () => `${room}/texts/${marked}` },
  'review-hidden': { path: () => `${room}/texts/${hidden}` },
  'review-faulty': {
    path: () => `${room}/texts/${marked}`,
    act: (page) =>
      page
        .getByRole('button')
        .last()
        .evaluate((button) => (button as HTMLButtonElement).form!.submit()),
  },
  coding: { path: () => `${room}/texts/${marked}/coding` },
  themes: { path: () => `${room}/themes` },
  'themes-change': { path: () => `${room}/themes`, act: unfold },
  'coding-none': { path: () => '/office/surveys/karlskoga/coding?q=finnsinte' },
}

test.each(Object.keys(scenes).map((name, index) => ({ name, index })))(
  '$name at every width, in two languages, light and dark',
  async ({ name, index }) => {
    const { path, act } = scenes[name]!
    const page = await here.visit('about:blank', { reducedMotion: 'reduce' })
    const start = new URL(path(), here.address)
    await enter(page, here.svar, start.href, 'anna@region.example')
    for (const [turn, language] of ['sv', 'da'].entries()) {
      start.searchParams.set('lang', language)
      await page.goto(start.href)
      await act?.(page)
      await page.locator('h1').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await eachLook(page, index + turn, async (colorScheme) => {
        await expectAccessible(page)
        await shoot(page, `texts-${name}-${language}-${colorScheme}`)
      })
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await sticksOut(page), `${language}: 320 px`).toEqual([])
    }
  },
)

async function unfold(page: Page) {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })
}
