import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../../screenshots')

/** Keeps a picture of the whole page, to be looked at, where SCREENSHOTS=1 asks for it. */
export async function shoot(page: Page, name: string) {
  if (process.env['SCREENSHOTS'] !== '1') return
  const { width } = page.viewportSize()!
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
}
