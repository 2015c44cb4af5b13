/** So long without a touch, and the screen asks whether anyone is there. */
export const QUIET = 60_000

/** So long it asks. A touch begins it all anew, as often as one likes (WCAG 2.2.1). */
export const ASKING = 30_000

export type Presence = { is: 'here' } | { is: 'asked'; seconds: number } | { is: 'gone' }

/** Whether the person who last touched the screen at `touched` is still there; milliseconds. */
export function presenceAt(touched: number, now: number): Presence {
  const left = touched + QUIET + ASKING - now
  if (left <= 0) return { is: 'gone' }
  return left > ASKING ? { is: 'here' } : { is: 'asked', seconds: secondsOf(left) }
}

/** A touch counts, unless it came too late: then it is another person's. */
export const touch = (touched: number, now: number): number =>
  presenceAt(touched, now).is === 'gone' ? touched : Math.max(touched, now)

/** What a countdown says: never 0 while there is time. */
export const secondsOf = (milliseconds: number) => Math.max(0, Math.ceil(milliseconds / 1000))
