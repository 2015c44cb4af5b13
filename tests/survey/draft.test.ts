import { describe, expect, test } from 'vitest'
import { idShape } from '../../src/survey/draft/node.ts'
import { readDraft } from '../../src/survey/draft/draft.ts'
import { contentOf, faultsOf, known, tree } from './tree.ts'

test('a good file is read, with what it leaves out filled in', () => {
  const content = contentOf(tree())
  expect(content).toMatchObject({ id: 'prov-1', opens: '2026-06-01', smallestGroup: 7 })
  expect(content.intro).toEqual({ sv: 'Svar', da: 'Svar' })
  expect(content.sites[0]).toEqual({ id: 'norr', name: { sv: 'Norr', da: 'Norr' }, listed: 1200 })
  expect(content.questions).toMatchObject([
    { id: 'q1', kind: 'choice', other: true, required: true },
    { id: 'q2', kind: 'choices', none: true, other: false, max: 2, required: false },
    { id: 'q3', kind: 'scale', from: 1, to: 5, fromText: { sv: 'Illa', da: 'Illa' } },
    { id: 'q4', kind: 'ranking', max: 2 },
    { id: 'q5', kind: 'text', max: 1000, showIf: { question: 'q3', is: ['1', 'dontknow'] } },
  ])
})

test('a draft may be nearly empty', () => {
  const content = contentOf({ id: 'x', languages: ['sv'] })
  expect(content).toMatchObject({ smallestGroup: 5, timeZone: 'Europe/Stockholm', questions: [] })
  expect(content).not.toHaveProperty('opens')
  expect(content).not.toHaveProperty('graceDays')
  expect(contentOf({ id: 'x', languages: ['sv'], graceDays: 0 }).graceDays).toBe(0)
})

test('reading what was read gives the same again', () => {
  const content = JSON.parse(JSON.stringify(contentOf(tree()))) as object
  const questions = (tree()['questions'] as object[]).slice(0, 2)
  expect(contentOf({ ...content, questions })).toEqual({
    ...contentOf(tree({ questions })),
  })
})

const wrong: [string, unknown, string[]][] = [
  ['a field that is unknown', tree({ titel: 'x' }), ['titel: unknown field; known here: id, lan']],
  ['an id with a space', tree({ id: 'en enkät' }), ['id: must be an id']],
  ['no id', tree({ id: undefined }), ['id: must be an id']],
  [
    'a language not installed',
    tree({ languages: ['sv', 'da', 'fi'] }),
    ['languages.2: "fi" is no'],
  ],
  ['a language twice', tree({ languages: ['sv', 'da', 'sv'] }), ['languages.2: "sv" stands twice']],
  ['no list of sites', tree({ sites: 'norr' }), ['sites: must be a list']],
  ['words that are too long', tree({ title: 'x'.repeat(201) }), ['title: has 201 characters']],
  ['words that are no text', tree({ title: { sv: 5 } }), ['title.sv: must be a text']],
  ['words in another language', tree({ title: { en: 'x' } }), ['title.en: unknown field']],
  ['a date that is none', tree({ opens: '2026-02-30' }), ['opens: must be a date']],
  ['a date as number', tree({ closes: 20260831 }), ['closes: must be a date']],
  [
    'closing before opening',
    tree({ closes: '2026-05-31' }),
    ['closes: must not be before "opens"'],
  ],
  [
    'deleting before closing',
    tree({ privacy: { retainUntil: '2026-08-30' } }),
    ['privacy.retainUntil: must not be before "closes"'],
  ],
  ['a zone that is none', tree({ timeZone: 'CEST' }), ['timeZone: must be a time zone']],
  ['an offset for a zone', tree({ timeZone: '+02:00' }), ['timeZone: must be a time zone']],
  [
    'groups under five',
    tree({ smallestGroup: 4 }),
    ['smallestGroup: must be a whole number from 5'],
  ],
  ['groups of a half', tree({ smallestGroup: 7.5 }), ['smallestGroup: must be a whole number']],
  ['groups in letters', tree({ smallestGroup: '7' }), ['smallestGroup: must be a whole number']],
  [
    'grace without end',
    tree({ graceDays: 61 }),
    ['graceDays: must be a whole number from 0 to 60'],
  ],
  ['grace below none', tree({ graceDays: -1 }), ['graceDays: must be a whole number from 0']],
  ['people below none', tree({ sites: [{ id: 'a', listed: -1 }] }), ['sites.0.listed: must be']],
  [
    'a site twice, and reserved ones',
    tree({ sites: ['a', 'a', 'none', 'others', 'all'].map((id) => ({ id })) }),
    [
      'sites.2.id: "none"',
      'sites.3.id: "others"',
      'sites.4.id: "all"',
      'sites.1.id: "a" stands twi',
    ],
  ],
]

describe('a draft is faulty with', () => {
  test.each(wrong)('%s', (_, faulty, expected) => {
    const faults = faultsOf(faulty)
    for (const fault of expected) expect(faults).toContainEqual(expect.stringContaining(fault))
    expect(faults).toHaveLength(expected.length)
  })

  test.each([undefined, null, [], 'id: x', 5])('%j in its place', (faulty) => {
    expect(faultsOf(faulty)).toEqual([
      ': must be a mapping of fields to values',
      'languages: must be a list',
      'id: must be an id: letters a to z, digits, - and _, at most 40',
    ])
  })

  test('too many questions', () => {
    const questions = Array.from({ length: 51 }, (_, index) => ({ id: `t${index}`, kind: 'text' }))
    const [first, ...more] = faultsOf(tree({ questions }))
    expect(first).toBe('questions: has 51, at most 50 are allowed')
    expect(more).toEqual([])
  })

  test('many things at once, each of which is said', () => {
    const several = { id: '', opens: 'x', smallestGroup: 1, sites: [{}], privacy: { purpose: 5 } }
    expect(
      faultsOf(tree(several))
        .map((fault) => fault.split(':')[0])
        .toSorted(),
    ).toEqual(['id', 'opens', 'privacy.purpose', 'sites.0.id', 'smallestGroup'])
  })
})

test('fields named as in a prototype are unknown or reserved, and change nothing', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf']
  for (const id of names) {
    expect(idShape.test(id)).toBe(true)
    expect(faultsOf(tree({ id }))).toEqual([`id: "${id}" is a reserved word`])
  }
  const odd = JSON.parse(
    '{"__proto__": {"id": "x"}, "constructor": 1, "languages": ["sv"]}',
  ) as object
  expect(faultsOf(odd).map((fault) => fault.split(':')[0])).toEqual([
    '__proto__',
    'constructor',
    'id',
  ])
  expect(faultsOf({ ...tree(), title: JSON.parse('{"__proto__": "x"}') })).toHaveLength(1)
  expect(readDraft(Object.create(tree()), known)).toHaveProperty('faults')
  expect({}).not.toHaveProperty('id')
})
