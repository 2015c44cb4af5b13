/** The tablet's two clocks at one moment: one that may be changed, one that may stand still. */
export interface Reading {
  wall: number
  steady: number
}

/** What is stored for a start without network. */
export interface Mark {
  /** the server's clock minus the tablet's */
  offset: number
  /** the server's clock when it was last known for sure: it cannot be earlier now */
  latest: number
}

/** A moment of this session; what time it was can be told again when more is known. */
export interface Moment {
  steady: number
  /** jumps of the wall clock before it */
  jumps: number
}

/** The two clocks parted by `size`: the wall clock was set, or the steady one stood still. */
interface Jump {
  size: number
  /** how long the steady clock stood still, as the tablet slept */
  slept: number
}

/** Less is the clock being kept in time. */
const JUMP = 1000

export type Clock = ReturnType<typeof makeClock>

/** The server's time on a tablet whose own clock may be wrong, and may be changed at any time. */
export function makeClock(read: () => Reading, mark?: Mark) {
  let seen = read()
  let hidden = false
  const jumps: Jump[] = []
  let heardOnce = false
  let sure = false
  let latest = mark?.latest ?? 0
  let anchor = {
    time: Math.max(seen.wall + (mark?.offset ?? 0), latest),
    moment: { steady: seen.steady, jumps: 0 },
  }

  function moment(): Moment {
    const next = read()
    const size = next.wall - seen.wall - (next.steady - seen.steady)
    if (Math.abs(size) > JUMP) {
      // A screen that was dark all the while is a tablet asleep; before people, clocks are set.
      jumps.push({ size, slept: hidden ? Math.max(size, 0) : 0 })
      sure = false
    }
    seen = next
    return { steady: seen.steady, jumps: jumps.length }
  }

  function at({ steady, jumps: place }: Moment): number {
    const since = anchor.moment
    const slept = (from: number, to: number) =>
      jumps.slice(from, to).reduce((sum, jump) => sum + jump.slept, 0)
    return (
      anchor.time + steady - since.steady + slept(since.jumps, place) - slept(place, since.jumps)
    )
  }

  return {
    moment,
    at,
    now: () => at(moment()),
    /** Whether the time is the server's, with nothing odd since. */
    sure() {
      moment()
      return sure
    },
    /** The page was hidden, or is seen again. */
    hides(now: boolean) {
      moment()
      hidden = now
    },
    /** The server said its time in reply to what was sent at that moment. */
    heard(server: number, sent: Moment) {
      const got = moment()
      // Asleep or set in between: nobody knows how old the reply is.
      if (got.jumps !== sent.jumps) return
      const half = (got.steady - sent.steady) / 2
      const known = at(got)
      const right = sure && Math.abs(known - server - half) <= half
      // Between two words of the server it is plain how long the steady clock stood still.
      const still = server + half - anchor.time - (got.steady - anchor.moment.steady)
      explain(jumps.slice(anchor.moment.jumps), still, heardOnce ? Number.POSITIVE_INFINITY : CLOSE)
      anchor = { time: right ? known : server + half, moment: got }
      latest = anchor.time
      heardOnce = true
      sure = true
    },
    mark(): Mark {
      const now = at(moment())
      if (sure) latest = now
      return { offset: now - seen.wall, latest }
    },
  }
}

// More than these between two heartbeats cannot be told apart; the last ones are then guessed at.
const MOST = 12

// The stored time of a start without network may be wrong: then nothing adds up so closely.
const CLOSE = 5000

/** Finds the jumps that together make up the time for which the steady clock stood still. */
function explain(jumps: Jump[], still: number, within: number) {
  const tried = jumps.slice(0, MOST)
  const unexplained = (chosen: number) =>
    tried.reduce((rest, { size }, at) => (isIn(chosen, at) ? rest - size : rest), still)
  let best = 0
  for (let chosen = 1; chosen < 1 << tried.length; chosen += 1) {
    if (Math.abs(unexplained(chosen)) < Math.abs(unexplained(best))) best = chosen
  }
  if (Math.abs(unexplained(best)) > within) return
  for (const [at, jump] of tried.entries()) jump.slept = isIn(best, at) ? jump.size : 0
  // Set while it slept: the two are one jump, of which the rest is known.
  const [largest] = tried.toSorted((one, two) => Math.abs(two.size) - Math.abs(one.size))
  if (largest) largest.slept += unexplained(best)
}

const isIn = (chosen: number, at: number) => (chosen & (1 << at)) !== 0
