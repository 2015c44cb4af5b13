import { expect, test } from 'vitest'
import { condorcetWinner, duelsOf, type Wins } from '../../../src/survey/statistics/pairs.ts'

const wins = (counts: Record<string, Record<string, number>>): Wins =>
  new Map(Object.entries(counts).map(([id, over]) => [id, new Map(Object.entries(over))]))

// "Voting on the location of Tennessee's capital": Memphis 42 %, Nashville 26 %, Chattanooga 15 %,
// Knoxville 17 %, each by distance. The table of pairs and the ranking Nashville, Chattanooga,
// Knoxville, Memphis are those of
// liquisearch.com/condorcet_method/example_-_voting_on_the_location_of_tennessees_capital
test('the second choice of all wins against each', () => {
  const tennessee = wins({
    memphis: { nashville: 42, chattanooga: 42, knoxville: 42 },
    nashville: { memphis: 58, chattanooga: 68, knoxville: 68 },
    chattanooga: { memphis: 58, nashville: 32, knoxville: 83 },
    knoxville: { memphis: 58, nashville: 32, chattanooga: 17 },
  })
  const duels = duelsOf([...tennessee.keys()], tennessee)
  expect(duels).toEqual([
    { id: 'nashville', won: 3, tied: 0, lost: 0 },
    { id: 'chattanooga', won: 2, tied: 0, lost: 1 },
    { id: 'knoxville', won: 1, tied: 0, lost: 2 },
    { id: 'memphis', won: 0, tied: 0, lost: 3 },
  ])
  expect(condorcetWinner(duels)).toBe('nashville')
})

// M. de Condorcet, Essai (1785): a > b > c, b > c > a and c > a > b go round in a ring.
test('where majorities go round, nobody wins', () => {
  const ring = wins({ a: { b: 2, c: 1 }, b: { c: 2, a: 1 }, c: { a: 2, b: 1 } })
  const duels = duelsOf(['a', 'b', 'c'], ring)
  expect(duels.map(({ won, lost }) => [won, lost])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  expect(condorcetWinner(duels)).toBeUndefined()
})

test('as many either way is half a win', () => {
  const duels = duelsOf(['a', 'b'], wins({ a: { b: 3 }, b: { a: 3 } }))
  expect(duels).toEqual([
    { id: 'a', won: 0, tied: 1, lost: 0 },
    { id: 'b', won: 0, tied: 1, lost: 0 },
  ])
})
