import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible, sticksOut } from './accessible.ts'
import { PHONE } from './browser.ts'
import { shoot } from './screenshots.ts'

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]

/**
 * Each language in light and dark, at sizes that turn with the scene: a page is met by every size,
 * language and scheme, and all pages together by all of their pairs, in a third of the product.
 */
export async function eachLook(
  page: Page,
  turn: number,
  look: (colorScheme: string) => Promise<unknown>,
) {
  for (const [place, colorScheme] of (['light', 'dark'] as const).entries()) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(sizes[(turn + place) % sizes.length]!)
    await look(colorScheme)
  }
}

/** A page by itself: every size in light and dark, in some languages, down to a very small screen. */
export async function looked(page: Page, name: string, languages: string[], address: string) {
  for (const language of languages) {
    await page.setViewportSize(PHONE)
    await page.goto(`${address}?lang=${language}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const size of sizes) {
        await page.setViewportSize(size)
        if (size.width === PHONE.width) await expectAccessible(page)
        await shoot(page, `${name}-${language}-${colorScheme}`)
      }
    }
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page)).toEqual([])
  }
}
