export const TRIES = 5
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 15 * 60_000

/** Wrong PINs in a row, and until when no other is taken. */
export interface Tries {
  wrong: number
  until: number
}

export const noTries: Tries = { wrong: 0, until: 0 }

/** After five wrong ones a wait, and after each five more twice as long. */
export function afterWrong({ wrong, until }: Tries, now: number): Tries {
  const next = wrong + 1
  if (next % TRIES !== 0) return { wrong: next, until }
  const wait = FIRST_WAIT * 2 ** (next / TRIES - 1)
  return { wrong: next, until: now + Math.min(wait, LONGEST_WAIT) }
}
