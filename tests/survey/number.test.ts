import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Binned, binsOf, binWords, derivedBins, isUneven } from '../../src/survey/bins.ts'
import { breaking } from '../../src/survey/draft/changes.ts'
import { ruleOf } from '../../src/survey/kinds/kinds.ts'
import type { QuestionOf } from '../../src/survey/questionnaire.ts'
import { likelyMiddle, middleOf } from '../../src/survey/statistics/middle.ts'
import { ask, content, text } from '../make.ts'
import { seeded } from '../random.ts'
import { sent } from './sent.ts'

type Numeric = QuestionOf<'number'>
const made = (more: Partial<Numeric> = {}) => ask.number('q', more) as Numeric
const kept = (question: Numeric, written: unknown) =>
  sent([question], { q: written }).answers?.['q']
const faultIn = (question: Numeric, written: unknown) =>
  sent([question], { q: written }).faults?.[0]?.code

const wide = made({ from: -5000, to: 99_999, decimals: 1, bins: [-5000, -2.5, 0, 1000, 12_500] })

describe('what is written', () => {
  test.each([
    ['0', '0..999.9'],
    ['-0', '0..999.9'],
    ['007', '0..999.9'],
    ['2,5', '0..999.9'],
    ['2.50', '0..999.9'],
    ['999,9', '0..999.9'],
    ['1000', '1000..12499.9'],
    ['1 000', '1000..12499.9'],
    ['1\u00a0000', '1000..12499.9'],
    ['1\u202f000,5', '1000..12499.9'],
    ['1.000', '1000..12499.9'],
    ['1,000', '1000..12499.9'],
    ["12'500", '12500..99999'],
    ['12.500,0', '12500..99999'],
    ['12,500.0', '12500..99999'],
    ['-2,5', '-2.5..-0.1'],
    ['−2,5', '-2.5..-0.1'],
    ['– 2,6', '-5000..-2.6'],
    [' 12 500,0 ', '12500..99999'],
    ['١ ٥٠٠', '1000..12499.9'],
    ['1500 minuter', '1000..12499.9'],
    ['1500Minuter', '1000..12499.9'],
    ['١٥٠٠', '1000..12499.9'],
    ['٢٫٥', '0..999.9'],
    [2.5, '0..999.9'],
    [-2.5, '-2.5..-0.1'],
    [['1000', 'b'], '1000..12499.9'],
  ])('%j is counted as %s', (written, bin) => {
    expect(kept(wide, written)).toBe(bin)
  })

  test.each([
    ['tre', 'no-number'],
    ['minuter', 'no-number'],
    ['1-2', 'no-number'],
    ['5 10', 'no-number'],
    ['1 30', 'no-number'],
    ["5'30", 'no-number'],
    ['--1', 'no-number'],
    ['1.000.5', 'no-number'],
    ['1,2,3', 'no-number'],
    ['1e3', 'no-number'],
    ['0x10', 'no-number'],
    ['5.', 'no-number'],
    ['½', 'no-number'],
    ['NaN', 'no-number'],
    [1e300, 'no-number'],
    [Infinity, 'no-number'],
    ['2,55', 'decimals'],
    ['0.125', 'decimals'],
    [2.125, 'decimals'],
    ['100 000', 'out-of-bounds'],
    ['-5001', 'out-of-bounds'],
    ['9'.repeat(400), 'out-of-bounds'],
  ])('%j is refused: %s', (written, code) => {
    expect(faultIn(wide, written)).toBe(code)
  })

  test('is whole where that was asked for, and a zero behind the comma is no decimal', () => {
    expect(faultIn(made(), '2,5')).toBe('not-whole')
    expect(kept(made(), '15,0')).toBe('15..29')
  })

  test('leaves nothing but its bin, which is all that is read again', () => {
    const { answers } = sent([made()], { q: '437' })
    expect(answers).toEqual({ q: '60..600' })
    expect(sent([made()], answers!)).toMatchObject({ answers, counted: ['q:  60..600'] })
    expect(faultIn(made(), '60..599')).toBe('no-number')
  })

  test('is told back as it was written, with its unit', () => {
    const words = { other: '', none: '', dontKnow: '' }
    const print = (q: unknown) => ruleOf(wide).print(wide, { q }, 'sv', words)
    expect(print('1.500,5')).toEqual(['1500,5\u00a0minuter'])
    expect(print('-5000..-2.6')).toEqual(['−5000 – −2,6\u00a0minuter'])
    expect(print('fem')).toEqual(['fem'])
    expect(print('9'.repeat(400))).toEqual(['9'.repeat(400)])
  })
})

const bounds = fc
  .record({
    from: fc.integer({ min: -1_000_000, max: 999_999 }),
    span: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2_000_000 })),
    decimals: fc.constantFrom(0 as const, 1 as const),
  })
  .map(({ from, span, decimals }): Omit<Binned, 'bins'> => {
    const units = 10 ** decimals
    return { from: from / units, to: Math.min(1_000_000 * units, from + span) / units, decimals }
  })

