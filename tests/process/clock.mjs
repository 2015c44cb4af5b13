// Loaded before the built program (NODE_OPTIONS), to let it live at another time, or faster: so
// many of its seconds are one of ours, counted from an instant that all its processes share.
const { CLOCK_AHEAD = 0, CLOCK_SPEED = 1, CLOCK_FROM = 0 } = process.env
const [ahead, speed, from] = [CLOCK_AHEAD, CLOCK_SPEED, CLOCK_FROM].map(Number)
const Real = Date
const now = () => Math.floor(from + (Real.now() - from) * speed + ahead)

if (speed === 1)
  Date.now = (
    (real) => () =>
      real() + ahead
  )(Date.now.bind(Date))
else {
  globalThis.Date = class extends Real {
    static now = now
    constructor(...given) {
      super(...(given.length > 0 ? given : [now()]))
    }
  }
  // The schedule's alone: others wait for real things.
  const wait = globalThis.setTimeout
  globalThis.setTimeout = (step, time, ...rest) =>
    wait(step, new Error().stack.includes('/croner/') ? time / speed : time, ...rest)
}
