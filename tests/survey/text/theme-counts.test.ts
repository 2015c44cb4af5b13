import { describe, expect, test } from 'vitest'
import { codingsOf } from '../../../src/survey/text/coding.ts'
import { themeCounts } from '../../../src/survey/text/theme-counts.ts'
import { seeded } from '../../random.ts'
import { derivableSmallSet } from '../derive.ts'

const themesOf = (...ids: string[]) => ids.map((id) => ({ id, name: id, description: '', key: id }))
const comments = (sizes: Record<string, number>) =>
  Object.entries(sizes).flatMap(([group, n]) =>
    Array.from({ length: n }, (_, index) => ({ id: `${group}${index}`, group })),
  )
const coded = (text: string, ...themes: string[]) => ({ text, coder: 'anna', themes })

test('counts by theme, of the whole and by group, with what is about none and what is unsorted', () => {
  const codings = codingsOf([
    coded('n0', 'a'),
    coded('n1', 'a', 'b'),
    coded('n2'),
    coded('s0', 'b'),
  ])
  expect(themeCounts(comments({ n: 6, s: 5 }), codings, themesOf('a', 'b'), 5)).toEqual([
    {
      id: 'all',
      n: 11,
      themes: [
        { id: 'a', count: 2 },
        { id: 'b', count: 2 },
      ],
      none: 1,
      unsorted: 7,
    },
    {
      id: 'n',
      n: 6,
      themes: [
        { id: 'a', count: 2 },
        { id: 'b', count: 1 },
      ],
      none: 1,
      unsorted: 3,
    },
    {
      id: 's',
      n: 5,
      themes: [
        { id: 'a', count: 0 },
        { id: 'b', count: 1 },
      ],
      none: 0,
      unsorted: 4,
    },
  ])
})

describe('the smallest group', () => {
  const shown = (sizes: Record<string, number>) =>
    themeCounts(comments(sizes), codingsOf([]), themesOf('a'), 5).map(({ id, n, withheld }) => {
      return withheld ? `${id} withheld` : `${id} ${n}`
    })

  test('keeps a small group, and the next smallest, from being told', () => {
    expect(shown({ n: 9, s: 3, t: 6 })).toEqual(['all 18', 'n 9', 's withheld', 't withheld'])
    expect(shown({ n: 4 })).toEqual(['all 0', 'n withheld'])
    expect(shown({ n: 5, s: 5 })).toEqual(['all 10', 'n 5', 's 5'])
  })

  // Each comment has a theme of its own, so a shown table tells exactly who is sorted in it; and
  // that the unsorted are counted too, who is in it at all.
  test('holds over all moments, whoever sorts meanwhile', () => {
    const random = seeded('theme counts')
    for (let round = 0; round < 40; round += 1) {
      const sizes = { n: 5 + Math.floor(random() * 9), s: 5 + Math.floor(random() * 9), t: 5 }
      const all = comments(sizes)
      const themes = themesOf(...all.map(({ id }) => id))
      const sets = new Map<string, Set<string>>()
      for (let sorted = 0; sorted <= all.length; sorted += 1) {
        const codings = codingsOf(all.slice(0, sorted).map(({ id }) => coded(id, id)))
        for (const group of themeCounts(all, codings, themes, 5)) {
          const told = group.themes.reduce((sum, { count }) => sum + count, 0) + group.unsorted
          expect(told).toBe(group.n)
          const members = all.filter(
            (one) => group.id === 'all' || (one.group === group.id && !group.withheld),
          )
          expect(members.length).toBe(group.n)
          sets.set(`${group.id} ${group.n}`, new Set(members.map(({ id }) => id)))
        }
      }
      expect(derivableSmallSet([...sets.values()], 5)).toBeUndefined()
    }
  })
})
