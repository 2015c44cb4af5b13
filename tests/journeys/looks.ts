import type { Page } from 'playwright-core'

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
