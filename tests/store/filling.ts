import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { Problem } from '../../src/survey/problem.ts'
import { issue } from './fixture.ts'
import { keeping, survey } from './sending.ts'

export interface Filled {
  acknowledged: string[]
  refused: string[]
  /** refusals that are no Problem `unavailable` */
  odd: string[]
  /** how often something was acknowledged again after a refusal */
  recoveries: number
}

/** Sends until the disk has been full for a while. Runs in a process of its own: see full.mjs. */
export async function fill(folder: string): Promise<Filled> {
  const store = openSqlite(folder)
  const content = survey()
  await issue(store, content)
  const filled: Filled = { acknowledged: [], refused: [], odd: [], recoveries: 0 }
  const text = 'Vi väntar länge på en tid. '.repeat(30)
  let failing = 0
  for (let round = 0; failing < 20; round += 1) {
    const burst = Array.from({ length: 20 }, (_, index) =>
      keeping(content, `${round}-${index}`, { text }),
    )
    const outcomes = await Promise.allSettled(burst.map((one) => store.keep(one)))
    const kept = outcomes.some(({ status }) => status === 'fulfilled')
    if (kept && failing > 0) filled.recoveries += 1
    failing = kept ? 0 : failing + 1
    for (const [index, outcome] of outcomes.entries()) {
      const { id } = burst[index]!.response
      if (outcome.status === 'fulfilled') filled.acknowledged.push(id)
      else filled.refused.push(id)
      if (outcome.status === 'rejected' && !isUnavailable(outcome.reason)) {
        filled.odd.push(String(outcome.reason))
      }
    }
  }
  await store.close()
  return filled
}

const isUnavailable = (error: unknown) => error instanceof Problem && error.code === 'unavailable'
