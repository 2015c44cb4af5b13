import { describe, expect, test } from 'vitest'
import { logOddsScore } from '../../../src/survey/statistics/log-odds.ts'

describe('log-odds ratio with an informative Dirichlet prior', () => {
  // No published table of scores could be opened, so this asserts a computation of ours. By hand: a = 100 · 30 / 200 = 15; δ = ln(35 / 165) − ln(25 / 175) = 0.39531;
  // σ² = 1 / 35 + 1 / 25 = 0.068571; z = 0.39531 / 0.26186 = 1.50963.
  test('as worked out by hand from the formulas of Monroe et al., 2008', () => {
    const uses = { here: 20, elsewhere: 10, allHere: 100, allElsewhere: 100 }
    expect(logOddsScore(uses, 100)).toBeCloseTo(1.50963, 4)
  })

  test('what is used alike everywhere does not stand out, and sides are mirrored', () => {
    expect(logOddsScore({ here: 7, elsewhere: 7, allHere: 50, allElsewhere: 50 }, 100)).toBe(0)
    const one = logOddsScore({ here: 9, elsewhere: 2, allHere: 60, allElsewhere: 40 }, 100)
    const other = logOddsScore({ here: 2, elsewhere: 9, allHere: 40, allElsewhere: 60 }, 100)
    expect(one).toBeCloseTo(-other, 12)
  })

  test('the same share weighs more the more there is to go by', () => {
    const few = logOddsScore({ here: 3, elsewhere: 1, allHere: 30, allElsewhere: 30 }, 100)
    const many = logOddsScore({ here: 30, elsewhere: 10, allHere: 300, allElsewhere: 300 }, 100)
    expect(many).toBeGreaterThan(few)
  })
})
