import { describe, expect, test } from 'vitest'
import { countsOf } from '../../src/survey/counts.ts'
import type { Questionnaire } from '../../src/survey/questionnaire.ts'
import { receive } from '../../src/survey/receive.ts'
import { finalRelease, type Release, stepRelease, type Tallies } from '../../src/survey/release.ts'
import { add } from '../../src/survey/strand.ts'
import { ask, options, questionnaire, sites } from '../make.ts'
import { seeded } from '../random.ts'
import { derivableSmallSet } from './derive.ts'

// Response i is the only one to choose option i (or step i), so a shown table tells exactly who
// is in it, and the test reads nothing but what a reader would.
const PEOPLE = 60
const everyone = options(...Array.from({ length: PEOPLE }, (_, index) => `p${index}`))

const survey = (k: number, ids: string[]) =>
  questionnaire(
    [
      ask.choice('alla', { options: everyone }),
      ask.choice('grund', { options: options('ja', 'nej') }),
      ask.choices('ibland', { options: everyone }),
      ask.choice('bara', { options: everyone, showIf: { question: 'grund', is: ['ja'] } }),
      ask.scale('skala', { from: 0, to: PEOPLE }),
      ask.ranking('ordning', { options: everyone, max: 1 }),
      ask.text('ord'),
    ],
    { smallestGroup: k, sites: sites(...ids) },
  )

type Random = () => number

function sendings(ids: string[], random: Random) {
  const skew = random() * 4
  const yes = random() * random()
  return Array.from({ length: Math.floor(random() * PEOPLE) }, (_, index) => ({
    submission: `person-${index}`,
    site: random() < 0.1 ? '' : (ids[Math.floor(ids.length * random() ** skew)] ?? ''),
    alla: `p${index}`,
    grund: random() < yes ? 'ja' : 'nej',
    ...(random() < 0.5 && { ibland: `p${index}` }),
    bara: `p${index}`,
    skala: random() < 0.3 ? 'dontknow' : String(index),
    'ordning.p0': undefined,
    [`ordning.p${index}`]: '1',
    ...(random() < 0.3 && { ord: `text ${index}` }),
  }))
}

function count(tallies: Tallies, questionnaire: Questionnaire, fields: Record<string, unknown>) {
  const arrival = { channel: 'web', language: 'sv', date: '2026-06-01' } as const
  const received = receive(questionnaire, fields, arrival)
  if ('faults' in received) throw new Error(JSON.stringify(received.faults))
  const { response } = received
  const strands = tallies.get(response.site) ?? new Map()
  tallies.set(response.site, strands)
  add(strands, countsOf(questionnaire, response), questionnaire.smallestGroup)
}

/** Every reader's view after every arrival and after closing. */
function views(k: number, ids: string[], random: Random): Release[] {
  const asked = survey(k, ids)
  const tallies: Tallies = new Map()
  const seen = [stepRelease(asked, tallies)]
  const arrived = new Map<string, number>()
  for (const fields of sendings(ids, random)) {
    count(tallies, asked, fields)
    const now = stepRelease(asked, tallies)
    const site = arrived.set(fields.site, (arrived.get(fields.site) ?? 0) + 1).get(fields.site)!
    // Participation is live, so a view that moved with any other arrival would tell of that one.
    if (site % k !== 0) expect(told(now), `moved with response ${site}`).toEqual(told(seen.at(-1)!))
    seen.push(now)
  }
  return [...seen, finalRelease(asked, tallies)]
}

/** The groups of which something is told. */
const told = ({ groups }: Release) =>
  groups.filter(({ released, questions }) => released > 0 || questions.some(({ n }) => n > 0))

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
      for (let round = 0; round < 60; round += 1) {
        const seen = views(k, ids, random)
        for (const question of ['alla', 'ibland', 'bara', 'skala', 'ordning']) {
          const small = derivableSmallSet(memberSets(seen, question), k)
          expect(small, `${question}: derivable`).toBeUndefined()
        }
        expectTextsInBatches(seen, k)
        expectDontKnowHidden(seen, k)
      }
    })
  }
})

function memberSets(seen: Release[], question: string): Set<string>[] {
  const sets = new Map<string, Set<string>>()
  for (const { groups } of seen) {
    for (const { questions } of groups) {
      const table = questions.find(({ id }) => id === question)!
      const members = table.options.filter((row) => row.count > 0).map(({ id }) => id)
      expect(members.length).toBe(table.n)
      if (members.length > 0) sets.set(members.join(), new Set(members))
    }
  }
  return [...sets.values()]
}

function expectTextsInBatches(seen: Release[], k: number) {
  const shown = new Map<string, number>()
  for (const { groups, final } of seen) {
    for (const { by, id, questions } of groups) {
      const { n } = questions.find((table) => table.id === 'ord')!
      const key = `${by} ${id}`
      const more = n - (shown.get(key) ?? 0)
      if (!final || by === 'all') expect(more === 0 || more >= k, `${key}: ${more} more`).toBe(true)
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
    for (let round = 0; round < 100; round += 1) {
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
    expect(final.groups[0]!.questions.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(final.groups[0]!.questions[0]!.withheld).toBe(true)
    expect(final.unshown).toEqual(['ord'])
  })
})
