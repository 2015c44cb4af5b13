import { expect, test } from 'vitest'
import { rivalOf } from '../../../src/survey/statistics/lead.ts'
import { measuresOf } from '../../../src/survey/statistics/measure.ts'
import { ask, options } from '../../make.ts'

const question = ask.choice('val', { options: options('a', 'b', 'c') })

function rival(counts: number[], population?: number) {
  const rows = ['a', 'b', 'c'].map((id, index) => ({ id, count: counts[index]! }))
  const n = counts.reduce((sum, count) => sum + count)
  const table = { id: 'val', kind: 'choice' as const, n, options: rows }
  return rivalOf(question, measuresOf(question, table, { population }))
}

// By hand: of 100, 45 and 30 differ by 0.15 and vary by (0.75 − 0.0225)/100, so reach 0.167;
// 50 and 30 differ by 0.20 and reach 0.171.
test('who comes next is a rival while chance reaches that far', () => {
  expect(rival([30, 45, 25])).toBe('a')
  expect(rival([30, 50, 20])).toBeUndefined()
})

test('the same shares of many are no longer due to chance', () => {
  expect(rival([300, 450, 250])).toBeUndefined()
  expect(rival([30, 45, 25], 100)).toBeUndefined()
})

test('options that as many chose are told as that, and those nobody chose are no rivals', () => {
  expect(rival([40, 40, 20])).toBeUndefined()
  expect(rival([1, 0, 0])).toBeUndefined()
})
