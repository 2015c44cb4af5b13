import { readFileSync } from 'node:fs'
import type { Server } from '../server.ts'

/**
 * Milliseconds of the processor that a server has had, as Linux tells them: a busy machine does
 * not stretch them as it does time.
 */
export function processorTime({ process: { pid } }: Server): number {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(after[11]) + Number(after[12])) * 10
  } catch {
    return Number.NaN
  }
}
