import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences, named } from '../../src/survey/draft/differences.ts'
import { clashKey, merge, type Side } from '../../src/survey/draft/merge.ts'
import { isKeyed, keyOf, ORDER } from '../../src/survey/draft/merge-lists.ts'
import { withoutNamesakes } from '../../src/survey/draft/namesakes.ts'
import { isMap, same, type Step, type Tree } from '../../src/survey/draft/tree.ts'
import { seeded } from '../random.ts'
import { draftAnd, edited } from './edits.ts'
import { tree } from './tree.ts'

const seed = Math.floor(seeded('merge')() * 2 ** 31)
const runs = { seed, numRuns: 500 }

const begins = (path: Step[], start: Step[]) => start.every((step, index) => path[index] === step)

/** Where both added something of the same name, one holds what the other added to it. */
function holds(merged: unknown, side: unknown, base: unknown): boolean {
  if (same(merged, side)) return true
  if (base !== undefined) return false
  if (isKeyed(merged) && isKeyed(side)) {
    return side.every((item) => holds(named(merged, [keyOf(item)!]), item, undefined))
  }
  if (!isMap(merged) || !isMap(side)) return false
  return Object.keys(side).every((name) => holds(merged[name], side[name], undefined))
}

/** The changes of one side that are neither in the merged draft nor told as a clash. */
function lost(base: Tree, side: Tree, merged: Tree, clashes: { path: Step[] }[]) {
  return differences(base, side).filter(
    (path) =>
      path.at(-1) !== ORDER &&
      !holds(named(merged, path), named(side, path), named(base, path)) &&
      !clashes.some((clash) => begins(path, clash.path) || begins(clash.path, path)),
  )
}

describe('two drafts of one', () => {
  test('one who changed nothing gets the other’s', () => {
    fc.assert(
      fc.property(draftAnd(1), ([base, other]) => {
        expect(merge(base, base, other!)).toEqual({ merged: other, clashes: [] })
        expect(merge(base, other!, base)).toEqual({ merged: other, clashes: [] })
        expect(merge(base, other!, other!)).toEqual({ merged: other, clashes: [] })
      }),
      runs,
    )
  })

  test('nothing that either did is lost: it is there, or it is asked about', () => {
    fc.assert(
      fc.property(draftAnd(2), ([base, mine, theirs]) => {
        const { merged, clashes } = merge(base, mine!, theirs!)
        expect(lost(base, mine!, merged, [])).toEqual([])
        expect(lost(base, theirs!, merged, clashes)).toEqual([])
        for (const { path, ...sides } of clashes.filter(({ path }) => path.at(-1) !== ORDER)) {
          expect(named(mine, path)).toEqual(sides.mine)
          expect(named(theirs, path)).toEqual(sides.theirs)
        }
      }),
      runs,
    )
  })

  test('where theirs is chosen each time, everything of theirs is there', () => {
    fc.assert(
      fc.property(draftAnd(2), ([base, mine, theirs]) => {
        const { clashes } = merge(base, mine!, theirs!)
        const choices = Object.fromEntries(
          clashes.map(({ path }) => [clashKey(path), 'theirs' as Side]),
        )
        const { merged } = merge(base, mine!, theirs!, choices)
        expect(lost(base, theirs!, merged, [])).toEqual([])
        expect(lost(base, mine!, merged, clashes)).toEqual([])
      }),
      runs,
    )
  })

  test('it is the same whoever comes second, but for the sides', () => {
    fc.assert(
      fc.property(draftAnd(2), ([base, mine, theirs]) => {
        const one = merge(base, mine!, theirs!).clashes.map(({ path }) => clashKey(path))
        const other = merge(base, theirs!, mine!).clashes.map(({ path }) => clashKey(path))
        expect(one.toSorted()).toEqual(other.toSorted())
      }),
      runs,
    )
  })
})

const base = tree()
const ids = (merged: Tree) => (merged['questions'] as { id: string }[]).map(({ id }) => id).join()

test('moved by one, written in by the other', () => {
  const mine = edited(base, ['move', 0, 4])
  const theirs = edited(base, ['say', 'q1', 'Ny'])
  const { merged, clashes } = merge(base, mine, theirs)
  expect(clashes).toEqual([])
  expect(ids(merged)).toBe('q2,q3,q4,q5,q1')
  expect(named(merged, ['questions', 'q1', 'text', 'sv'])).toBe('Ny')
})

test('removed by one and written in by the other is asked about', () => {
  const mine = edited(base, ['remove', 'q4'])
  const theirs = edited(base, ['say', 'q4', 'Ny'])
  const { clashes } = merge(base, mine, theirs)
  expect(clashes.map(({ path }) => path)).toEqual([['questions', 'q4']])
  const chosen = merge(base, mine, theirs, { [clashKey(['questions', 'q4'])]: 'theirs' })
  expect(ids(chosen.merged)).toBe('q1,q2,q3,q4,q5')
})

test('two orders are one field', () => {
  const mine = edited(base, ['move', 0, 1])
  const theirs = edited(base, ['move', 4, 0])
  const { merged, clashes } = merge(base, mine, theirs)
  expect(clashes.map(({ path }) => path)).toEqual([['questions', '#order']])
  expect(ids(merged)).toBe('q2,q1,q3,q4,q5')
})

test('questions that each added stay both, also where their ids are the same', () => {
  const question = (sv: string) => ({ id: 'vad-tycker-du', kind: 'text', text: { sv } })
  const hanging = { id: 'h', kind: 'text', showIf: { question: 'vad-tycker-du', is: ['a'] } }
  const questions = base['questions'] as unknown[]
  const mine = { ...base, questions: [...questions, question('Mitt'), hanging] }
  const theirs = { ...base, questions: [...questions, question('Deras')] }
  const apart = withoutNamesakes(base, mine, theirs)
  const { merged, clashes } = merge(base, apart, theirs)
  expect(clashes).toEqual([])
  expect(ids(merged).split(',').slice(5).toSorted()).toEqual([
    'h',
    'vad-tycker-du',
    'vad-tycker-du-2',
  ])
  expect(named(merged, ['questions', 'vad-tycker-du-2', 'text', 'sv'])).toBe('Mitt')
  expect(named(merged, ['questions', 'h', 'showIf'])).toMatchObject({ question: 'vad-tycker-du-2' })
  expect(withoutNamesakes(base, theirs, theirs)).toBe(theirs)
})
