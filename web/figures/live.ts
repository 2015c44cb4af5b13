import { drawFigures } from './figures.ts'
import { offerPictures } from './pictures.ts'

interface Participation {
  responses: number
  byDay: Record<string, number>
}

/** The numbers that follow from new responses are fetched at most this often. */
const REFRESH = 20_000
const RETRY = 10_000

/** Counts responses as they come, and says whether it does. */
export function watchParticipation(part: HTMLElement) {
  const state = part.querySelector<HTMLElement>('[data-live-state]')
  const address = part.dataset['live']
  if (!state || !address) return
  const show = (when: 'live' | 'away') => {
    for (const words of state.querySelectorAll<HTMLElement>('[data-when]')) {
      words.hidden = words.dataset['when'] !== when
    }
    state.dataset['state'] = when
  }
  const fresh = refresher(part)
  let last: string | undefined
  const connect = () => {
    const source = new EventSource(address)
    source.addEventListener('open', () => show('live'))
    source.addEventListener('participation', ({ data }: MessageEvent<string>) => {
      const changed = count(part, JSON.parse(data) as Participation)
      if (changed || (last !== undefined && last !== data)) fresh()
      last = data
    })
    source.addEventListener('error', () => {
      show('away')
      // The browser tries again by itself, but not after a refusal.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY)
    })
  }
  connect()
}

/** Writes the headline numbers; returns whether they changed. */
function count(part: HTMLElement, { responses, byDay }: Participation): boolean {
  const format = new Intl.NumberFormat(document.documentElement.lang)
  let changed = false
  for (const number of part.querySelectorAll<HTMLElement>('[data-live-count]')) {
    const name = number.dataset['liveCount']!
    const text = format.format(name === 'responses' ? responses : (byDay[name] ?? 0))
    changed ||= number.textContent !== text
    number.textContent = text
  }
  return changed
}

/** Fetches the page again, once for many changes, and puts its fresh parts in place. */
function refresher(part: HTMLElement) {
  let timer: number | undefined
  return () => {
    timer ??= window.setTimeout(async () => {
      timer = undefined
      // Nobody asked for it: an unattended page must not keep its session alive.
      const headers = { 'svar-refresh': '1' }
      const reply = await fetch(location.href, { headers }).catch(() => undefined)
      if (!reply?.ok || reply.redirected) return
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
      for (const old of part.querySelectorAll<HTMLElement>('[data-fresh]')) replace(old, page)
      const newer = part.querySelector<HTMLElement>('[data-newer]')
      const released = page.querySelector<HTMLElement>('[data-released]')?.dataset['released']
      if (newer && released !== part.dataset['released']) newer.hidden = false
    }, REFRESH)
  }
}

/** What was put in place last; the page's own parts have been drawn in since they came. */
const placed = new WeakMap<HTMLElement, string>()

function replace(old: HTMLElement, page: Document) {
  const next = page.getElementById(old.id)
  if (!next || next.innerHTML === placed.get(old) || old.contains(document.activeElement)) return
  placed.set(old, next.innerHTML)
  const open = [...old.querySelectorAll('details')].map((details) => details.open)
  old.replaceChildren(...next.childNodes)
  drawFigures(old)
  offerPictures(old)
  for (const [index, details] of old.querySelectorAll('details').entries()) {
    details.open = open[index] ?? details.open
  }
}
