import { describe, expect, test } from 'vitest'
import { findPassages, maskPassages, type Passage } from '../../../src/survey/text/passages.ts'
import { seeded } from '../../random.ts'

const text = 'Anna på Norrby är bra. Anna lyssnar.'
const mask = (known: Passage[], passage: string, at?: number) => {
  const found = findPassages(text, known, passage, at)
  const rest = known.filter(
    (one) => !found.some(({ from, to }) => from <= one.from && one.to <= to),
  )
  return [...rest, ...found]
}

describe('a passage that is masked', () => {
  test('is gone wherever it stands', () => {
    expect(maskPassages(text, mask([], 'Anna'))).toBe('[…] på Norrby är bra. […] lyssnar.')
  })

  test('or only where it was pointed at', () => {
    expect(maskPassages(text, mask([], 'Anna', 23))).toBe('Anna på Norrby är bra. […] lyssnar.')
    expect(maskPassages(text, mask([], 'Anna', 4))).toBe('[…] på Norrby är bra. Anna lyssnar.')
  })

  test('takes in what it touches of earlier ones', () => {
    const first = mask([], 'Norrby')
    expect(maskPassages(text, first)).toBe('Anna på […] är bra. Anna lyssnar.')
    const wider = mask(first, 'på […] är')
    expect(wider).toEqual([{ from: 5, to: 17 }])
    expect(maskPassages(text, wider)).toBe('Anna […] bra. Anna lyssnar.')
    expect(maskPassages(text, mask(first, ']'))).toBe('Anna på […] är bra. Anna lyssnar.')
  })

  test('is not found where readers do not see it', () => {
    const first = mask([], 'Norrby')
    expect(findPassages(text, first, 'Norrby')).toEqual([])
    expect(findPassages(text, first, 'Örebro')).toEqual([])
    expect(findPassages(text, first, '')).toEqual([])
  })
})

test('whatever is masked after the other, none of it is read, and all else is', () => {
  const random = seeded('passages')
  for (let round = 0; round < 500; round += 1) {
    // Each sign once, so that what is left tells which signs are masked.
    const written = 'abcdefghijklmnopqrst'
    let known: Passage[] = []
    const masked = new Set<string>()
    for (let step = 0; step < 4; step += 1) {
      const seen = maskPassages(written, known)
      const from = Math.floor(random() * seen.length)
      const passage = seen.slice(from, from + 1 + Math.floor(random() * 6))
      const found = findPassages(written, known, passage, from)
      for (const sign of passage) if (/[a-t]/.test(sign)) masked.add(sign)
      const touched = (one: Passage) =>
        found.some(({ from, to }) => from <= one.from && one.to <= to)
      known = [...known.filter((one) => !touched(one)), ...found]
      const left = maskPassages(written, known).replaceAll('[…]', '')
      expect(left).toBe([...written].filter((sign) => !masked.has(sign)).join(''))
    }
  }
})
