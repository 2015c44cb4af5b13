import { type Mark, makeClock } from '../../web/kiosk/clock.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A tablet's two clocks in a world of which the true time is known. */
export function makeTablet(start: string, wrong = 0) {
  let truth = Temporal.Instant.from(start).epochMilliseconds
  let wall = truth + wrong
  let steady = 5000
  const read = () => ({ wall, steady })
  return {
    truth: () => truth,
    passes(milliseconds: number) {
      truth += milliseconds
      wall += milliseconds
      steady += milliseconds
    },
    /** as while the tablet sleeps: its steady clock stands still */
    sleeps(milliseconds: number) {
      truth += milliseconds
      wall += milliseconds
    },
    isSet(by: number) {
      wall += by
    },
    /** switched off for a while */
    cold(milliseconds: number, mark?: Mark) {
      truth += milliseconds
      wall += milliseconds
      steady = 100
      return makeClock(read, mark)
    },
    clock: (mark?: Mark) => makeClock(read, mark),
  }
}

type Tablet = ReturnType<typeof makeTablet>

/** One heartbeat, with so long on the way there and back. */
export function beat(tablet: Tablet, clock: ReturnType<Tablet['clock']>, there = 0, back = there) {
  const sent = clock.moment()
  tablet.passes(there)
  const said = tablet.truth()
  tablet.passes(back)
  clock.heard(said, sent)
}
