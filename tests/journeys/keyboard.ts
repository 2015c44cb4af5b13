import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Presses keys one after the other; wherever they lead, the focus must be seen. */
export async function press(page: Page, ...keys: string[]) {
  for (const key of keys) {
    await page.keyboard.press(key)
    // A page that moves something scrolls to it a moment later.
    await expect
      .poll(() => focus(page), { message: `the focus after ${key}`, timeout: 5000 })
      .toMatchObject({ ring: true, inView: true })
  }
}

/** Presses a key until the focus is on what matches; fails where it never comes there. */
export async function pressTo(page: Page, key: string, selector: string) {
  const way: string[] = []
  while (way.length < 40) {
    await press(page, key)
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
    way.push((await focus(page)).where)
  }
  throw new Error(`${selector} is not reached with ${key}: ${way.join(', ')}`)
}

const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const where = `${element.localName}#${element.id}`
    // The page itself shows no ring: the focus has just left for the browser's own bar.
    if (element.matches('body, #main')) return { where, ring: true, inView: true }
    // An option shows it around the whole row.
    const shown = element.matches('.option input') ? element.nextElementSibling! : element
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown)
    const { top, bottom, height } = shown.getBoundingClientRect()
    // Of a large field Chromium brings the place to write in view, not always the lower edge.
    const end = element.matches('textarea') || height > innerHeight ? top : bottom
    return {
      where,
      ring: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3 && boxShadow !== 'none',
      inView: top >= 0 && end <= innerHeight,
    }
  })
