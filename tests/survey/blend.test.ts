import { expect, test } from 'vitest'
import {
  closeBatch,
  emptyBlend,
  noteMember,
  profileOf,
  withPairs,
} from '../../src/survey/color/blend.ts'

const batch = (...profiles: string[][]) => {
  const blend = emptyBlend()
  for (const groups of profiles) noteMember(blend, profileOf(groups))
  return blend
}

test('a pair has what its two differ in, and nothing that they share', () => {
  const blend = batch(['web', 'sv', 'ung'], ['qr', 'sv', 'ung'])
  closeBatch(blend)
  expect([...blend.pairs]).toEqual([['qr = =|web = =', 1]])
  expect(blend.open.size).toBe(0)
})

test('nobody is in two pairs, and who are alike are in none', () => {
  expect(withPairs(batch(['web', 'sv'], ['web', 'sv'], ['web', 'sv'])).size).toBe(0)
  const alone = batch(['web', 'sv'], ['web', 'sv'], ['web', 'sv'], ['qr', 'sv'])
  expect([...withPairs(alone)]).toEqual([['qr =|web =', 1]])
})

test('however many batches there were, the kinds of pairs stay few', () => {
  const blend = emptyBlend()
  for (let index = 0; index < 2000; index += 1) {
    const groups = [`k${index % 3}`, `l${(index * 7) % 5}`, `b${(index * 11) % 13}`]
    noteMember(blend, profileOf(groups))
    if (index % 100 === 99) closeBatch(blend)
  }
  expect(blend.pairs.size).toBe(40)
})
