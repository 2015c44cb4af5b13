import type { Station } from '../../../web/kiosk/station.ts'
import { numbersFrom } from '../../random.ts'
import type { Memory } from './memory.ts'
import type { PageWindow } from './page.ts'
import { unwatch, watch } from './quiet.ts'
import type { Server } from './server.ts'
import type { Time } from './time.ts'

export interface Page {
  station: Station
  window: PageWindow
  /** when the heartbeat was sent that was last answered */
  readonly heard: number
  goesOnline(): void
  hides(hidden: boolean): void
  /** The page is gone from one moment to the next. */
  close(): void
}

export type Tablet = ReturnType<typeof makeTablet>

/** A tablet with its clocks; each page is an iframe, which shares the database and the locks. */
export function makeTablet(time: Time, server: Server, seed: number, memory?: Memory) {
  let opened = 0
  const tablet = {
    /** how wrong its own clock is */
    wrong: 0,
    /** how long its steady clock has stood still */
    slept: 0,
    /** when its clocks parted last */
    jumped: Number.NEGATIVE_INFINITY,
    forgotten: 0,
    pages: [] as Page[],
    open,
  }

  async function open(): Promise<Page> {
    const frame = document.createElement('iframe')
    frame.src = '/page.html'
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
    const window = frame.contentWindow as unknown as PageWindow
    watch(window)
    const since = time.now() - tablet.slept
    opened += 1
    const random = numbersFrom(seed * 1000 + opened)
    let open = true
    let heard = Number.NEGATIVE_INFINITY
    const online: (() => void)[] = []
    const hidden: ((hidden: boolean) => void)[] = []
    const station = await window.openStation({
      version: '1',
      async fetch(path, init) {
        const sent = time.now()
        const reply = await server.fetch(random, path, init)
        if (reply.ok && path === '/kiosk/heartbeat' && sent > tablet.jumped) heard = sent
        return reply
      },
      wall: () => time.now() + tablet.wrong,
      steady: () => time.now() - tablet.slept - since,
      random,
      after: (milliseconds, what) => time.after(frame, milliseconds, what),
      onOnline: (what) => online.push(what),
      onHidden: (what) => hidden.push(what),
      openStore: (onClosed) =>
        memory ? memory.open(() => !open) : window.openStore('svar-kiosk', onClosed),
      locks: window.navigator.locks,
      storage: window.navigator.storage,
      forget: async () => void (tablet.forgotten += 1),
    })
    const page: Page = {
      station,
      window,
      get heard() {
        return heard
      },
      goesOnline: () => online.forEach((what) => what()),
      hides: (now) => hidden.forEach((what) => what(now)),
      close() {
        open = false
        time.drop(frame)
        frame.remove()
        unwatch(window)
        tablet.pages = tablet.pages.filter((one) => one !== page)
      },
    }
    tablet.pages.push(page)
    return page
  }

  return tablet
}
