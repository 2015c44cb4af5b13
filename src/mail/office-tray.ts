import { FORGOTTEN, unlock } from '../secrets.ts'
import { RESET_HOLDS } from '../store/store.ts'
import type { Claimed } from '../survey/people/letter.ts'
import { type Desk, writeLetter } from './letters.ts'
import type { Tray } from './tray.ts'

/** Letters to people of the office. */
export function officeTray(desk: Desk): Tray {
  const { store, secret, clock } = desk

  async function write(claimed: Claimed) {
    const { letter } = claimed
    if (letter.kind !== 'forgotten') return writeLetter(desk, claimed)
    const email = unlock(secret, FORGOTTEN, letter.email)
    if (email === undefined) return { reason: 'locked with another secret' }
    const now = clock()
    await store.answerForgotten(claimed, email, now, now + RESET_HOLDS)
    return undefined
  }

  return {
    async claim(now, heldUntil) {
      const claimed = await store.claimLetter(now, heldUntil)
      if (!claimed) return undefined
      const settle = () => store.settleLetter(claimed)
      return {
        ...claimed,
        kind: claimed.letter.kind,
        write: () => write(claimed),
        settle,
        postpone: (dueAt) => store.postponeLetter(claimed, dueAt),
        giveUp: settle,
      }
    },
    waiting: () => store.lettersWaiting(),
  }
}
