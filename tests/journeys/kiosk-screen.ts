import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { shoot } from './screenshots.ts'

/** What holds of every screen: accessible, all of it in view, and large enough for any finger. */
export async function see(page: Page, name: string) {
  await expectAccessible(page)
  expect(await scrolled(page), `${name} scrolls`).toEqual([])
  expect(await tooSmall(page), `${name}: targets`).toEqual([])
  await shoot(page, `kiosk-${name}`)
}

/** Parts of the screen that hold more than they show. */
const scrolled = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, #kiosk, .screen, main, dialog')]
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
      .map(
        (part) => `${part.localName}.${part.className} ${part.scrollHeight} > ${part.clientHeight}`,
      ),
  )

const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, .row, textarea, input:not(.row input)')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && (width < 63.9 || height < 63.9)
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  )
