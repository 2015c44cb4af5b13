import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Off by default, though WCAG 2.2 asks for it.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}
/** What another size or colour scheme can change where the page itself is the same. */
const byLook = {
  runOnly: {
    type: 'rule',
    values: [
      'color-contrast',
      'target-size',
      'scrollable-region-focusable',
      'link-name',
      'button-name',
      'label',
    ],
  },
  resultTypes: ['violations'],
}

/** WCAG 2.2 A and AA as far as axe can tell, and no need to scroll sideways. */
export async function expectAccessible(page: Page) {
  expect(await faultsIn(page)).toEqual([])
  expect(await sticksOut(page)).toEqual([])
}

async function faultsIn(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe)
  const same = await page.evaluate(isSame)
  const { violations } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(same ? byLook : options)})`,
  )) as AxeResults
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary}`),
  )
}

/** Whether nothing in the page has changed since it was asked last. */
function isSame(): boolean {
  const seen = window as unknown as { looked?: string }
  const before = seen.looked
  seen.looked = document.documentElement.outerHTML
  return before === seen.looked
}

/** What can only be seen by scrolling the page sideways, or not at all; [] where nothing is. */
export const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const scrollsItself = (element: Element) => {
      for (let part = element.parentElement; part && part !== document.body;) {
        if (getComputedStyle(part).overflowX !== 'visible') return true
        part = part.parentElement
      }
      return false
    }
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (right > clientWidth + 0.5 || left < -0.5) && !scrollsItself(element)
    })
    const innermost = out.filter(
      (element) => !out.some((other) => other !== element && element.contains(other)),
    )
    // Towards the start of the line, what sticks out cannot even be scrolled to.
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : []),
      ...innermost.map(({ outerHTML }) => outerHTML.slice(0, 120)),
    ]
  })

/** Controls that a thumb would miss: less than 44 px high or wide. Links in running text may be. */
export const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const targets = 'button, select, textarea, [type=text], .option label, nav a, h2 > a'
    return [...document.querySelectorAll(`:is(${targets}):not(.unseen)`)]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && (width < 43.9 || height < 43.9)
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
  })
