import type { Page } from 'playwright-core'

const KEYS = [
  ...'F1 F3 F5 F6 F7 F11 F12 ContextMenu Alt+ArrowLeft Alt+ArrowRight Alt+Home'.split(' '),
  ...[...'FJLNOPRSTUW'].map((letter) => `Control+Key${letter}`),
  ...'Control+Shift+KeyI Control+Shift+Delete Control+Minus Meta+KeyQ'.split(' '),
]

/** Notes whatever would lead out of the page: a window, a dialog, a menu, another address. */
export async function watchWaysOut(page: Page, address: string): Promise<string[]> {
  const found: string[] = []
  const context = page.context()
  context.on('page', (other) => found.push(`window ${other.url()}`))
  page.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('download', (download) => found.push(`download ${download.url()}`))
  page.on('filechooser', () => found.push('file chooser'))
  page.on('framenavigated', (frame) => {
    if (frame.url() !== `${address}/kiosk`) found.push(`navigated to ${frame.url()}`)
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) found.push(`fetched ${request.url()}`)
  })
  await page.exposeFunction('wayOut', (what: string) => void found.push(what))
  await page.addInitScript(() => {
    const { wayOut } = window as unknown as { wayOut: (what: string) => void }
    for (const name of ['open', 'print', 'alert', 'confirm', 'prompt'] as const) {
      Object.assign(window, { [name]: () => wayOut(name) })
    }
    // Listened to last, when the page has had its say.
    for (const name of ['contextmenu', 'dragstart', 'auxclick', 'keydown'] as const) {
      addEventListener(name, (event) => {
        const key = event instanceof KeyboardEvent ? event.code : ''
        const plain = event instanceof KeyboardEvent && !/^(F\d|Alt|Control|Meta)/.test(key)
        const held =
          event instanceof KeyboardEvent && (event.ctrlKey || event.altKey || event.metaKey)
        const isModifier = /^(Alt|Control|Meta|Shift)(Left|Right)$/.test(key)
        if (event.defaultPrevented || isModifier || (plain && !held)) return
        wayOut(`${name} ${key}`)
      })
    }
  })
  return found
}

/** Every gesture that a tablet or its browser could take for a wish to leave, copy or enlarge. */
export async function gesture(page: Page) {
  const heading = page.locator('dialog h2, h1:visible').last()
  const { x, y, width, height } = (await heading.boundingBox())!
  const [left, middle] = [x + 4, y + height / 2]
  const cdp = await page.context().newCDPSession(page)
  const { mouse, keyboard } = page

  await mouse.click(left, middle, { button: 'right' })
  await mouse.click(left, middle, { button: 'middle' })
  await mouse.dblclick(left, middle)
  await mouse.move(left, middle)
  await mouse.down()
  await mouse.move(x + width, middle, { steps: 4 })
  await mouse.up()
  for (const key of KEYS) await keyboard.press(key)

  const points = [{ x: Math.round(left), y: Math.round(middle) }]
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] })
  const speed = { speed: 4000, gestureSourceType: 'touch' } as const
  const pulls = [
    { x: 640, y: 2, yDistance: 600 },
    { x: 2, y: 400, xDistance: 800 },
    { x: 1278, y: 400, xDistance: -800 },
  ]
  for (const pull of pulls) {
    await cdp.send('Input.synthesizeScrollGesture', { ...pull, ...speed })
  }
  await cdp.send('Input.synthesizePinchGesture', {
    x: 640,
    y: 400,
    scaleFactor: 2,
    relativeSpeed: 4000,
    gestureSourceType: 'touch',
  })
  await cdp.detach()
}

/** What a gesture may not have changed. */
export const disturbed = (page: Page) =>
  page.evaluate(() =>
    [
      window.visualViewport!.scale === 1 ? '' : 'enlarged',
      String(getSelection()) && 'selected',
      scrollX || scrollY ? 'scrolled' : '',
      document.fullscreenElement ? 'full screen' : '',
    ].filter(Boolean),
  )
