import { faultsOf } from './checks.ts'
import { element, showProblems } from './problems.ts'

const PATIENCE = 30_000

/**
 * Sends without leaving the page, so that nothing typed is lost where the net is. The same id is
 * sent again, so an answer that did arrive is not counted twice.
 */
export function sending(main: HTMLElement, again: () => void) {
  const button = main.querySelector<HTMLButtonElement>('#send')!
  const words = button.textContent
  const notice = element('div')
  notice.setAttribute('role', 'alert')
  button.before(notice)
  let busy = false
  let sent = false

  const languages = document.querySelectorAll('[name=to][form=answers]')

  const setBusy = (now: boolean) => {
    busy = now
    for (const one of [button, ...languages]) one.setAttribute('aria-disabled', String(now))
    button.textContent = now ? button.dataset['sending']! : words
  }

  main.addEventListener('submit', (event) => {
    const pressed = event.submitter ?? document.activeElement
    if (!busy && pressed?.getAttribute('name') === 'to') return
    event.preventDefault()
    if (busy) return
    notice.replaceChildren()
    const wrong = faultsOf(main)
    showProblems(main, wrong, button.dataset)
    if (wrong.length === 0) void send(event.target as HTMLFormElement)
  })
  addEventListener('pageshow', ({ persisted }) => {
    // Answers that are sent must not come back with "back": the next person may be another one.
    if (persisted && sent) location.reload()
    setBusy(false)
  })

  async function send(form: HTMLFormElement) {
    setBusy(true)
    const said = await post(form).catch(() => 'offline' as const)
    if (said === 'done') {
      sent = true
      return
    }
    setBusy(false)
    if (said === 'replaced') again()
    else notice.replaceChildren(element('p', 'notice', button.dataset[said]))
  }
}

type Outcome = 'done' | 'replaced' | 'unsaved' | 'tooLarge' | 'gone'

/** Where sending the same again cannot help. */
const refusals: Partial<Record<number, Outcome>> = {
  403: 'gone',
  404: 'gone',
  410: 'gone',
  413: 'tooLarge',
}

async function post(form: HTMLFormElement): Promise<Outcome> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE)
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  // Who fetches the thanks says so: what is shown once is for the page that follows.
  const headers = { 'X-Requested-With': 'script' }
  const { signal } = patience
  const reply = await fetch(location.pathname, { method: 'POST', body, headers, signal })
  if (reply.redirected && new URL(reply.url).pathname.endsWith('/thanks')) {
    // Not assign: "back" on a shared device must not show the previous person's answers.
    location.replace(reply.url)
    return 'done'
  }
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
  clearTimeout(timer)
  // Anything else than our form or the closed page would take the answers away.
  const ours =
    page.querySelector('#answers') ?? (reply.status === 410 && page.querySelector('#main'))
  if (!ours) return refusals[reply.status] ?? 'unsaved'
  document.title = page.title
  document.body.replaceWith(page.body)
  const told = document.querySelector<HTMLElement>('[data-problems]')
  ;(told ?? document.querySelector<HTMLElement>('#main'))?.focus()
  return 'replaced'
}
