import type { KioskAnswers, SealingKey } from '../../src/survey/tablets/kiosk.ts'
import type { Clock } from './clock.ts'
import { makeDating } from './dating.ts'
import type { Queue } from './queue.ts'
import { LOCK } from './sender.ts'
import type { Surroundings } from './surroundings.ts'

/** Puts answers into the queue; no page sends while this one is unsure of their dates. */
export function makeKeeping(
  clock: Clock,
  queue: Pick<Queue, 'add' | 'redate'>,
  locks: Surroundings['locks'],
) {
  const dating = makeDating(clock)
  let underWay = 0
  let release: (() => void) | undefined

  function holdBack() {
    if (release) return
    const released = new Promise<void>((resolve) => (release = resolve))
    void locks?.request(LOCK, { mode: 'shared' }, () => released)
  }

  /** Corrects dates, once the time is known. */
  async function settle() {
    if (!clock.sure()) return
    await dating.correct(queue.redate)
    if (underWay > 0) return
    release?.()
    release = undefined
  }

  return {
    holdBack,
    settle,
    async keep(key: SealingKey, answers: KioskAnswers, timeZone: string) {
      if (!clock.sure()) holdBack()
      underWay += 1
      try {
        await dating.dated(answers.id, timeZone, (date) => queue.add(key, answers, date))
      } finally {
        underWay -= 1
      }
      // It is kept; a date that could not be corrected is no reason to ask the person again.
      await settle().catch(() => {})
    },
  }
}
