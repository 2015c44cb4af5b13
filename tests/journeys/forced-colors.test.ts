import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { shoot } from './screenshots.ts'

const here = journeys()
const looks = ['light', 'dark'] as const

test.each(looks)('choices, focus and edges are seen in forced colours, %s', async (colorScheme) => {
  const options = { forcedColors: 'active', reducedMotion: 'reduce', colorScheme } as const
  const page = await here.visit('/s/karlskoga', options)

  for (const id of ['q.viktigast.tid', 'q.kontakt.2']) {
    const mark = page.locator(`[id="${id}"]`)
    const group = page.locator('fieldset').filter({ has: mark })
    const empty = await inkOf(mark)
    await mark.press('Space')
    expect(await inkOf(mark), `${id} when it is chosen`).toBeGreaterThan(empty + 0.03)
    const focused = await group.screenshot()
    await mark.blur()
    expect(focused.equals(await group.screenshot()), `${id} without focus`).toBe(false)
  }

  await page.locator('textarea').fill('x'.repeat(1001))
  await page.locator('#send').click()
  await page.locator('[data-problems]:focus').waitFor()
  // Not with axe: in forced colours it takes the colours that the page would have had.
  const faint = await page.evaluate(() => {
    const paper = getComputedStyle(document.body).backgroundColor
    const parts = [...document.querySelectorAll('.option label, textarea, .notice, .faulty, #send')]
    return parts.filter((part) => {
      const { color, borderInlineStartColor, borderInlineStartStyle } = getComputedStyle(part)
      return [color, borderInlineStartColor].includes(paper) || borderInlineStartStyle !== 'solid'
    }).length
  })
  expect(faint).toBe(0)
  expect(await sticksOut(page)).toEqual([])
  await shoot(page, `forced-colors-${colorScheme}`)
})

/** The share of a picture that is drawn on its ground: more of it is more than another colour. */
async function inkOf(part: Locator): Promise<number> {
  const picture = `data:image/png;base64,${(await part.screenshot()).toString('base64')}`
  return part.evaluate(async (element, src) => {
    const image = Object.assign(new Image(), { src })
    await image.decode()
    const { width, height } = image
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext(
      '2d',
    )!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    let ink = 0
    for (let at = 0; at < data.length; at += 4) {
      if ([0, 1, 2].some((part) => Math.abs(data[at + part]! - data[part]!) > 60)) ink += 1
    }
    return ink / (width * height)
  }, picture)
}
