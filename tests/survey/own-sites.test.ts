import { describe, expect, test } from 'vitest'
import { atOwnSites } from '../../src/survey/own-sites.ts'
import type { Group, Release } from '../../src/survey/release.ts'
import type { Table } from '../../src/survey/table.ts'
import { seeded } from '../random.ts'
import { derivableSmallSet } from './derive.ts'
import { memberSets, survey, views } from './people.ts'

const nobody = { responses: 0, bySite: {}, byDay: {}, byChannel: {}, byLanguage: {} }
const asked = ['alla', 'ibland', 'bara', 'skala', 'ordning']

/** What a planner of these sites sees of a release. */
const seenAt = (release: Release, ids: string[], own: string[]): Release =>
  atOwnSites({ questionnaire: survey(5, ids), participation: nobody, release, texts: [] }, own)
    .release

describe('planners of some sites', () => {
  const random = seeded('own sites')

  test('who pool what they see, over time, still single out nobody', () => {
    for (let round = 0; round < 15; round += 1) {
      const ids = ['a', 'b', 'c', 'd'].slice(0, 2 + (round % 3))
      const own = ids.map((id) => [id])
      const seen = views(5, ids, random).flatMap((release) =>
        own.map((sites) => seenAt(release, ids, sites)),
      )
      for (const question of asked) {
        expect(derivableSmallSet(memberSets(seen, question), 5), question).toBeUndefined()
      }
    }
  })

  test('cannot subtract their own and be left with one other site', () => {
    let told = 0
    for (let round = 0; round < 24; round += 1) {
      const ids = ['a', 'b', 'c', 'd'].slice(0, 2 + (round % 3))
      for (const release of views(5, ids, random)) {
        for (const question of asked) {
          const left = leftOver(seenAt(release, ids, ['a']), question)
          if (!left) continue
          told += 1
          for (const group of release.groups.filter(({ by }) => by === 'site')) {
            const foreign = (group.sites ?? [group.id]).filter((site) => site !== 'a')
            const members = membersIn(group, question).join()
            if (foreign.length === 1 && members !== '') expect(left).not.toBe(members)
          }
        }
      }
    }
    expect(told).toBeGreaterThan(50)
  })

  test('see the whole where several others are in it, as it is', () => {
    const release = views(5, ['a', 'b', 'c'], random).at(-1)!
    const whole = (one: Release) => one.groups[0]!
    const seen = seenAt(release, ['a', 'b', 'c'], ['a'])
    for (const table of whole(seen).questions.filter((one) => !one.apart)) {
      expect(whole(release).questions).toContainEqual(table)
    }
  })

  test('are told why the whole is not there, and get none of its numbers', () => {
    const releases = Array.from({ length: 5 }, () => views(5, ['a', 'b'], random)).flat()
    const tables = releases.flatMap(
      (release) => seenAt(release, ['a', 'b'], ['a']).groups[0]!.questions,
    )
    const apart = tables.filter((table) => table.apart)
    expect(apart.length).toBeGreaterThan(0)
    for (const table of apart) expect([table.withheld, numbersIn(table)]).toEqual([true, 0])
  })
})

/** Every number of a table, added up. */
const numbersIn = ({ n, dontKnow = 0, options, wins }: Table): number => {
  const rows = options.flatMap(({ count, first = 0, meanRank, places = [] }) => [
    count,
    first,
    meanRank ?? 0,
    ...places,
  ])
  return [n, dontKnow, ...rows, wins ? 1 : 0].reduce((sum, number) => sum + number, 0)
}

const membersIn = ({ questions }: Group, question: string): string[] => {
  const table = questions.find(({ id }) => id === question)!
  return table.options.filter(({ count }) => count > 0).map(({ id }) => id)
}

/** The members of the whole who are not at one's own site. */
function leftOver({ groups }: Release, question: string): string | undefined {
  const [all, ...own] = groups
  const mine = new Set(own.flatMap((group) => membersIn(group, question)))
  const left = membersIn(all!, question).filter((member) => !mine.has(member))
  return left.length > 0 ? left.join() : undefined
}
