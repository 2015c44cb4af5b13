import { expect, test } from 'vitest'
import { makeFaultLog } from '../../src/fault-log.ts'
import { Problem } from '../../src/survey/problem.ts'

test('what the store cannot is said once a minute for each cause and job; all else each time', () => {
  const lines: Record<string, unknown>[] = []
  let now = 0
  const log = makeFaultLog(() => now, { write: (line) => void lines.push(JSON.parse(line)) })
  const full = new Problem('unavailable', ['SQLITE_FULL: database or disk is full'])
  const broken = new Problem('unavailable', ['SQLITE_IOERR: disk I/O error'])
  const said = (step: () => void) => {
    lines.length = 0
    step()
    return lines.map(({ msg, job, leftOut }) => [msg, job, leftOut])
  }

  for (let answer = 0; answer < 3; answer += 1) log.error({ err: full }, 'not kept')
  log.error({ err: broken }, 'not kept')
  log.error({ err: full, job: 'purge' }, 'job failed')
  expect(lines).toHaveLength(3)
  expect(said(() => log.error({ err: new Error('ours') }, 'refused'))).toHaveLength(1)
  expect(said(() => log.error({ err: new Error('ours') }, 'refused'))).toHaveLength(1)
  now = 59_999
  expect(said(() => log.error({ err: full }, 'not kept'))).toEqual([])
  now = 60_000
  expect(said(() => log.error({ err: full }, 'not kept'))).toEqual([['not kept', undefined, 3]])
  now = -1
  expect(said(() => log.error({ err: full }, 'not kept'))).toHaveLength(1)
})
