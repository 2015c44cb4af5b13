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

interface Jump {
  size: number
  /** the tablet slept and its steady clock stood still; else somebody set the wall clock */
  slept: boolean
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
      jumps.push({ size, slept: hidden && size > 0 })
      sure = false
    }
    seen = next
    return { steady: seen.steady, jumps: jumps.length }
  }

  function at({ steady, jumps: place }: Moment): number {
    const since = anchor.moment
    const slept = (from: number, to: number) =>
      jumps.slice(from, to).reduce((sum, jump) => sum + (jump.slept ? jump.size : 0), 0)
    return (
      anchor.time + steady - since.steady + slept(since.jumps, place) - slept(place, since.jumps)
    )
  }

  /** Between two words of the server it is plain which jumps were sleep: those time went on in. */
  function explain(elapsed: number) {
    const open = jumps.slice(anchor.moment.jumps).toSorted((one, two) => two.size - one.size)
    let missing = elapsed - (seen.steady - anchor.moment.steady)
    for (const jump of open) {
      jump.slept = jump.size > 0 && Math.abs(missing - jump.size) < Math.abs(missing)
      if (jump.slept) missing -= jump.size
    }
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
      if (heardOnce) explain(server + half - anchor.time)
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
