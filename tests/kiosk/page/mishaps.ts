import { localDate } from '../../../src/survey/calendar.ts'
import { FAIR, ZONE } from './server.ts'
import type { World } from './world.ts'

const HOUR = 3_600_000

export type Mishaps = ReturnType<typeof makeMishaps>

/** What befalls a tablet between two persons. */
export function makeMishaps({ time, server, tablet, random }: World) {
  const perhaps = (chance: number) => random() < chance
  const everyone = (hidden: boolean) => tablet.pages.forEach((page) => page.hides(hidden))
  const everyHeard = (since: number) => tablet.pages.every(({ heard }) => heard > since)
  const anyTime = () => (random() - 0.5) * 144 * HOUR

  function weather() {
    const wasDown = server.weather.down
    server.weather = perhaps(0.2)
      ? FAIR
      : {
          dropped: 0.1,
          unacknowledged: 0.3,
          unavailable: 0.1,
          tooMany: 0.05,
          garbled: 0.03,
          forgetful: 0.1,
          down: perhaps(0.5),
          hangs: perhaps(0.1),
        }
    if (wasDown && !server.weather.down && perhaps(0.5)) {
      for (const page of tablet.pages) page.goesOnline()
    }
  }

  function sleeps(dark: boolean) {
    everyone(dark)
    const long = random() * 8 * HOUR
    time.skips(long)
    tablet.slept += long
    everyone(false)
  }

  function isSet(dark: boolean) {
    everyone(dark)
    tablet.wrong += anyTime()
    everyone(false)
  }

  /** Switched off or crashed; perhaps its clock starts somewhere else. */
  async function restarts() {
    for (const page of tablet.pages) page.close()
    if (perhaps(0.5)) time.skips(random() * 14 * HOUR)
    if (perhaps(0.3)) {
      tablet.wrong += anyTime()
      tablet.jumped = time.now()
    }
    await tablet.open()
  }

  return {
    restarts,
    /** Nothing has happened since the last heartbeat that only the next one can put right. */
    isSure: () => everyHeard(tablet.jumped),
    async befall() {
      if (perhaps(0.1)) weather()
      if (perhaps(0.04)) {
        // What looks like something else can be told only between two heartbeats.
        const misleading = perhaps(0.5) && everyHeard(Number.NEGATIVE_INFINITY)
        if (perhaps(0.5)) sleeps(!misleading)
        else isSet(misleading)
        tablet.jumped = time.now()
      }
      if (perhaps(0.02) && tablet.pages.length < 2) await tablet.open()
      else if (perhaps(0.03) && tablet.pages.length > 1 && everyHeard(tablet.jumped)) {
        tablet.pages[0]!.close()
      }
      if (perhaps(0.02) && everyHeard(tablet.jumped)) await restarts()
      // A date is right to some seconds.
      const date = (away: number) => localDate(time.now() + away, ZONE)
      if (date(-5000) !== date(5000)) await time.passes(10_000)
    },
  }
}
