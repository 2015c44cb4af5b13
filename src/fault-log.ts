import { type DestinationStream, pino } from 'pino'
import { Problem } from './survey/problem.ts'

/** With a line for each refused answer, the log would fill the disk that is full already. */
const PAUSE = 60_000

/**
 * Warnings and faults, a line of JSON each. While the store can keep nothing, each cause is said
 * once a minute, with how many like it were left out.
 */
export function makeFaultLog(clock: () => number, to?: DestinationStream) {
  const said = new Map<string, { at: number; left: number }>()
  const options: pino.LoggerOptions = {
    level: 'warn',
    base: null,
    hooks: {
      logMethod([about, ...words], write) {
        const cause = causeOf(about)
        if (cause === undefined) return write.apply(this, [about, ...words])
        const now = clock()
        const last = said.get(cause)
        if (last && Math.abs(now - last.at) < PAUSE) {
          last.left += 1
          return
        }
        said.set(cause, { at: now, left: 0 })
        const leftOut = last?.left ? { leftOut: last.left } : {}
        write.apply(this, [Object.assign({}, about, leftOut), ...words])
      },
    },
  }
  return to ? pino(options, to) : pino(options)
}

/** What the store said that it could not, and to which job. */
function causeOf(about: unknown): string | undefined {
  const { err, job = '' } = (about ?? {}) as { err?: unknown; job?: string }
  if (!(err instanceof Problem) || err.code !== 'unavailable') return undefined
  return `${job} ${err.message}`
}
