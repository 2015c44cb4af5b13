import type { Locator, Page } from 'playwright-core'

/** Everything that someone does on a page, each thing counted as one. */
export function hand(page: Page) {
  let count = 0
  const main = page.locator('body')
  const does = (what: (at: Locator) => Promise<unknown>) => {
    count += 1
    return what(main)
  }
  return {
    get count() {
      return count
    },
    types: (label: string, words: string) =>
      does((at) => at.getByLabel(label, { exact: true }).fill(words)),
    ticks: (label: string) => does((at) => at.getByLabel(label).check()),
    hands: (label: string, name: string, text: string) =>
      does((at) =>
        at
          .getByLabel(label)
          .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }),
      ),
    presses: (name: string) => does((at) => at.getByRole('button', { name, exact: true }).click()),
    follows: (name: string) => does((at) => at.getByRole('link', { name, exact: true }).click()),
    /** A part that is folded. */
    opens: (name: string) => does((at) => at.getByRole('heading', { name, exact: true }).click()),
  }
}
