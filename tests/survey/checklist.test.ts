import { expect, test } from 'vitest'
import { checklistOf } from '../../src/survey/draft/checklist.ts'
import { copyOf, inLanguages } from '../../src/survey/draft/copy.ts'
import type { Marks } from '../../src/survey/draft/marks.ts'
import './temporal.ts'
import { known, tree, type Tree } from './tree.ts'

const now = Temporal.Instant.from('2026-05-01T12:00:00Z').epochMilliseconds

function left(more: Tree, marks: Marks = {}): string[] {
  const whole = Object.fromEntries(
    Object.entries(tree(more)).filter(([, value]) => value !== undefined),
  )
  const { points, content } = checklistOf({ tree: whole, marks }, 'prov-1', known, now)
  const lacks = points.flatMap(({ name, lacks: some }) =>
    some.map(({ path, code }) => `${name}: ${path.join('.')} ${code}`),
  )
  expect(content === undefined).toBe(lacks.length > 0)
  return lacks
}

const privacy = tree()['privacy'] as Tree

test('a complete draft lacks nothing', () => expect(left({})).toEqual([]))

test.each<[string, Tree, string[]]>([
  [
    'dates',
    { opens: undefined, closes: undefined },
    ['dates: opens missing', 'dates: closes missing'],
  ],
  ['a day that has passed', { opens: '2026-04-01', closes: '2026-04-30' }, ['dates: closes past']],
  ['a date that is none', { closes: '2026-02-30' }, ['dates: closes date']],
  ['a zone', { timeZone: 'Norden' }, ['timeZone: timeZone zone']],
  ['sites that nobody spoke of', { sites: undefined }, ['sites: sites unsaid']],
  ['no sites, said so', { sites: [] }, []],
  [
    'a name of a site',
    { sites: [{ id: 'a', name: { sv: 'A' } }] },
    ['texts: sites.0.name.da missing'],
  ],
  ['a small group', { smallestGroup: 4 }, ['smallestGroup: smallestGroup whole']],
  ['a translation', { title: { sv: 'Prov' } }, ['texts: title.da missing']],
  [
    'a purpose',
    { privacy: { ...privacy, purpose: { da: 'x' } } },
    ['purpose: privacy.purpose.sv missing'],
  ],
  [
    'a deletion',
    { privacy: { ...privacy, retainUntil: undefined } },
    ['retention: privacy.retainUntil missing'],
  ],
  [
    'a decision',
    { privacy: { ...privacy, decision: { sv: '1' } } },
    ['retention: privacy.decision.da missing'],
  ],
  ['questions', { questions: [] }, ['questions: questions missing']],
  ['a field of its own', { odd: 1 }, ['rest: odd field']],
])('%s', (_, more, expected) => expect(left(more)).toEqual(expected))

test('a translation older than its text is not right', () => {
  expect(left({}, { 'title:da': 'Förr' })).toEqual(['fresh: title.da stale'])
})

test('a copy has the questions, and nothing of the inquiry', () => {
  const copy = copyOf(tree())
  expect(copy['questions']).toEqual(tree()['questions'])
  for (const name of ['id', 'opens', 'closes']) expect(copy).not.toHaveProperty(name)
  for (const name of ['retainUntil', 'decision']) expect(copy['privacy']).not.toHaveProperty(name)
  expect(copyOf(undefined)).toEqual({})
})

test('languages that are left out take their words along', () => {
  const danish = inLanguages(tree(), ['da'])
  expect(danish).toMatchObject({ languages: ['da'], title: { da: 'Prov' }, intro: 'Svar' })
  expect(JSON.stringify(danish)).not.toContain('"sv"')
})
