import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { choose, enrolled, onward, openSurveys } from './tablet.ts'

const here = journeys({ prepare: openSurveys() })

test('no link, no menu, no copy, no drag, no pinch, no shortcut', async () => {
  const { page } = await enrolled(here)
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3]) await onward(page)
  await page.locator('textarea').waitFor()
  expect(
    await page.locator('a, iframe, select, [href]:not(head *), [contenteditable]').count(),
  ).toBe(0)

  const allowed = await page.evaluate(() => {
    const area = document.querySelector('textarea')!
    const heading = document.querySelector('h1')!
    const passes = (target: Element, event: Event) => target.dispatchEvent(event)
    const plain = (name: string) => new Event(name, { bubbles: true, cancelable: true })
    const key = (init: KeyboardEventInit) =>
      new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
    const events: [string, Element, Event][] = [
      ...['contextmenu', 'dragstart', 'drop', 'copy', 'cut', 'paste', 'gesturestart'].map(
        (name): [string, Element, Event] => [name, area, plain(name)],
      ),
      ['select words', heading, plain('selectstart')],
      [
        'ctrl and wheel',
        heading,
        new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }),
      ],
      ['print', area, key({ key: 'p', code: 'KeyP', ctrlKey: true })],
      ['search', area, key({ key: 'f', code: 'KeyF', metaKey: true })],
      ['enlarge', heading, key({ key: '+', code: 'Equal', ctrlKey: true })],
      ['back', area, key({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true })],
      ['help', area, key({ key: 'F1', code: 'F1' })],
      ['developer tools', area, key({ key: 'F12', code: 'F12' })],
    ]
    const fine: [string, Element, Event][] = [
      ['select own words', area, plain('selectstart')],
      ['undo', area, key({ key: 'z', code: 'KeyZ', ctrlKey: true })],
      ['a letter', area, key({ key: 'p', code: 'KeyP' })],
      [
        'an at sign',
        area,
        key({ key: '@', code: 'Digit2', ctrlKey: true, altKey: true, modifierAltGraph: true }),
      ],
      ['wheel', heading, new WheelEvent('wheel', { bubbles: true, cancelable: true })],
    ]
    const through = (list: typeof events) =>
      list.filter(([, target, event]) => passes(target, event)).map(([name]) => name)
    return { out: through(events), fine: through(fine).length === fine.length }
  })
  expect(allowed).toEqual({ out: [], fine: true })

  const style = await page.evaluate(() => {
    const { touchAction, overscrollBehaviorY, userSelect } = getComputedStyle(document.body)
    return [touchAction, overscrollBehaviorY, userSelect]
  })
  expect(style).toEqual(['pan-y', 'none', 'none'])
})

test('a field tells the tablet to keep nothing of what is written', async () => {
  const { page } = await enrolled(here)
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3]) await onward(page)
  const area = page.locator('textarea')
  const traits = ['autocomplete', 'autocorrect', 'spellcheck', 'name'] as const
  const told = await Promise.all(traits.map((trait) => area.getAttribute(trait)))
  expect(told).toEqual(['off', 'off', 'false', null])
})

test('the field stays above the keyboard', async () => {
  const { page } = await enrolled(here)
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3]) await onward(page)
  await page.locator('textarea').tap()
  // As Safari does it: the page stays, and less of it is seen.
  await page.evaluate(() => {
    const seen = window.visualViewport!
    Object.defineProperty(seen, 'height', { value: 380 })
    Object.defineProperty(seen, 'offsetTop', { value: 60 })
    seen.dispatchEvent(new Event('resize'))
  })
  for (const part of ['textarea', 'h1', '.ways [type=submit]']) {
    const { y, height } = (await page.locator(part).boundingBox())!
    expect(y, part).toBeGreaterThanOrEqual(60)
    expect(y + height, part).toBeLessThanOrEqual(440)
    if (part === 'textarea') expect(height).toBeGreaterThanOrEqual(64)
  }
})

test('"Listen" reads with the tablet’s own voice, and stops with the screen', async () => {
  const { page } = await enrolled(here)
  expect(await page.getByRole('button', { name: 'Lyssna' }).count()).toBe(0)
  await page.addInitScript(() => {
    const said: string[] = []
    const voices = [
      { lang: 'sv-SE', localService: true },
      { lang: 'da_DK', localService: false },
    ]
    const synthesis = {
      getVoices: () => voices,
      speak: ({ text }: { text: string }) => said.push(text),
      cancel: () => said.push('stop'),
    }
    const Utterance = class extends EventTarget {
      text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, said })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await page.getByRole('button', { name: 'Lyssna' }).tap()
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  await page.getByRole('button', { name: 'Sluta läsa' }).waitFor()
  expect((await said()).slice(-8, -6)).toEqual([
    'Vad är viktigast för dig på din vårdcentral?',
    'Att få en tid snabbt när jag behöver det, också på kvällar',
  ])
  await choose(page, 0)
  await onward(page)
  await page.getByText('Fråga 2 av').waitFor()
  await page.getByRole('button', { name: 'Lyssna' }).waitFor()
  expect((await said()).at(-1)).toBe('stop')
  await page.getByRole('button', { name: 'Avsluta' }).tap()
  await page.getByRole('button', { name: 'Avsluta och ta bort' }).tap()
  await page.getByRole('button', { name: 'Dansk' }).tap()
  await page.getByText('Spørgsmål 1 af').waitFor()
  expect(await page.getByRole('button', { name: 'Lyt' }).count()).toBe(0)
})
