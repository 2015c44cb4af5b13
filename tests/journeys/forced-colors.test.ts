import { expect, test } from 'vitest'
import { sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { shoot } from './screenshots.ts'

const here = journeys()
const looks = ['light', 'dark'] as const

test.each(looks)('choices, focus and edges are seen in forced colours, %s', async (colorScheme) => {
  const options = { forcedColors: 'active', reducedMotion: 'reduce', colorScheme } as const
  const page = await here.visit('/s/karlskoga', options)
  const picture = async (selector: string) =>
    (await page.locator(selector).screenshot()).toString('base64')

  for (const id of ['q.viktigast.tid', 'q.kontakt.2']) {
    const mark = `[id="${id}"]`
    const group = `fieldset:has(${mark})`
    const empty = await picture(mark)
    await page.locator(mark).press('Space')
    expect(await picture(mark), `${id} when it is chosen`).not.toBe(empty)
    const focused = await picture(group)
    await page.locator(mark).blur()
    expect(await picture(group), `${id} without focus`).not.toBe(focused)
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