describe('bins that nobody declared', () => {
  test('hold every number once, are few, and as wide as each other but at the ends', () => {
    const seed = Math.floor(seeded('bins')() * 2 ** 31)
    fc.assert(
      fc.property(bounds, (given) => {
        const bins = binsOf({ ...given, bins: derivedBins(given) })
        const units = 10 ** given.decimals
        const whole = (value: number) => Math.round(value * units)
        expect(bins.length).toBeLessThanOrEqual(8)
        expect(bins.length).toBeGreaterThan(1)
        expect([bins[0]!.from, bins.at(-1)!.to]).toEqual([given.from, given.to])
        for (const [index, { from, to }] of bins.entries()) {
          expect(to).toBeGreaterThanOrEqual(from)
          if (index > 0) expect(whole(from) - whole(bins[index - 1]!.to)).toBe(1)
        }
        const inner = bins.slice(1, -1).map(({ from, to }) => whole(to) - whole(from))
        expect(new Set(inner).size).toBeLessThanOrEqual(1)
      }),
      { seed, numRuns: 2000 },
    )
  })

  test.each([
    [0, 5, 0, [0, 1, 2, 3, 4, 5]],
    [0, 600, 0, [0, 100, 200, 300, 400, 500]],
    [18, 99, 0, [18, 30, 40, 50, 60, 70, 80, 90]],
    [16, 120, 0, [16, 40, 60, 80, 100]],
    [0, 1, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-10, 10, 0, [-10, -5, 0, 5]],
  ] as const)(
    'from %s to %s with %s decimals begin at round numbers',
    (from, to, decimals, bins) => {
      expect(derivedBins({ from, to, decimals })).toEqual(bins)
    },
  )
})

test('bins are uneven where one is half as wide again as another', () => {
  expect(isUneven({ from: 0, to: 100, decimals: 0, bins: [0, 20, 40, 60, 80] })).toBe(false)
  expect(isUneven({ from: 0, to: 24, decimals: 0, bins: [0, 10] })).toBe(false)
  expect(isUneven({ from: 0, to: 2.5, decimals: 1, bins: [0, 1] })).toBe(true)
})

test('a running survey keeps its bins; the words of its unit may be corrected', () => {
  const before = content([made()])
  const after = (more: Partial<Numeric>) => breaking(before, content([made(more)]))
  expect(after({ unit: text('min') })).toEqual([])
  for (const more of [{ from: 1 }, { to: 601 }, { decimals: 1 }, { bins: [0, 15, 30] }] as const) {
    expect(after(more as Partial<Numeric>)).toMatchObject([{ code: 'number' }])
  }
})

test('years are not parted', () => {
  const year = made({ from: 1940, to: 2026, bins: [1940, 2000], unit: { da: 'år' } })
  expect(binsOf(year).map(({ id }) => binWords(year, id, 'da'))[0]).toBe('1940–1999\u00a0år')
})

test('bins are written as the language writes numbers', () => {
  const hours = made({
    from: 0,
    to: 15_000,
    decimals: 1,
    bins: [0, 0.5, 10_000],
    unit: { da: 'timer' },
  })
  const inDanish = binsOf(hours).map(({ id }) => binWords(hours, id, 'da'))
  expect(inDanish).toEqual([
    '0–0,4\u00a0timer',
    '0,5–9999,9\u00a0timer',
    '10.000–15.000\u00a0timer',
  ])
  const single = made({ from: 0, to: 9, bins: [0, 1] })
  expect(binsOf(single).map(({ id }) => binWords(single, id, 'sv'))).toEqual([
    '0\u00a0minuter',
    '1–9\u00a0minuter',
  ])
})

describe('the middle answer', () => {
  const table = (...counts: number[]) => ({
    id: 'q',
    kind: 'number' as const,
    n: counts.reduce((sum, one) => sum + one, 0),
    options: counts.map((count, index) => ({ id: String(index), count })),
  })

  test('is in the bin that half of the answers reach into', () => {
    expect(middleOf(table(3, 4, 2))).toEqual({ low: '1', high: '1' })
    expect(middleOf(table(0, 0, 7))).toEqual({ low: '2', high: '2' })
  })

  test('lies between two bins where just half end with the one, empty ones between or not', () => {
    expect(middleOf(table(5, 0, 3, 2))).toEqual({ low: '0', high: '2' })
    expect(middleOf(table(0.1 + 0.2, 0.3))).toEqual({ low: '0', high: '1' })
  })

  test('of few is less sure than of many, and of everyone it is known', () => {
    expect(likelyMiddle(table(4, 3, 4), 11)).toEqual({ low: '0', high: '2' })
    expect(likelyMiddle(table(400, 300, 400), 1100)).toEqual({ low: '1', high: '1' })
    expect(likelyMiddle(table(4, 3, 4), 11, 11)).toEqual({ low: '1', high: '1' })
  })
})
