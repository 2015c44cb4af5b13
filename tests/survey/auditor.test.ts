import { describe, expect, test } from 'vitest'
import { audit } from '../../src/survey/auditor/audit.ts'
import { seeded } from '../random.ts'
import { crowd, crowdSurvey, finalOf, received, shownSets, told } from './crowd.ts'
import { derivableSmallSet } from './derive.ts'

describe('a final release with breakdowns', () => {
  test('of 1 000 random populations passes the auditor, and shows something', () => {
    const random = seeded('auditor, passes')
    let shown = 0
    for (let round = 0; round < 1000; round += 1) {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, round % 7)
      const asked = crowdSurvey(5, ids)
      const { evidence } = received(asked, crowd(100, ids, random, 5))
      const { groups } = finalOf(asked, evidence)
      expect(audit(asked, groups, evidence), `round ${round}`).toEqual([])
      const tables = groups.filter(({ by }) => by !== 'all' && by !== 'site')
      if (tables.some(({ questions }) => questions.some(({ n }) => n > 0))) shown += 1
    }
    expect(shown).toBeGreaterThan(100)
  })

  test('singles out nobody, together with every step shown before', () => {
    const random = seeded('auditor, derive')
    let shown = 0
    for (let round = 0; round < 40; round += 1) {
      const ids = ['a', 'b', 'c'].slice(0, round % 4)
      const asked = crowdSurvey(90, ids)
      const { evidence, seen } = received(asked, crowd(90, ids, random))
      const final = finalOf(asked, evidence)
      shown += final.groups.filter(({ by }) => by !== 'all' && by !== 'site').length
      for (const question of told) {
        const sets = shownSets([...seen, final], question)
        expect(derivableSmallSet(sets, 5), `round ${round}, ${question}`).toBeUndefined()
      }
    }
    expect(shown).toBeGreaterThan(40)
  })
})
