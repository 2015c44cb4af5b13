import { describe, expect, test } from 'vitest'
import { finalRelease, type Release, stepRelease, type Tallies } from '../../src/survey/release.ts'
import { runs, seeded } from '../random.ts'
import { derivableSmallSet } from './derive.ts'
import { count, memberSets, PEOPLE, survey, views } from './people.ts'

const settings = [
  { k: 5, ids: [] },
  { k: 5, ids: ['a', 'b'] },
  { k: 5, ids: ['a', 'b', 'c', 'd', 'e', 'f'] },
  { k: 7, ids: ['a', 'b', 'c'] },
  { k: 12, ids: ['a', 'b', 'c'] },
]

describe('nothing that readers see tells of fewer than the smallest group', () => {
  const random = seeded('release')
  for (const { k, ids } of settings) {
    test(`k = ${k}, ${ids.length} sites`, () => {
      for (let round = 0; round < runs(30); round += 1) {
        const seen = views(k, ids, random)
        for (const question of ['alla', 'ibland', 'bara', 'skala', 'tal', 'ordning']) {
          const small = derivableSmallSet(memberSets(seen, question), k)
          expect(small, `${question}: derivable`).toBeUndefined()
        }
        expectTextsInBatches(seen, k)
        expectDontKnowHidden(seen, k)
      }
    })
  }
})

describe('nor where some withdraw', () => {
  const random = seeded('release, withdrawals')
  for (const { k, ids } of settings) {
    test(`k = ${k}, ${ids.length} sites`, () => {
      for (let round = 0; round < runs(8); round += 1) {
        const seen = views(k, ids, random, random() * 0.6)
        for (const question of ['alla', 'ibland', 'bara', 'skala', 'tal', 'ordning']) {
          const small = derivableSmallSet(memberSets(seen, question), k)
          expect(small, `${question}: derivable`).toBeUndefined()
        }
        expectTextsInBatches(seen, k)
        expectDontKnowHidden(seen, k)
      }
    })
  }
})

test('a site that stays as it was last shown is no cover for another', () => {
  const asked = survey(5, ['a', 'b', 'c'])
  const tallies: Tallies = new Map()
  const seen: Release[] = []
  let place = 0
  const arrive = (site: string, isAnswered: boolean) => {
    const own = `p${(place += 1)}`
    const fields = { submission: `person-${place}`, site, ...(isAnswered && { ibland: own }) }
    const back = count(tallies, asked, fields)
    seen.push(stepRelease(asked, tallies))
    return back
  }
  const backs = Array.from({ length: 20 }, (_, index) => arrive('a', index < 10))
  backs[9]!()
  for (let index = 0; index < 12; index += 1) arrive('b', index < 3)
  for (let index = 0; index < 25; index += 1) arrive('c', true)
  const final = finalRelease(asked, tallies)
  expect(derivableSmallSet(memberSets([...seen, final], 'ibland'), 5)).toBeUndefined()
  const table = ({ questions }: Release['groups'][number]) =>
    questions.find(({ id }) => id === 'ibland')!
  expect(final.groups.map((group) => table(group).n)).toEqual([33, 0, 0, 0])
})

function expectTextsInBatches(seen: Release[], k: number) {
  const shown = new Map<string, number>()
  for (const { groups, final } of seen) {
    for (const { by, id, questions } of groups) {
      const { n } = questions.find((table) => table.id === 'ord')!
      const key = `${by} ${id}`
      const more = n - (shown.get(key) ?? 0)
      // One less is someone's who took their words back.
      const isStep = more === 0 || more === -1 || more >= k || (final && n === 0)
      if (!final || by === 'all') expect(isStep, `${key}: ${more} more`).toBe(true)
      else expect(n === 0 || n >= k).toBe(true)
      shown.set(key, n)
    }
  }
}

function expectDontKnowHidden(seen: Release[], k: number) {
  for (const { groups } of seen) {
    for (const { questions } of groups) {
      const table = questions.find(({ id }) => id === 'skala')!
      if ((table.dontKnow ?? 0) > 0) expect(table.n).toBeGreaterThanOrEqual(k)
    }
  }
}

describe('what is shown is what was answered', () => {
  const random = seeded('release, whole')
  test('the final release counts everyone, and its parts add up', () => {
    for (let round = 0; round < runs(50); round += 1) {
      const final = views(5, ['a', 'b', 'c', 'd'], random).at(-1)!
      const [all, ...parts] = final.groups
      const released = parts.reduce((sum, part) => sum + part.released, 0)
      if (parts.length > 0) expect(released).toBe(all!.released)
      for (const part of parts) expect(part.released === 0 || part.released >= 10).toBe(true)
    }
  })

  test('while open, a site is at most 2k−1 responses behind', () => {
    const asked = survey(5, ['a'])
    const tallies: Tallies = new Map()
    for (let index = 0; index < PEOPLE; index += 1) {
      count(tallies, asked, { submission: `person-${index}`, site: 'a', alla: `p${index}` })
      const { released } = stepRelease(asked, tallies)
      const received = index + 1
      expect(received - released).toBeLessThanOrEqual(9)
      expect(released).toBe(Math.max(0, Math.floor(received / 5) * 5 - 5))
    }
  })

  test('too few in all: nothing is shown, also after closing', () => {
    const asked = survey(5, [])
    const tallies: Tallies = new Map()
    for (let index = 0; index < 4; index += 1) {
      count(tallies, asked, { submission: `person-${index}`, alla: `p${index}` })
    }
    const final = finalRelease(asked, tallies)
    expect(final.released).toBe(0)
    expect(final.groups[0]!.questions.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    expect(final.groups[0]!.questions[0]!.withheld).toBe(true)
    expect(final.unshown).toEqual(['ord'])
  })
})
