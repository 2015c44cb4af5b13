import type { Page } from 'playwright-core'
import { disturbed, gesture } from './ways-out.ts'

// Every screen is another one in each language, with the same controls: one language will do.
const CONTROLS =
  'button:not(.languages :nth-child(n + 2)), .row, textarea, input:not(.row input), [tabindex="0"], a'
const MOST = 600
const TAPS = 5
const ROUNDS = 4

interface Screen {
  heading: string
  controls: number
  /** where each control led when it was last touched */
  led: Map<number, string>
}

/**
 * Touches every control of every screen that can be reached, and makes every gesture on each.
 * Returns the headings; what leads out is in `found`. Where a wanted one was not met, all is touched
 * once more: on a busy machine a touch may come to nothing.
 */
export async function crawl(
  page: Page,
  home: () => Promise<void>,
  found: string[],
  wanted: string[],
) {
  let rounds = 1
  const screens = new Map<string, Screen>()
  const isDone = ({ controls, led }: Screen) => led.size === controls
  await home()
  for (let steps = 0; steps < MOST; steps += 1) {
    const name = await look()
    const screen = screens.get(name)!
    const control = nextOf(screen) ?? wayToOpen(name)
    if (control === undefined) {
      await home()
      const start = await look()
      if (isDone(screens.get(start)!) && wayToOpen(start) === undefined) {
        const headings = [...screens.values()].map(({ heading }) => heading)
        if (rounds === ROUNDS || wanted.every((one) => headings.includes(one))) return headings
        rounds += 1
        for (const { led } of screens.values()) led.clear()
      }
      continue
    }
    await touch(control)
    const to = await look()
    // A way that was found is not lost where a touch comes to nothing later.
    if (to !== name || !screen.led.has(control)) screen.led.set(control, to)
    if (found.length > 0) return []
  }
  throw new Error(`no end: ${JSON.stringify([...screens.values()])}`)

  /** The name of the screen; a new one is gestured at. */
  async function look(): Promise<string> {
    const { heading, controls } = await seen(page)
    const name = `${heading} (${controls})`
    if (!screens.has(name)) {
      screens.set(name, { heading, controls, led: new Map() })
      await gesture(page)
      found.push(...(await disturbed(page)).map((what) => `${what} at ${name}`))
      return look()
    }
    return name
  }

  async function touch(control: number) {
    const target = page.locator('[data-crawled]').nth(control)
    const isField = await target.evaluate((element) => /textarea|input/.test(element.localName))
    // A tap may be taken for the end of the gesture before it, or miss what still moves.
    for (let times = 0; times < TAPS && (await target.count()) > 0; times += 1) {
      await target.evaluate(listen)
      await target.tap({ timeout: 5000, force: true })
      if (await isTold()) break
    }
    if (isField) await page.keyboard.type('<a href="https://else.example">x</a>')
  }

  async function isTold(): Promise<boolean> {
    const waiting = page.waitForFunction(told, null, { timeout: 1000 })
    return waiting.then(() => true).catch(() => false)
  }

  function nextOf({ controls, led }: Screen): number | undefined {
    return Array.from({ length: controls }, (_, control) => control).find((one) => !led.has(one))
  }

  /** The first control on the way to a screen with something untried. */
  function wayToOpen(from: string): number | undefined {
    const reached = new Set([from])
    let ways = [...screens.get(from)!.led].map(([first, to]) => ({ first, to }))
    while (ways.length > 0) {
      const open = ways.find(({ to }) => !isDone(screens.get(to)!))
      if (open) return open.first
      for (const { to } of ways) reached.add(to)
      ways = ways.flatMap(({ first, to }) =>
        [...screens.get(to)!.led.values()]
          .filter((next) => !reached.has(next))
          .map((next) => ({ first, to: next })),
      )
    }
    return undefined
  }
}

/** What stands on the screen now, once it has settled; its controls are marked. */
async function seen(page: Page) {
  let last = ''
  for (;;) {
    // While the page is loaded anew there is nothing to be read.
    const now = await page.evaluate(mark, CONTROLS).catch(() => undefined)
    if (now?.heading && JSON.stringify(now) === last) return now
    last = JSON.stringify(now ?? '')
    await page.waitForFunction(settled).catch(() => undefined)
  }
}

function mark(controls: string) {
  const top = document.querySelector('dialog') ?? document.body
  const isShown = (element: Element) => element.getClientRects().length > 0
  for (const old of document.querySelectorAll('[data-crawled]')) {
    old.removeAttribute('data-crawled')
  }
  const all = [...top.querySelectorAll(controls)].filter(isShown)
  for (const element of all) element.setAttribute('data-crawled', '')
  // A person's visit, their answer and a leaving take a moment to begin, be kept or be done.
  const busy = '.languages-large button, [type=submit], dialog button'
  const isBusy = [...top.querySelectorAll(busy)].some((one) => one.ariaDisabled === 'true')
  const shown = [...top.querySelectorAll('h1, h2')].find(isShown)?.textContent ?? ''
  const heading = isBusy ? '' : shown
  return { heading, controls: all.length }
}

/** Lets `told` say whether the control has heard of its touch. */
function listen(control: Element) {
  document.documentElement.dataset['untold'] = ''
  const tell = () => delete document.documentElement.dataset['untold']
  control.addEventListener('click', tell, { capture: true, once: true })
}

const told = () => document.documentElement.dataset['untold'] === undefined

/** After the next two frames. */
const settled = () =>
  new Promise<boolean>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(true), 20))),
  )
