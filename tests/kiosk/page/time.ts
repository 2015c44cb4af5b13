interface Timer {
  at: number
  what: () => void
  owner: object
}

export type Time = ReturnType<typeof makeTime>

/** Time that passes only when told to, and only once everything that is under way has been done. */
export function makeTime(start: number, quiet: () => Promise<void>) {
  let now = start
  let timers: Timer[] = []

  return {
    now: () => now,
    quiet,
    after(owner: object, milliseconds: number, what: () => void) {
      const timer = { at: now + milliseconds, what, owner }
      timers.push(timer)
      return () => void (timers = timers.filter((one) => one !== timer))
    },
    /** Nothing that the owner waits for will happen. */
    drop(owner: object) {
      timers = timers.filter((timer) => timer.owner !== owner)
    },
    /** Time passes, but nothing happens in it. */
    skips(milliseconds: number) {
      now += milliseconds
      for (const timer of timers) timer.at += milliseconds
    },
    async passes(milliseconds: number) {
      const until = now + milliseconds
      for (;;) {
        await quiet()
        const next = timers.toSorted((one, two) => one.at - two.at)[0]
        now = Math.min(next?.at ?? until, until)
        if (!next || next.at > until) return
        timers = timers.filter((one) => one !== next)
        next.what()
      }
    },
  }
}
