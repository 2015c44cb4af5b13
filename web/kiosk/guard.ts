const EDITING = new Set(['KeyA', 'KeyY', 'KeyZ', 'Backspace', 'Delete', 'Home', 'End'])

/** Nothing that a person does on the screen leads out of it, or carries anything to the next. */
export function guard(page: Window) {
  const { document, history } = page
  const refuse = (event: Event) => event.preventDefault()
  const strict = { passive: false, capture: true } as const

  for (const name of ['contextmenu', 'dragstart', 'drop', 'copy', 'cut', 'paste']) {
    document.addEventListener(name, refuse, strict)
  }
  for (const name of ['gesturestart', 'gesturechange', 'gestureend']) {
    document.addEventListener(name, refuse, strict)
  }
  document.addEventListener('selectstart', (event) => {
    if (!isField(event.target)) event.preventDefault()
  })
  document.addEventListener(
    'touchmove',
    (event) => event.touches.length > 1 && refuse(event),
    strict,
  )
  document.addEventListener('wheel', (event) => event.ctrlKey && refuse(event), strict)
  document.addEventListener('keydown', (event) => leadsOut(event) && refuse(event), strict)
  document.addEventListener('auxclick', refuse, strict)

  // One entry that "back" may use up, and gets back at once: it never leaves the page.
  if (history.state !== 'kiosk') history.pushState('kiosk', '')
  page.addEventListener('popstate', () => {
    if (history.state !== 'kiosk') history.go(1)
  })
  // A page out of the browser's memory could hold what someone wrote.
  page.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) page.location.reload()
  })
}

/** Keys with which a browser opens, prints, searches, enlarges or leaves. */
function leadsOut(event: KeyboardEvent): boolean {
  const { key, code, altKey, ctrlKey, metaKey } = event
  if (/^F\d+$/.test(key) || /^(Browser|Launch|Context|Help|Find|Print)/.test(key)) return true
  if (altKey && /^(Arrow(Left|Right)|Home)$/.test(key)) return true
  // AltGr writes letters, and is Ctrl and Alt at once on some keyboards.
  if (event.getModifierState('AltGraph') || !(ctrlKey || metaKey)) return false
  return !(isField(event.target) && (EDITING.has(code) || code.startsWith('Arrow')))
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
